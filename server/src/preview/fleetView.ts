import type { FleetOutcome } from "./fleetWords";
import type { FleetRule } from "./report";

// What is shown of the devices of a list.

/** Rows of a group in one answer. */
export const rowsOfPage = 50;

/** Which rows are shown. */
export interface FleetView {
  /** Words that a row must contain, as they are typed. */
  readonly text: string;
  /** Values of which a row must have one, by the id of what is counted. */
  readonly picks: Readonly<Record<string, readonly string[]>>;
  /** The number of the first row of a group that is shown, by outcome. */
  readonly starts: Readonly<Record<string, number>>;
}

export interface FleetCount {
  readonly id: string;
  /** In order, with the devices that have them and what else is wanted. */
  readonly values: readonly (readonly [value: string, count: number])[];
  /** Values that are not listed. */
  readonly more: number;
}

/** One device; secrets are masked. */
export interface FleetRow {
  readonly line: number;
  readonly id: string;
  readonly label?: string | undefined;
  readonly model: string;
  readonly running?: string | undefined;
  /** What is wrong with the row of the list. */
  readonly fault?: string | undefined;
  readonly rules: readonly FleetRule[];
  readonly outcomes: readonly FleetOutcome[];
  readonly reason: string;
  readonly load: string;
  /** What runs in the end, where that changes. */
  readonly firmware?: string | undefined;
}
