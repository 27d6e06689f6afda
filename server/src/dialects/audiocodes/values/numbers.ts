import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import type { Problem } from "../../../text/span";
import { readBool } from "../../../values/bool";
import { labelOf, choice as shared } from "../../../values/choice";
import { labeledFlag } from "../../../values/flag01";
import { whole } from "../../../values/number";
import type { Suggestion, ValueType } from "../../../values/valueType";
import { wholeNumberParts } from "../../../values/wholeNumber";
import { notOfType, replaceWith, severityBy } from "./problems";

// number = ["+" / "-"] 1*DIGIT

/** Options that a message lists. */
const maxListed = 12;

const unitWords = /^([+-]?\d+)\s*(?:ms|msec|s|sec|secs|seconds?|m|min|minutes?|h|hours?|days?|db|dbm|hz|%|v|ma)$/i;

/** A number with the word of its unit. */
function withUnit(text: string): Problem | undefined {
  const number = unitWords.exec(text)?.[1];
  if (number === undefined) return undefined;
  return {
    ...{ code: "value/unit", severity: "warning", span: whole(text) },
    message: l10n.t("`{0}` has a unit. Use the number alone, in the unit of the parameter.", text),
    ...replaceWith(whole(text), number),
  };
}

/** One of a closed list of numbers. */
export const choice: ValueType = {
  ...shared,
  check(text, at) {
    const { options, parameter } = at;
    if (options.length === 0 || options.includes(text) || text === at.default) return [];
    const unit = withUnit(text);
    if (unit) return [unit];
    // Values are compared without regard to case, and numbers may have signs and zeros before them.
    if (options.some((each) => each.toLowerCase() === text.toLowerCase())) return [];
    if (/^[+-]?\d{1,9}$/.test(text) && options.includes(String(Number(text)))) return [];
    return [
      {
        ...{ code: "value/not-an-option", severity: severityBy(parameter.optionsBasis), span: whole(text) },
        message:
          options.length > maxListed
            ? l10n.t("`{0}` is not one of the options. The device may take it as anything.", text)
            : l10n.t("`{0}` is not one of {1}. The device may take it as anything.", text, options.join(", ")),
      },
    ];
  },
  complete: (text, _offset, at) => at.options.map((option) => suggestion(option, text, at)),
};

function suggestion(label: string, text: string, at: EffectiveParameter): Suggestion {
  const meaning = labelOf(label, at.parameter);
  const isDefault = label === at.default;
  const detail = [meaning, isDefault ? l10n.t("default") : undefined].filter((each) => each !== undefined).join(", ");
  return { label, kind: "value", replace: whole(text), rank: isDefault ? 10 : 20, ...(detail !== "" && { detail }) };
}

/** 0 or 1. */
export const flag: ValueType = {
  ...labeledFlag,
  check(text, at) {
    if (/^0*[01]$/.test(text) || text === at.default) return [];
    const read = readBool(text);
    const message = l10n.t("`{0}` is not `0` or `1`. The device may take it as anything.", text);
    return [notOfType(text, at, message, read === undefined ? undefined : read ? "1" : "0")];
  },
  complete: (text, offset, at) =>
    (labeledFlag.complete?.(text, offset, at) ?? []).map((each) => ({ rank: 20, ...each })),
};

/** A whole number in its range. */
export const wholeNumber: ValueType = {
  ...wholeNumberParts,
  id: "Whole",
  check(text, at) {
    if (text === at.default) return [];
    const unit = withUnit(text);
    if (unit) return [unit];
    if (!/^[+-]?\d{1,15}$/.test(text))
      return [
        {
          ...notOfType(text, at, l10n.t("`{0}` is not a whole number. The device may take it as anything.", text)),
          // Where no manual says so, values of other products may be words.
          ...(at.parameter.typeBasis !== "documented" && { severity: "hint" }),
        },
      ];
    const value = Number(text);
    const { ranges, parameter } = at;
    const isIn = ranges.some(({ min = -Infinity, max = Infinity }) => value >= min && value <= max);
    if (ranges.length === 0 || isIn) return [];
    const allowed = ranges.map(({ min, max }) => l10n.t("{0} to {1}", String(min ?? ""), String(max ?? ""))).join(", ");
    const isHigh = ranges.every(({ max = Infinity }) => value > max);
    return [
      {
        ...{ code: "value/out-of-range", severity: severityBy(parameter.rangeBasis), span: whole(text) },
        message: isHigh
          ? l10n.t("`{0}` is too high. Use {1}. The device may take it as anything.", text, allowed)
          : ranges.length > 1
            ? l10n.t("`{0}` is out of range. Use {1}. The device may take it as anything.", text, allowed)
            : l10n.t("`{0}` is too low. Use {1}. The device may take it as anything.", text, allowed),
      },
    ];
  },
  describe: (text, at) => labelOf(text, at.parameter) ?? wholeNumberParts.describe(text, at),
};
