import type { Problem, Span } from "../text/span";

/** A problem whose spans and edits count from the start of the file. */
export interface FileProblem extends Problem {
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}
