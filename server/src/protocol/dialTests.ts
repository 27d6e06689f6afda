import type { PlaceRange } from "./place";

export interface DialTestsAnswer {
  readonly version: number;
  readonly tests: readonly DialTestEntry[];
}

export interface DialTestEntry {
  /** As it is written: `dials 911 -> 911 at once`. */
  readonly line: string;
  /** Element name of the plan. */
  readonly plan: string;
  readonly range: PlaceRange;
  /** What the plan does instead, or why the line is not a test; undefined when all is as expected. */
  readonly failure?: string;
}
