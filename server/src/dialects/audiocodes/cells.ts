import type { Span } from "../../text/span";

/** Where the row ends with its `;`, outside of quotes; undefined where it has none. */
export function endOfRow(text: string): number | undefined {
  let at = 0;
  for (;;) {
    const end = text.indexOf(";", at);
    const quote = text.indexOf('"', at);
    if (quote < 0 || (end >= 0 && end < quote)) return end < 0 ? undefined : end;
    at = text.indexOf('"', quote + 1) + 1;
    // A quote without its partner hides the end.
    if (at === 0) return text.trimEnd().endsWith(";") ? text.trimEnd().length - 1 : undefined;
  }
}

/** Gives each value between commas its place, without the spaces around it; commas in double quotes do not count. */
export function eachCell(text: string, add: (start: number, end: number) => void): void {
  for (let from = 0; ; ) {
    const next = endOfCell(text, from);
    let start = from;
    let end = next;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    // Where only blanks are, a value can be typed after the first of them.
    if (start === end) start = end = Math.min(from + 1, next);
    add(start, end);
    if (next === text.length) return;
    from = next + 1;
  }
}

/** The next comma outside of quotes, or the end. */
function endOfCell(text: string, from: number): number {
  for (let at = from; ; ) {
    const comma = text.indexOf(",", at);
    if (comma < 0) return text.length;
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote > comma) return comma;
    at = text.indexOf('"', quote + 1) + 1;
    if (at === 0) return text.length;
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
