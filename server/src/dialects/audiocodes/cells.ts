import type { Span } from "../../text/span";

/** Where the row ends with its `;`, outside of quotes; undefined where it has none. */
export function endOfRow(text: string): number | undefined {
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) isQuoted = !isQuoted;
    else if (c === 59 && !isQuoted) return i;
  }
  // A quote without its partner hides the end.
  return isQuoted && text.trimEnd().endsWith(";") ? text.trimEnd().length - 1 : undefined;
}

/** The values between commas, without the spaces around them; commas in double quotes do not count. */
export function cellsOf(text: string): Span[] {
  const cells: Span[] = [];
  let isQuoted = false;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 44;
    if (c === 34) isQuoted = !isQuoted;
    else if (c === 44 && (!isQuoted || i === text.length)) {
      cells.push(trimmed(text, from, i));
      from = i + 1;
    }
  }
  return cells;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  // Where only blanks are, a value can be typed after the first of them.
  return start === end ? { start: Math.min(from + 1, to), end: Math.min(from + 1, to) } : { start, end };
}

function isBlank(c: number): boolean {
  return c === 32 || c === 9;
}
