import * as l10n from "@vscode/l10n";
import { whole } from "../../../values/number";
import { seconds } from "../../../values/signal/section";
import type { ValueType } from "../../../values/valueType";
import { choice, wholeNumber } from "./numbers";
import { replaceWith } from "./problems";

/** What a tone is for. */
export const toneType: ValueType = { ...choice, id: "ToneType" };

/** Decibels below 0 dBm. */
export const toneLevel: ValueType = {
  ...wholeNumber,
  id: "ToneLevel",
  check(text, at) {
    const level = /^-(\d+(?:\.\d+)?)$/.exec(text)?.[1];
    if (level === undefined) return wholeNumber.check(text, at);
    return [
      {
        ...{ code: "tone/sign", severity: "error", span: whole(text) },
        message: l10n.t("Levels are written without a sign: `{0}` means {1} dBm.", level, `-${level}`),
        ...replaceWith(whole(text), level),
      },
    ];
  },
  describe: (text) =>
    !/^\d{1,2}$/.test(text) ? undefined : text === "32" ? l10n.t("off") : `${text === "0" ? "0" : `-${text}`} dBm`,
};

/** Steps of 10 ms. */
export const toneTime: ValueType = {
  ...wholeNumber,
  id: "ToneTime",
  check(text) {
    if (/^\d{1,9}$/.test(text)) return [];
    const isHalf = /^\d{0,9}\.\d+$/.test(text);
    return [
      {
        code: isHalf ? "tone/not-whole" : "value/not-of-type",
        severity: isHalf ? "warning" : "error",
        span: whole(text),
        message: isHalf
          ? l10n.t("`{0}` is not a whole number of 10 ms. Manuals ask for whole numbers.", text)
          : l10n.t("`{0}` is not a number of 10 ms.", text),
      },
    ];
  },
  describe: (text) =>
    /^\d{1,9}(?:\.\d+)?$/.test(text) ? seconds(Number((Number(text) * 0.01).toFixed(4))) : undefined,
  hint: () => undefined,
};
