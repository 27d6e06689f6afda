import type { Span } from "../../text/span";

/** A name with its place, which counts from the start of the segment. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}
