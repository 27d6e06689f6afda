import type { DriftRow } from "./drift";
import { quiet, type Status } from "./driftStatus";
import type { DumpReader, Shown } from "./phone";
import type { SiteProblem } from "./report";

// The comparison of one device with its files, as plain data without secrets.

/** Why a dump is compared in part, or not at all. */
type DriftCode =
  | "drift/unreadable"
  | "drift/unknown-phone"
  | "drift/other-phone"
  | "drift/not-a-profile"
  | "drift/unsettled"
  | "drift/damaged";

export interface DriftProblem {
  readonly code: DriftCode | SiteProblem["code"];
  readonly message: string;
}

export interface DriftReport {
  readonly format: "flat-profile/drift";
  readonly version: 1;
  /** The file. */
  readonly dump: string;
  /** The dump was not compared; the problem says why. */
  readonly isRefused?: true;
  readonly device: Readonly<Record<string, string>>;
  /** Where the files lead; absent for one file. */
  readonly outcome?: string;
  readonly parameters: readonly DriftParameter[];
  readonly counts: Readonly<Record<string, number>>;
  readonly suggest?: readonly string[];
  readonly problems: readonly DriftProblem[];
}

export interface DriftParameter {
  readonly name: string;
  readonly status: Status;
  readonly certainty: string;
  /** A value of it is a secret, and none is shown. */
  readonly secret?: true;
  readonly expected?: string;
  readonly found?: string;
  readonly factory?: string;
  readonly file?: string;
  readonly line?: number;
  readonly rule?: string;
  readonly revision?: string;
  readonly step?: Readonly<Record<string, string | number>>;
  readonly access?: { readonly expected: string; readonly found: string };
}

export interface DriftFacts {
  readonly dump: string;
  readonly device: Readonly<Record<string, string | undefined>>;
  readonly outcome?: string;
  readonly problems: readonly DriftProblem[];
}

export function driftReport(
  { dump, device, outcome, problems }: DriftFacts,
  rows: readonly DriftRow[],
  shown: Shown,
  dumps: DumpReader | undefined,
  { withSuggestions, withoutQuiet }: { readonly withSuggestions: boolean; readonly withoutQuiet: boolean },
): DriftReport {
  const reported = withoutQuiet ? rows.filter(({ status }) => !quiet.has(status)) : rows;
  const parameters = reported.map((row) => parameterOf(row, shown, dumps));
  const counts: Record<string, number> = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  const left = parameters.filter(
    ({ status, secret }) => !secret && (status === "left behind" || status === "unexplained"),
  );
  return {
    format: "flat-profile/drift",
    version: 1,
    dump: shown.text(dump),
    device: Object.fromEntries(
      Object.entries(device).flatMap(([key, value]) => (value === undefined ? [] : [[key, shown.text(value)]])),
    ),
    ...(outcome !== undefined && { outcome }),
    parameters,
    counts,
    ...(withSuggestions && { suggest: dumps?.resets(left.map(({ name }) => name)) ?? [] }),
    problems: problems.map(({ code, message }) => ({ code, message: shown.text(message) })),
  };
}

function parameterOf(row: DriftRow, shown: Shown, dumps: DumpReader | undefined): DriftParameter {
  const { name, status, certainty, expected, found, factory, from, revision, step, access } = row;
  const values = [expected, found, factory].filter((value) => value !== undefined);
  const isSecret =
    dumps?.traitsOf(name).isSecret === true || values.some((value) => value !== "" && shown.isSecret(name, value));
  const shownOrigin = (origin: DriftRow["from"]) => ({
    ...(origin?.file !== undefined && { file: shown.text(origin.file) }),
    ...(origin?.line !== undefined && { line: origin.line }),
    ...(origin?.rule !== undefined && { rule: origin.rule }),
  });
  return {
    name,
    status,
    certainty,
    ...(isSecret && { secret: true }),
    ...(!isSecret && expected !== undefined && { expected: shown.text(expected) }),
    ...(!isSecret && found !== undefined && { found: shown.text(found) }),
    ...(!isSecret && factory !== undefined && status !== "same" && { factory: shown.text(factory) }),
    ...shownOrigin(from),
    ...(revision !== undefined && { revision }),
    ...(step && { step: shownOrigin(step) }),
    ...(access && { access }),
  };
}
