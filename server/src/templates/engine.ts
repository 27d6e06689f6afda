import * as l10n from "@vscode/l10n";
import type { MarkedPlace } from "./marks";
import type { Part } from "./parts";
import type { Values } from "./rows";

/** What an engine made of a marked or a plain text. */
export interface Outcome {
  readonly text?: string;
  /** Names that have no value, where they were met. */
  readonly unknown: readonly { readonly name: string; readonly place: MarkedPlace | undefined }[];
  readonly fault?: EngineFault;
}

export interface EngineFault {
  readonly message: string;
  readonly place: MarkedPlace | undefined;
  /** It takes too long, or makes too much. */
  readonly isLimit: boolean;
}

/** A template that was parsed. */
export interface Parsed {
  render(values: Values): Outcome;
}

export interface Engine {
  /** What is wrong with a part, or the template that is made of all. */
  parse(text: string): Parsed | undefined;
  /** The part that keeps the whole from being parsed, and why. */
  faultIn(parts: readonly Part[]): { readonly part: Part; readonly message: string };
}

/** Steps of a rendering at most, where nothing waits for it; a template needs some for each tag that it passes. */
export const usualSteps = 400_000;
/** Characters of a result at most. */
export const maxResult = 8 << 20;

/** Ends a rendering that takes or makes too much. */
export class TooMuch extends Error {}

export function tooMuch(): string {
  return l10n.t("The template takes too many steps or makes too much text.");
}
