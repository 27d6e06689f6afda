import type { FileProblem } from "../../analysis/fileProblem";
import type { Snapshot } from "../../analysis/snapshot";
import type { Position } from "../../text/lineIndex";
import type { Severity } from "../../text/span";
import type { Paint } from "../printable";

/** One file with what was found in it. */
export interface FileResult {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly problems: readonly FileProblem[];
  positionAt(offset: number): Position;
}

export interface Totals {
  files: number;
  /** Files that turned out to be something else. */
  foreign: number;
  fixed: number;
  /** Problems that comments of this run silence. */
  silenced: number;
  /** Problems that the baseline accepts. */
  accepted: number;
  readonly problems: Record<Severity, number>;
  /** Found, but milder than what is shown. */
  hidden: number;
}

export function noTotals(): Totals {
  const problems = { error: 0, warning: 0, info: 0, hint: 0 };
  return { files: 0, foreign: 0, fixed: 0, silenced: 0, accepted: 0, hidden: 0, problems };
}

export function addTotals(to: Totals, { problems, ...counts }: Totals): void {
  for (const severity of severities) to.problems[severity] += problems[severity];
  for (const key of ["files", "foreign", "fixed", "silenced", "accepted", "hidden"] as const) to[key] += counts[key];
}

/** Prints results one file at a time; only counts wait for the end. */
export interface Report<T> {
  begin?(): void;
  /** Takes what `partOf` made of a file. */
  file(part: T): void;
  /** `name` could not be read. */
  unreadable?(name: string, message: string): void;
  end?(totals: Totals): void;
}

export interface PartOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

export interface ReportOptions extends PartOptions {
  readonly write: (text: string) => void;
  readonly version: string;
  readonly seconds: () => number;
}

/** One output format: a word of `--format` and how to make its report. */
export interface ReportFormat<T> {
  readonly name: string;
  /** Whether people read it: mild problems and source lines are left to their choice. */
  readonly forPeople?: boolean;
  /** What the report says of one file, as plain data: another thread may make it. */
  partOf(result: FileResult, options: PartOptions): T;
  make(options: ReportOptions): Report<T>;
}

/** Mildest last. */
export const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}
