import {
  type SelectionRange,
  type SelectionRangeParams,
  type SelectionRangeRegistrationOptions,
  SelectionRangeRequest,
} from "vscode-languageserver-protocol";
import type { Located } from "../analysis/snapshot";
import type { Dialect } from "../dialects/dialect";
import { containersOf } from "../profile/containers";
import { contains, type Span, shift } from "../text/span";
import { type Feature, type OpenFile, rangeOf } from "./feature";
import { maxLevels } from "./outline";

/** Part of a value, value, element, section, profile, file. */
export const selectionRanges: Feature<
  SelectionRangeParams,
  SelectionRange[] | null,
  SelectionRange[],
  SelectionRangeRegistrationOptions
> = {
  request: SelectionRangeRequest.type,
  capability: { selectionRangeProvider: true },
  empty: null,
  run: (file, { positions }) => positions.map((position) => chainAt(file, file.lines.offsetAt(position))),
};

function chainAt(file: OpenFile, offset: number): SelectionRange {
  const { snapshot, lines } = file;
  const spans: Span[] = [{ start: 0, end: snapshot.text.length }];
  const around = containersOf(snapshot.document).filter(({ span }) => contains(span, offset));
  for (const { span, open, close } of around.slice(-maxLevels)) {
    spans.push(span, { start: open.end, end: close?.start ?? span.end });
    if (contains(open, offset)) spans.push(open);
    if (close && contains(close, offset)) spans.push(close);
  }
  const located = snapshot.at(offset);
  if (located) spans.push(...insideSetting(located, offset, snapshot.dialect));
  else spans.push(...commentAt(file, offset));
  let chain: SelectionRange | undefined;
  let last: Span | undefined;
  for (const span of spans) {
    // Each range is inside the one before it and contains the cursor.
    if (!contains(span, offset)) continue;
    if (last && (span.start < last.start || span.end > last.end)) continue;
    if (last && span.start === last.start && span.end === last.end) continue;
    chain = { range: rangeOf(span, lines), ...(chain && { parent: chain }) };
    last = span;
  }
  return chain ?? { range: rangeOf({ start: offset, end: offset }, lines) };
}

function insideSetting({ setting, start, facts }: Located, offset: number, dialect: Dialect): Span[] {
  const { parts, value, text } = setting;
  const spans: Span[] = [
    setting.span,
    ...dialect.innerSpans(setting),
    setting.nameSpan,
    ...(setting.endNameSpan ? [setting.endNameSpan] : []),
    { start: parts.valueStart, end: parts.valueEnd },
    setting.valueSpan,
  ].map((span) => shift(span, start));
  const at = value.fromSource(offset - start);
  if (at === undefined || text === "") return spans;
  const inside = (span: Span) => spans.push(shift(value.toSource(span), start));
  const { effective, type } = facts;
  const token =
    effective && !setting.templated
      ? type?.tokens?.(text, effective).find((candidate) => contains(candidate.span, at))
      : undefined;
  if (token) inside(token.span);
  const word = wordAt(text, at);
  if (word) inside(word);
  return spans;
}

/** Letters, digits and underscores around `at`. */
function wordAt(text: string, at: number): Span | undefined {
  let start = at;
  let end = at;
  while (start > 0 && /[\p{L}\d_]/u.test(text[start - 1] ?? "")) start--;
  while (end < text.length && /[\p{L}\d_]/u.test(text[end] ?? "")) end++;
  return end > start ? { start, end } : undefined;
}

function commentAt({ snapshot: { document } }: OpenFile, offset: number): Span[] {
  const index = document.indexAt(offset);
  const base = document.starts[index] ?? 0;
  const comment = document.segments[index]?.comments.find(({ span }) => contains(shift(span, base), offset));
  if (!comment) return [];
  const span = shift(comment.span, base);
  return [span, { start: base + comment.textStart, end: base + comment.textStart + comment.text.length }];
}
