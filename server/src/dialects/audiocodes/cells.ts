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

/** Gives each value between commas its place, without the spaces around it; commas in double quotes do not count. */
export function eachCell(text: string, add: (start: number, end: number) => void): void {
  let isQuoted = false;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 44;
    if (c === 34) isQuoted = !isQuoted;
    else if (c === 44 && (!isQuoted || i === text.length)) {
      let start = from;
      let end = i;
      while (start < end && isBlank(text.charCodeAt(start))) start++;
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
      // Where only blanks are, a value can be typed after the first of them.
      if (start === end) start = end = Math.min(from + 1, i);
      add(start, end);
      from = i + 1;
    }
  }
}

/** The places of the same values. */
export function cellsOf(text: string): Span[] {
  const cells: Span[] = [];
  eachCell(text, (start, end) => cells.push({ start, end }));
  return cells;
}

export function isBlank(c: number): boolean {
  return c === 32 || c === 9;
}
