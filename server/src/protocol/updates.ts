import type { ReplacedLine, UpdatesInLines } from "../deployment/updateLines";
import type { UpdateQuestion } from "../deployment/updates";

export interface UpdateRequests {
  /** What a device fetches by itself, when, and what makes it new; null where its dialect has no such updates. */
  "flatProfile/updates": { readonly params: UpdatesParams; readonly result: UpdatesAnswer | null };
  /** What a file takes from a running device whose own export another file is. */
  "flatProfile/replacement": { readonly params: ReplacementParams; readonly result: ReplacementAnswer };
}

interface UpdatesParams {
  readonly textDocument: { readonly uri: string };
  readonly question: UpdateQuestion;
}

/** Secrets are masked. */
export type UpdatesAnswer = UpdatesInLines & { readonly version: number };

/** An open file, which replaces what a device runs. */
interface ReplacementParams {
  readonly textDocument: { readonly uri: string };
  /** Address of the export of the device. */
  readonly running: string;
}

/** Secrets are masked. */
export type ReplacementAnswer =
  | { readonly kind: "report"; readonly settings: readonly ReplacedLine[] }
  | { readonly kind: "none"; readonly reason: "not known" | "not read" | "other format" };
