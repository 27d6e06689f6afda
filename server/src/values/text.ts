import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../schema/model";
import type { Problem } from "../text/span";
import { notOfType, whole } from "./number";
import type { ValueType } from "./valueType";

// Free text and names of specification section 2: Str<n>, UserID, Phone.

export const str: ValueType = {
  id: "Str",
  check: (text, at) => tooLong(text, at.argument ?? at.parameter.maxLength, at),
};

/** The user part of an address; at most 63 characters. */
export const userId: ValueType = {
  id: "UserID",
  check(text, at) {
    const blank = /\S\s+\S/.exec(text);
    const problems = tooLong(text, 63, at);
    if (blank)
      problems.push({
        code: "value/bad-user-id",
        severity: "info",
        message: l10n.t("A user ID cannot contain spaces."),
        span: whole(text),
      });
    return problems;
  },
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};

/** Digits and star codes, or `user@host[:port]`; at most 39 characters where no longer limit is known. */
export const phone: ValueType = {
  id: "Phone",
  check(text, at) {
    if (text.includes("$")) return [];
    const limit = Math.max(at.parameter.maxLength ?? at.parameter.legacyMaxLength ?? 0, 39);
    if (/^[^A-Za-z]+$|^sips?:|@/i.test(text)) return tooLong(text, limit, at);
    // Names without a host reach users of some services.
    const message = l10n.t("`{0}` is not a valid number. Use digits, a star code or `user@host`.", text);
    return [{ ...notOfType(text, at, message), severity: "hint" }, ...tooLong(text, limit, at)];
  },
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

function tooLong(text: string, limit: number | undefined, at: EffectiveParameter): Problem[] {
  if (limit === undefined || text.length <= limit) return [];
  return [
    {
      code: "value/over-length",
      severity: at.parameter.typeBasis === "documented" ? "warning" : "hint",
      message: l10n.t("Too long: {0} of {1} characters.", text.length, limit),
      span: { start: limit, end: text.length },
    },
  ];
}
