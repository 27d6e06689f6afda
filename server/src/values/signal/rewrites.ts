import * as l10n from "@vscode/l10n";
import type { Fix } from "../../text/span";

// Other ways to write the same value.

/** Seconds with or without the zero before their point: `0.5` and `.5`. */
export function secondsForms(text: string): Fix[] {
  const without = numbers(text, /(?<![\d.])(?=\.\d)/g, "0");
  const withZero = numbers(text, /(?<![\d.@+-])0+(?=\.\d)/g, "");
  return [
    ...(without.length > 0 ? [{ title: l10n.t("Add the zero before the decimal point"), edits: without }] : []),
    ...(withZero.length > 0 ? [{ title: l10n.t("Remove the zero before the decimal point"), edits: withZero }] : []),
  ];
}

function numbers(text: string, found: RegExp, written: string): Fix["edits"] {
  return [...text.matchAll(found)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    text: written,
  }));
}

/** The same sound in fewer characters, where that can be. */
export function shortForm(text: string, shortest: string): Fix[] {
  if (shortest.length >= text.length) return [];
  const title = l10n.t("Replace with the shortest form");
  return [{ title, edits: [{ span: { start: 0, end: text.length }, text: shortest }] }];
}
