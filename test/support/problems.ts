import packedCatalogue from "packed-catalogues";
import { DialectService } from "../../server/src/analysis/dialectService";
import { DialectServices } from "../../server/src/analysis/dialectServices";
import type { FileProblem } from "../../server/src/analysis/fileProblem";
import { type AnalysisSettings, defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import { catalogue } from "./catalogue";

const [first] = dialects;
export const dialect: Dialect = first as Dialect;

/** A check that fails in a test is a failure of the test. */
function fail(where: string, error: unknown): never {
  throw new Error(`${where}: ${String(error)}`, { cause: error });
}

export const pools = new DialectServices(dialects, packedCatalogue, fail, 2026);

export const pool = new DialectService(dialect, catalogue, fail);

/** What is known of `text`, for the phone that the file or `settings` name. */
export function snapshotOf(text: string, settings: AnalysisSettings = defaultSettings): Snapshot {
  return new Snapshot(text, dialect.read(text, catalogue), pool, settings);
}

export function problemsOf(text: string, settings?: AnalysisSettings): readonly FileProblem[] {
  return snapshotOf(text, settings).problems();
}
