import * as l10n from "@vscode/l10n";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";

/** Digits, `.` for any of them, `*` for one or more, `,` for another dial tone, `\` before a character that is meant literally. */
export const dialPattern: ValueType = {
  id: "DialPattern",
  check: () => [],
  describe(text) {
    if (text === "*") return l10n.t("any number");
    const any = [...text.replace(/\\./g, "x").matchAll(/\./g)].length;
    const start = /^[\d#+]*/.exec(text)?.[0] ?? "";
    const rest = text.slice(start.length);
    if (/^\.*$/.test(rest))
      return start === ""
        ? l10n.t("{0} digits", any)
        : l10n.t("starts with {0}, {1} digits in all", start, start.length + any);
    return undefined;
  },
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};
