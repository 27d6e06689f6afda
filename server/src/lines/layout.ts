import type { LayoutStyle } from "../profile/layoutStyle";
import type { Edit, Span } from "../text/span";

/** Replaces the characters from `start` to `end`, where that changes something in the range that is laid out. */
export type ReplaceText = (start: number, end: number, text: string) => void;

/** No spaces at the ends of lines and few empty lines; `within` lays out what is in a line, which begins at `start`. */
export function layoutLines(
  text: string,
  { blankLines }: LayoutStyle,
  range: Span,
  within: (line: string, start: number, replace: ReplaceText) => void,
): readonly Edit[] {
  const edits: Edit[] = [];
  const replace: ReplaceText = (start, end, fresh) => {
    if (start <= end && text.slice(start, end) !== fresh && end >= range.start && start <= range.end)
      edits.push({ span: { start, end }, text: fresh });
  };
  let empty = 0;
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [whole, line = "", lineBreak = ""] = match;
    const start = match.index;
    if (whole === "") break;
    if (line.trim() === "") {
      empty++;
      if (empty > blankLines && lineBreak !== "") replace(start, start + whole.length, "");
      else replace(start, start + line.length, "");
      continue;
    }
    empty = 0;
    within(line, start, replace);
    replace(start + line.trimEnd().length, start + line.length, "");
  }
  return edits;
}
