import * as l10n from "@vscode/l10n";
import { durationInWords } from "./duration";
import { checkRange, notOfType, readDecimal, readWhole, whole } from "./number";
import { secondsForms } from "./signal/rewrites";
import type { ValueType } from "./valueType";

// Float<n>, Time<n> and PwrLevel of specification section 2. Decimals beyond n are ignored by the phone.

export const float: ValueType = {
  id: "Float",
  check(text, at) {
    const read = readDecimal(text);
    if (!read) return [notOfType(text, at, l10n.t("`{0}` is not a valid decimal number.", text))];
    const places = at.argument ?? 3;
    if (read.decimals > places) return [tooManyDecimals(text, places)];
    return checkRange(text, read.value, at);
  },
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

export const time: ValueType = {
  id: "Time",
  check(text, at) {
    // Some times have a word for never.
    if (at.options.includes(text)) return [];
    const value = readDecimal(text)?.value ?? readWhole(text, false).value;
    if (value === undefined || text.startsWith("-")) {
      if (/^\d+ ?(?:s|sec|m|min|h|ms)$/i.test(text)) {
        return [
          {
            ...notOfType(text, at, l10n.t("`{0}` has a unit. Use the number of seconds alone.", text)),
            severity: "hint",
          },
        ];
      }
      return [notOfType(text, at, l10n.t("`{0}` is not a valid number of seconds.", text))];
    }
    return checkRange(text, value, at);
  },
  describe(text) {
    const value = readDecimal(text)?.value;
    return value === undefined || value < 60 ? undefined : durationInWords(value);
  },
  hint(text) {
    const value = readDecimal(text)?.value;
    return value === undefined || value < 90 ? undefined : durationInWords(value);
  },
  rewrites: (text) => (readDecimal(text) ? secondsForms(text) : []),
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

export const powerLevel: ValueType = {
  id: "PwrLevel",
  check(text, at) {
    const read = readDecimal(text);
    if (!read)
      return [
        notOfType(text, at, l10n.t("`{0}` is not a valid level in dBm. Use a number such as `-16` or `1.5`.", text)),
      ];
    if (read.decimals > 1) return [tooManyDecimals(text, 1)];
    return checkRange(text, read.value, at);
  },
  describe: (text) => (readDecimal(text) ? l10n.t("{0} dBm", text) : undefined),
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

function tooManyDecimals(text: string, places: number) {
  const dot = text.indexOf(".");
  const span = { start: dot + 1 + places, end: text.length };
  return {
    code: "value/too-many-decimals",
    severity: "warning" as const,
    message: l10n.t("Too many decimals. The phone uses at most {0}.", places),
    span,
    fixes: [{ title: l10n.t("Remove the extra decimals"), edits: [{ span, text: "" }] }],
  };
}
