import * as l10n from "@vscode/l10n";
import { resultName } from "./parts";
import type { Value, Values } from "./rows";

/** The name of the file of a row: `{column}` is a value of it, `{row}` its number. A string in `fault` says why there is none. */
export function outputName(
  pattern: string,
  values: Values,
  row: number,
): { readonly name: string } | { readonly fault: string } {
  let fault: string | undefined;
  const name = pattern.replace(/\{([^{}]*)\}/g, (_, word: string) => {
    if (word === "row") return String(row);
    const value = word
      .split(".")
      .reduce<Value | undefined>((at, key) => (at instanceof Map ? (at as Values).get(key) : undefined), values);
    const text = value === undefined || value === null || typeof value === "object" ? "" : String(value);
    if (text === "") fault ??= l10n.t("Row {0} has no value `{1}` for the name of its file.", row, word);
    // Values stay below the folder; only the pattern names folders.
    else if (/[/\\\0:]/.test(text) || text === "." || text === "..")
      fault ??= l10n.t("The value `{0}` of row {1} cannot be part of a file name.", word, row);
    return text;
  });
  if (fault !== undefined) return { fault };
  if (/^[/\\]|^\w:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name) || name === "")
    return { fault: l10n.t("`{0}` leads out of the folder.", pattern) };
  return { name };
}

/** Where no pattern is given: `phone-3.xml` for `phone.xml.j2`. */
export function usualPattern(template: string): string {
  return resultName(template).replace(/(\.\w+)$/, "-{row}$1");
}
