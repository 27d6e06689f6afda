import type { Problem, Span } from "../../../text/span";

export interface Operand {
  readonly text: string;
  readonly quoted: boolean;
  /** With its quotes. */
  readonly span: Span;
}

export interface Comparison {
  /** Undefined in the old form that compares with $SWVER. */
  readonly left: Operand | undefined;
  readonly operator: Operator | undefined;
  readonly operatorSpan: Span;
  readonly right: Operand | undefined;
  readonly span: Span;
}

export type Operator = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

export interface Condition {
  readonly comparisons: readonly Comparison[];
  readonly span: Span;
}

export interface Assignment {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

export interface Option {
  readonly name: string;
  readonly nameSpan: Span;
  readonly argument: string | undefined;
  readonly argumentSpan: Span;
}

export interface Alternative {
  readonly condition: Condition | undefined;
  readonly assignments: readonly Assignment[];
  readonly options: readonly Option[];
  readonly optionsSpan: Span | undefined;
  /** Empty when there is none. */
  readonly url: string;
  readonly urlSpan: Span;
  readonly span: Span;
}

export interface Rule {
  /** The rule is switched off by a leading `#`. */
  readonly isComment: boolean;
  readonly alternatives: readonly Alternative[];
  readonly problems: readonly Problem[];
}
