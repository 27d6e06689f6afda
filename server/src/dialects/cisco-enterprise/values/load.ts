import * as l10n from "@vscode/l10n";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { fileEnding } from "../load";

/** The name of a firmware load, to which the phone adds the ending of the file. */
export const loadName: ValueType = {
  id: "LoadName",
  check(text) {
    const [ending] = fileEnding.exec(text) ?? [];
    // The loads of wireless phones are written with their ending.
    if (ending === undefined || /^CP79/i.test(text)) return [];
    const span = { start: text.length - ending.length, end: text.length };
    return [
      {
        code: "load/file-ending",
        severity: "warning",
        message: l10n.t("The phone adds the ending itself and asks for another file. Remove `{0}`.", ending),
        span,
        fixes: [{ title: l10n.t("Remove `{0}`", ending), safe: true, edits: [{ span, text: "" }] }],
      },
    ];
  },
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};
