import * as l10n from "@vscode/l10n";
import type { Basis, EffectiveParameter } from "../../../schema/model";
import type { Problem, Severity, Span } from "../../../text/span";
import { whole } from "../../../values/number";

// What all value types of these devices report alike.

/** A wrong value may do anything; facts of a MIB or a generator say less than a manual. */
export function severityBy(basis: Basis | undefined): Severity {
  return basis === "documented" ? "error" : "warning";
}

export function notOfType(text: string, at: EffectiveParameter, message: string, replacement?: string): Problem {
  return {
    ...{ code: "value/not-of-type", severity: severityBy(at.parameter.typeBasis), message, span: whole(text) },
    ...(replacement !== undefined && replaceWith(whole(text), replacement)),
  };
}

export function replaceWith(span: Span, text: string): Pick<Problem, "fixes"> {
  return { fixes: [{ title: l10n.t("Replace with `{0}`", text), edits: [{ span, text }] }] };
}

/** Longer than the parameter allows. */
export function overLength(text: string, at: EffectiveParameter): Problem[] {
  const { maxLength, secret } = at.parameter;
  if (maxLength === undefined || text.length <= maxLength) return [];
  return [
    {
      ...{ code: "value/over-length", severity: "warning" },
      message: secret
        ? l10n.t("Too long: more than {0} characters. The device may cut the value off.", maxLength)
        : l10n.t("Too long: {0} of {1} characters. The device may cut the value off.", text.length, maxLength),
      span: secret ? whole(text) : { start: maxLength, end: text.length },
    },
  ];
}
