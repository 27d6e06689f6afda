import * as l10n from "@vscode/l10n";
import { limitFix } from "../../../values/limitFix";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { wholeNumberParts } from "../../../values/wholeNumber";
import { isUnjudged, notOfType, severityBy } from "./problems";

// number = ["+" / "-"] 1*DIGIT

/** A whole number in its range. */
export const wholeNumber: ValueType = {
  ...wholeNumberParts,
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
};
