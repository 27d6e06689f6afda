import type { Span } from "../text/span";

/** What was typed of the current item: from the separator before `offset`, without the spaces after it. */
export function currentItem(text: string, offset: number, separators: string): Span {
  let start = offset;
  while (start > 0 && !separators.includes(text[start - 1] ?? "")) start--;
  while (start < offset && (text[start] === " " || text[start] === "\t")) start++;
  return { start, end: offset };
}
