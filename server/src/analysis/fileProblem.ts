import type { Problem, Span } from "../text/span";

/** A problem whose spans and edits count from the start of the file. */
export interface FileProblem extends Problem {
  /** The rows of data, counted from 1, with which a template has it. */
  readonly rows?: readonly number[];
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}
