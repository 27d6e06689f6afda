import type { Severity } from "../text/span";

export interface KeyMapParams {
  readonly textDocument: { readonly uri: string };
  /** Undefined for the one that the file is for. */
  readonly model?: string;
}

/** Secrets are masked. */
export interface KeyMapAnswer {
  readonly version: number;
  /** Whose keys these are; undefined where that is not known. */
  readonly model?: string;
  /** Models whose keys are known. */
  readonly models: readonly string[];
  readonly pages: readonly KeyPageReport[];
}

export interface KeyPageReport {
  readonly title: string;
  readonly keys: readonly KeyReport[];
}

export interface KeyReport {
  readonly number: string;
  readonly label?: string;
  /** What the key does, in words. */
  readonly does?: string;
  /** More settings of the key. */
  readonly more: readonly { readonly name: string; readonly value: string }[];
  /** What is wrong with its settings, the worst first. */
  readonly problems: readonly { readonly severity: Severity; readonly message: string }[];
  /** Where its first setting is, counted from 1; absent for a key that the file does not set. */
  readonly line?: number;
}
