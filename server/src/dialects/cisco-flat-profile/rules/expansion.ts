import type { MappedText } from "../../../text/mappedText";
import type { Span } from "../../../text/span";
import { findMacros } from "./macro";

/** A macro that was replaced. */
interface Replacement {
  /** As typed, without `$`; empty for `$$`. */
  readonly name: string;
  /** Where it was typed. */
  readonly source: Span;
  /** Its text in the expanded text; empty for an empty value. */
  readonly span: Span;
}

/** What `expandMacros` replaced, in order. */
export function replacements(source: MappedText, expanded: MappedText): Replacement[] {
  if (expanded === source) return [];
  const pieces = expanded.slice({ start: 0, end: expanded.text.length });
  const found: Replacement[] = [];
  let i = 0;
  let start = 0;
  for (const use of findMacros(source.text)) {
    const typed = source.toSource(use.span);
    for (let piece = pieces[i]; piece && piece.source.end <= typed.start; piece = pieces[i]) {
      start += piece.text.length;
      i++;
    }
    const piece = pieces[i];
    const isReplaced = piece && !piece.verbatim && piece.source.start === typed.start && piece.source.end === typed.end;
    if (isReplaced) found.push({ name: use.name, source: typed, span: { start, end: start + piece.text.length } });
    // An empty value leaves no piece.
    else if (!piece || piece.source.start >= typed.end)
      found.push({ name: use.name, source: typed, span: { start, end: start } });
  }
  return found;
}
