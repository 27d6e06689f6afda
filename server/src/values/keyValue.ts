import type { Span } from "../text/span";

// The shape of most small languages (specification section 9): key=value pairs joined by `;`.
// Spaces and a final `;` are tolerated; values cannot contain `;`.

export interface Pair {
  /** As typed; empty for a part without `=`. */
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly span: Span;
}

export function readPairs(text: string, separator = ";"): Pair[] {
  const pairs: Pair[] = [];
  let start = 0;
  for (const part of text.split(separator)) {
    const lead = part.length - part.trimStart().length;
    const body = part.trim();
    const at = start + lead;
    start += part.length + separator.length;
    if (body === "") continue;
    const equals = body.indexOf("=");
    const span = { start: at, end: at + body.length };
    if (equals < 0) {
      pairs.push({ key: "", value: body, keySpan: { start: at, end: at }, valueSpan: span, span });
      continue;
    }
    const key = body.slice(0, equals).trimEnd();
    const raw = body.slice(equals + 1);
    const valueStart = at + equals + 1 + (raw.length - raw.trimStart().length);
    const value = raw.trim();
    pairs.push({
      key,
      value,
      keySpan: { start: at, end: at + key.length },
      valueSpan: { start: valueStart, end: valueStart + value.length },
      span,
    });
  }
  return pairs;
}

/** The value of a key, by its lower-case name. */
export function pairOf(pairs: readonly Pair[], key: string): Pair | undefined {
  return pairs.find((pair) => pair.key.toLowerCase() === key);
}
