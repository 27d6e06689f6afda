import * as l10n from "@vscode/l10n";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { wholeNumberParts } from "../../../values/wholeNumber";
import { judged, notOfType, severityBy } from "./judged";

const { describe, complete, tokens } = wholeNumberParts;

/** A whole number in its range. */
export const wholeNumber: ValueType = judged({
  id: "Whole",
  check(text, at) {
    if (!/^[+-]?\d{1,15}$/.test(text))
      return [notOfType(text, at, l10n.t("`{0}` is not a whole number. The phone refuses the item.", text))];
    const [{ min, max } = {}] = at.ranges;
    const value = Number(text);
    if (min === undefined || max === undefined || (value >= min && value <= max)) return [];
    return [
      {
        code: "value/out-of-range",
        severity: severityBy(at.parameter.rangeBasis),
        message:
          value > max
            ? l10n.t("`{0}` is too high. Use {1} to {2}.", text, min, max)
            : l10n.t("`{0}` is too low. Use {1} to {2}.", text, min, max),
        span: whole(text),
      },
    ];
  },
  describe: (text, at) => (Number(text) >= 60 ? describe(text, at) : undefined),
  complete,
  tokens,
});

/** UTC-12:00 to UTC+14:00; no place is a few minutes from UTC. */
const maxHours = 14;

/** Minutes from UTC. */
export const offsetMinutes: ValueType = judged({
  ...wholeNumber,
  id: "OffsetMinutes",
  check(text, at) {
    const value = Number(text);
    if (!/^[+-]?\d{1,2}$/.test(text) || value === 0 || Math.abs(value) > maxHours) return wholeNumber.check(text, at);
    const minutes = String(value * 60);
    return [
      {
        code: "value/unit",
        severity: "warning",
        message: l10n.t(
          "`{0}` counts minutes. The phone sets its clock to UTC and {0} minutes. For hours use `{1}`.",
          text,
          minutes,
        ),
        span: whole(text),
        fixes: [{ title: l10n.t("Replace with `{0}`", minutes), edits: [{ span: whole(text), text: minutes }] }],
      },
    ];
  },
  describe(text) {
    if (!/^[+-]?\d{1,4}$/.test(text)) return undefined;
    const value = Math.abs(Number(text));
    const sign = Number(text) < 0 ? "-" : "+";
    const pad = (part: number) => String(part).padStart(2, "0");
    return `UTC${sign}${pad(Math.floor(value / 60))}:${pad(value % 60)}`;
  },
});
