import * as l10n from "@vscode/l10n";
import { distance } from "fastest-levenshtein";
import type { Fix } from "../text/span";
import { whole } from "./number";

/** Options that are offered, at most. */
const max = 3;

/** Part of the letters that may differ; short lists are offered as a whole. */
const farthest = 0.6;

/** Options in place of a value that is none of them, the most similar first. */
export function optionFixes(text: string, options: readonly string[]): readonly Fix[] {
  return optionsLike(text, options).map((option) => replaceBy(text, option));
}

export function replaceBy(text: string, option: string): Fix {
  return {
    title: l10n.t("Replace with `{0}`", option),
    edits: [{ span: whole(text), text: option }],
    isGuess: true,
  };
}

function optionsLike(text: string, options: readonly string[]): readonly string[] {
  const value = Number(text);
  const isNumeric = Number.isFinite(value) && options.every((option) => /^-?\d+(?:\.\d+)?$/.test(option));
  const limit = isNumeric || options.length <= max ? Number.POSITIVE_INFINITY : farthest;
  return options
    .filter((option) => option !== "")
    .map((option) => ({ option, cost: isNumeric ? Math.abs(Number(option) - value) : unlikeness(text, option) }))
    .filter(({ cost }) => cost <= limit)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, max)
    .map(({ option }) => option);
}

/** 0 for the same letters, 1 for nothing in common; one that contains the other is close. */
function unlikeness(text: string, option: string): number {
  const [a, b] = [fold(text), fold(option)];
  if (a === b) return 0;
  if (a === "" || b === "") return 1;
  const shorter = a.length < b.length ? a : b;
  const far = distance(a, b) / Math.max(a.length, b.length);
  return shorter.length > 1 && (shorter === a ? b : a).includes(shorter) ? Math.min(far, 0.3) : far;
}

/** Letters and digits only: dumps differ from their own lists in spaces, hyphens and case. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9+]/g, "");
}
