import type { LayoutStyle } from "../../../server/src/profile/layoutStyle";
import type { ProfileDocument } from "../../../server/src/profile/profileDocument";
import type { Edit, Span } from "../../../server/src/text/span";

/** No spaces around lines, one between the parts of a setting, and few empty lines. */
export function layout(document: ProfileDocument, text: string, style: LayoutStyle, range: Span): readonly Edit[] {
  const edits: Edit[] = [];
  const edit = (start: number, end: number, fresh: string) => {
    if (text.slice(start, end) !== fresh && end >= range.start && start <= range.end)
      edits.push({ span: { start, end }, text: fresh });
  };
  const gaps = new Map<number, number>();
  for (const [i, { settings }] of document.segments.entries()) {
    const base = document.starts[i] ?? 0;
    for (const { parts, hasName } of settings) {
      if (!hasName) continue;
      gaps.set(base + parts.start + 3, base + parts.nameStart);
      if (parts.valueStart > parts.nameEnd) gaps.set(base + parts.nameEnd, base + parts.valueStart);
    }
  }
  let empty = 0;
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [whole, line = "", lineBreak = ""] = match;
    const start = match.index;
    if (whole === "") break;
    if (line.trim() === "") {
      empty++;
      if (empty > style.blankLines && lineBreak !== "") edit(start, start + whole.length, "");
      else edit(start, start + line.length, "");
      continue;
    }
    empty = 0;
    const inner = start + line.length - line.trimStart().length;
    edit(start, inner, "");
    for (let at = inner; at < start + line.length; at++) {
      const end = gaps.get(at);
      if (end !== undefined && /^[ \t]+$/.test(text.slice(at, end))) edit(at, end, " ");
    }
    edit(start + line.trimEnd().length, start + line.length, "");
  }
  return edits;
}
