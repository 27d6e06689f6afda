import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import { durationInWords } from "../../../values/duration";
import { limitFix } from "../../../values/limitFix";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { isUnjudged, notOfType, severityBy } from "./problems";

// number = ["+" / "-"] 1*DIGIT

const seconds: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400 };

/** A whole number in its range. */
export const wholeNumber: ValueType = {
  id: "Whole",
  check(text, at) {
    if (text === at.default || isUnjudged(text)) return [];
    if (!/^[+-]?\d{1,15}$/.test(text))
      return [notOfType(text, at, l10n.t("`{0}` is not a whole number. The phone keeps its old value.", text))];
    const [range] = at.ranges;
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range ?? {};
    const value = Number(text);
    if (value >= min && value <= max) return [];
    return [
      {
        code: "value/out-of-range",
        severity: severityBy(at.parameter.rangeBasis),
        message:
          value > max
            ? l10n.t("`{0}` is too high. Use {1} to {2}. The phone ignores the value.", text, min, max)
            : l10n.t("`{0}` is too low. Use {1} to {2}. The phone ignores the value.", text, min, max),
        span: whole(text),
        ...limitFix(whole(text), value > max ? max : min),
      },
    ];
  },
  describe(text, at) {
    const factor = factorOf(at);
    return factor !== undefined && /^\d{1,9}$/.test(text) && Number(text) > 0
      ? durationInWords(Number(text) * factor)
      : undefined;
  },
  hint(text, at) {
    const factor = factorOf(at);
    return factor !== undefined && /^\d{1,9}$/.test(text) && Number(text) * factor >= 90
      ? durationInWords(Number(text) * factor)
      : undefined;
  },
  complete: (text, _offset, at) =>
    at.default ? [{ label: at.default, kind: "value", replace: whole(text), detail: l10n.t("default") }] : [],
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

function factorOf({ parameter }: EffectiveParameter): number | undefined {
  const unit = parameter.unit ?? "";
  return Object.hasOwn(seconds, unit) ? seconds[unit] : undefined;
}
