/** A stretch of text, in UTF-16 offsets. What the offsets count from is said where a span is stored. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Severity = "error" | "warning" | "info" | "hint";

/** Replaces the text at `span` by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** The element whose line is removed with it, or after whose line `text` gets a line of its own. */
  readonly line?: Span;
}

/** A cure for one problem, in the same coordinates as the problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True when the cure cannot change what a correct phone would do: part of fix-all. */
  readonly safe?: boolean;
  /** One of several values that may be meant: a person chooses. */
  readonly isGuess?: boolean;
}

export interface Problem {
  /** `area/kebab-case`, never renamed. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and what follows from it on the phone; lower-case start, no period. */
  readonly message: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  /** One report in a file speaks for all of its code. */
  readonly once?: boolean;
  /** The text has no effect and may be shown faded. */
  readonly unnecessary?: boolean;
}

export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

export function contains(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}
