import type { ReplacedLine, UpdatesInLines } from "../deployment/updateLines";
import type { UpdateQuestion } from "../deployment/updates";

export interface UpdatesParams {
  readonly textDocument: { readonly uri: string };
  readonly question: UpdateQuestion;
}

/** Secrets are masked. */
export type UpdatesAnswer = UpdatesInLines & { readonly version: number };

/** An open file, which replaces what a device runs. */
export interface ReplacementParams {
  readonly textDocument: { readonly uri: string };
  /** Address of the export of the device. */
  readonly running: string;
}

/** Secrets are masked. */
export type ReplacementAnswer =
  | { readonly kind: "report"; readonly settings: readonly ReplacedLine[] }
  | { readonly kind: "none"; readonly reason: "not known" | "not read" | "other format" };
