import * as l10n from "@vscode/l10n";
import type { Basis, EffectiveParameter } from "../../../schema/model";
import type { Problem, Severity } from "../../../text/span";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";

/** A phone refuses an item with a wrong value. What is only seen in use says little of other values. */
export function severityBy(basis: Basis | undefined): Severity {
  return basis === "documented" || basis === "dump" ? "error" : "hint";
}

/** The type with this check. `NULL`, which phones write for an empty value, and the default are always valid. */
export function judged(type: ValueType, check: ValueType["check"] = type.check.bind(type)): ValueType {
  return { ...type, check: (text, at) => (text === "NULL" || text === at.default ? [] : check(text, at)) };
}

export function notOfType(text: string, at: EffectiveParameter, message: string, replacement?: string): Problem {
  return {
    code: "value/not-of-type",
    severity: severityBy(at.parameter.typeBasis),
    message,
    span: whole(text),
    ...(replacement !== undefined && {
      fixes: [{ title: l10n.t("Replace with `{0}`", replacement), edits: [{ span: whole(text), text: replacement }] }],
    }),
  };
}
