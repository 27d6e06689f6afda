import type { Span } from "../../../server/src/text/span";

export interface Macro {
  readonly name: string;
  readonly span: Span;
}

/** `%NAME%` in a value. */
export function macrosIn(text: string): Macro[] {
  return [...text.matchAll(/%([A-Za-z]\w*)%/g)].map((match) => ({
    name: (match[1] ?? "").toUpperCase(),
    span: { start: match.index, end: match.index + match[0].length },
  }));
}
