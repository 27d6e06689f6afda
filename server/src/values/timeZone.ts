import * as l10n from "@vscode/l10n";
import { choice } from "./choice";
import { whole } from "./number";
import type { ValueType } from "./valueType";

// GMT with a signed offset of two and two digits, from the phone's list.

export const timeZone: ValueType = {
  ...choice,
  id: "TimeZone",
  check(text, at) {
    if (at.options.length === 0 || at.options.includes(text) || text === at.default) return [];
    const meant = zoneName(text);
    if (meant === undefined || !at.options.includes(meant)) return choice.check(text, at);
    return [
      {
        code: "value/not-an-option",
        severity: "warning",
        message: l10n.t("Unknown option `{0}`. Did you mean `{1}`?", text, meant),
        span: whole(text),
        fixes: [{ title: l10n.t("Replace with `{0}`", meant), edits: [{ span: whole(text), text: meant }] }],
      },
    ];
  },
};

/** An offset from Greenwich in the spelling of the phones: `GMT+3`, `UTC +3:00`, `+0300`, `GMT+3.5`. */
function zoneName(text: string): string | undefined {
  const folded = text.replace(/\s+/g, "").replace(/[\u2212\u2013]/g, "-");
  const match = /^(?:GMT|UTC|Z)?(?:([+-])(\d{1,2})(?:[:.h]?([0-5]\d)|(\.5))?)?$/i.exec(folded);
  if (!match || folded === "") return undefined;
  const [, sign = "+", hours = "0", minutes = "00", half] = match;
  const offset = `${hours.padStart(2, "0")}:${half ? "30" : minutes}`;
  return offset === "00:00" ? "GMT" : `GMT${sign}${offset}`;
}
