import * as l10n from "@vscode/l10n";
import { nearestAlone } from "../../../text/nearest";
import { readBool } from "../../../values/bool";
import { choice as shared } from "../../../values/choice";
import { labeledFlag } from "../../../values/flag01";
import { whole } from "../../../values/number";
import { optionFixes } from "../../../values/optionFixes";
import type { ValueType } from "../../../values/valueType";
import { isUnjudged, notOfType, replaceWith, severityBy } from "./problems";

/** Options that a message lists. */
const maxListed = 12;

/** One of a closed list. */
export const choice: ValueType = {
  ...shared,
  check(text, at) {
    const { options, parameter } = at;
    if (options.length === 0 || options.includes(text) || text === at.default || isUnjudged(text)) return [];
    const folded = options.find((option) => option.toLowerCase() === text.toLowerCase());
    const near = folded ?? (/^[\d.+-]+$/.test(text) ? undefined : nearestAlone(text, options));
    return [
      {
        code: "value/not-an-option",
        severity: folded === undefined ? severityBy(parameter.optionsBasis) : "hint",
        message:
          near !== undefined
            ? l10n.t("Unknown option `{0}`. Did you mean `{1}`?", text, near)
            : options.length > maxListed
              ? l10n.t("`{0}` is not one of the options. The phone keeps its old value.", text)
              : l10n.t("`{0}` is not one of {1}. The phone keeps its old value.", text, options.join(", ")),
        span: whole(text),
        ...(near !== undefined ? replaceWith(whole(text), near) : { fixes: optionFixes(text, options) }),
      },
    ];
  },
};

/** 0 or 1. */
export const flag: ValueType = {
  ...labeledFlag,
  check(text, at) {
    if (text === "0" || text === "1" || text === at.default || isUnjudged(text)) return [];
    const read = readBool(text);
    const message = l10n.t("`{0}` is not `0` or `1`. The phone keeps its old value.", text);
    return [notOfType(text, at, message, read === undefined ? undefined : read ? "1" : "0")];
  },
};
