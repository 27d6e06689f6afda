import type { Span } from "../../text/span";

// What the readers of tones and cadences find.

export interface Frequency {
  readonly hz: number;
  readonly dbm: number;
  readonly span: Span;
}

/** Seconds; Infinity for `*`. */
export interface Duration {
  readonly seconds: number;
  readonly span: Span;
}

export interface SignalSegment {
  readonly on: Duration;
  readonly off: Duration;
  /** 1-based numbers of the frequencies; empty for silence. Undefined in a cadence. */
  readonly frequencies: readonly { readonly index: number; readonly span: Span }[] | undefined;
  readonly span: Span;
}

export interface Section {
  readonly length: Duration;
  readonly segments: readonly SignalSegment[];
  readonly span: Span;
}
