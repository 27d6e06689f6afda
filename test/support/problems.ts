import assert from "node:assert/strict";
import packedCatalogue from "packed-catalogues";
import { DialectService } from "../../server/src/analysis/dialectService";
import { DialectServices } from "../../server/src/analysis/dialectServices";
import type { FileProblem } from "../../server/src/analysis/fileProblem";
import { type AnalysisSettings, defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { Dialect } from "../../server/src/dialects/dialect";
import { shift } from "../../server/src/text/span";
import { catalogue } from "./catalogue";
import { dialects } from "./dialects";

const [first] = dialects;
export const dialect: Dialect = first as Dialect;

/** A check that fails in a test is a failure of the test. */
function fail(where: string, error: unknown): never {
  throw new Error(`${where}: ${String(error)}`, { cause: error });
}

export const pools = new DialectServices(dialects, packedCatalogue, fail, 2026);

export const pool = new DialectService(dialect, catalogue, fail);

/** The service of a dialect; of the first with the catalogue that other tests have. */
export function serviceOf(of: Dialect): DialectService {
  return of === dialect ? pool : pools.of(of);
}

/** What is known of `text`, for the phone that the file or `settings` name. */
export function snapshotOf(
  text: string,
  settings: AnalysisSettings = defaultSettings,
  of: Dialect = dialect,
): Snapshot {
  const service = serviceOf(of);
  return new Snapshot(text, of.read(text, service.catalogue), service, settings);
}

export function problemsOf(text: string, settings?: AnalysisSettings, of?: Dialect): readonly FileProblem[] {
  return snapshotOf(text, settings, of).problems();
}

/** The problems in `body` between other text. Their spans, though not those of their fixes, count from where it starts. */
export function problemsWithin(before: string, body: string, after: string): readonly FileProblem[] {
  return problemsOf(before + body + after).map((problem) => {
    const span = shift(problem.span, -before.length);
    assert.ok(span.start >= 0, `${problem.code} is before the text`);
    return { ...problem, span };
  });
}
