import type { Span } from "../../text/span";
import { Places } from "./rows";

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

/**
 * Adds to `places` where each value between commas starts and ends, without the spaces around it; commas in double quotes do
 * not count. The text begins at `at` and is read up to `to`; answers how many values there are.
 */
export function addPlaces(text: string, to: number, at: number, places: Places): number {
  const hasQuotes = text.includes('"');
  for (let count = 1, from = 0; ; count++) {
    const comma = hasQuotes ? endOfCell(text, from) : text.indexOf(",", from);
    const next = comma < 0 || comma > to ? to : comma;
    let start = from;
    let end = next;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    // Where only blanks are, a value can be typed after the first of them.
    if (start === end) start = end = Math.min(from + 1, next);
    places.add(at + start, at + end);
    if (next === to) return count;
    from = next + 1;
  }
}

/** The next comma outside of quotes, or -1. */
function endOfCell(text: string, from: number): number {
  for (let at = from; ; ) {
    const comma = text.indexOf(",", at);
    const quote = text.indexOf('"', at);
    if (comma < 0 || quote < 0 || quote > comma) return comma;
    at = text.indexOf('"', quote + 1) + 1;
    if (at === 0) return -1;
  }
}

/** The places of the same values. */
export function cellsOf(text: string): Span[] {
  const places = new Places();
  const count = addPlaces(text, text.length, 0, places);
  const all = places.from(0);
  return Array.from({ length: count }, (_, i) => ({ start: all[2 * i] as number, end: all[2 * i + 1] as number }));
}

export function isBlank(c: number): boolean {
  return c === 32 || c === 9;
}
