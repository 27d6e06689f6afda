import assert from "node:assert/strict";
import packedFile from "packed-catalogues";
import { DialectService } from "../../server/src/analysis/dialectService";
import { DialectServices } from "../../server/src/analysis/dialectServices";
import type { FileProblem } from "../../server/src/analysis/fileProblem";
import { type AnalysisSettings, defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { Example } from "../../server/src/checks/check";
import type { Dialect } from "../../server/src/dialects/dialect";
import type { Neighbors } from "../../server/src/profile/neighbors";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { shift } from "../../server/src/text/span";
import { catalogue } from "./catalogue";
import { dialects } from "./dialects";

const [first] = dialects;
export const dialect: Dialect = first as Dialect;

/** A check that fails in a test is a failure of the test. */
function fail(where: string, error: unknown): never {
  throw new Error(`${where}: ${String(error)}`, { cause: error });
}

export const pools = new DialectServices(dialects, packedFile, fail, 2026);

export const pool = new DialectService(dialect, catalogue, fail, undefined, () => pools.of(dialect).manual);

/** The service of a dialect; of the first with the catalogue that other tests have. */
export function serviceOf(of: Dialect): DialectService {
  return of === dialect ? pool : pools.of(of);
}

/** What is known of `text`, for the phone that the file or `settings` name. */
export function snapshotOf(
  text: string,
  settings: AnalysisSettings = defaultSettings,
  of: Dialect = dialect,
  folder?: Example["folder"],
): Snapshot {
  const service = serviceOf(of);
  const neighbors = folder && neighborsOf(text, folder, of);
  return new Snapshot(text, of.read(text, service.catalogue), service, settings, undefined, neighbors);
}

/** The folder of a file that has this text. */
function neighborsOf(text: string, { own, others = {} }: NonNullable<Example["folder"]>, of: Dialect): Neighbors {
  const files = new Map([...Object.entries(others), [own, text] as const]);
  const known = new Map<string, ProfileDocument>();
  const read = (name: string) => {
    const found = files.get(name);
    if (found !== undefined && !known.has(name)) known.set(name, of.read(found, serviceOf(of).catalogue));
    return known.get(name);
  };
  return { own, names: [...files.keys()], read };
}

export function problemsOf(
  text: string,
  settings?: AnalysisSettings,
  of?: Dialect,
  folder?: Example["folder"],
): readonly FileProblem[] {
  return snapshotOf(text, settings, of, folder).problems();
}

/** The problems in `body` between other text. Their spans, though not those of their fixes, count from where it starts. */
export function problemsWithin(before: string, body: string, after: string): readonly FileProblem[] {
  return problemsOf(before + body + after).map((problem) => {
    const span = shift(problem.span, -before.length);
    assert.ok(span.start >= 0, `${problem.code} is before the text`);
    return { ...problem, span };
  });
}
