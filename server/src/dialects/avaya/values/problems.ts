import * as l10n from "@vscode/l10n";
import type { Basis, EffectiveParameter } from "../../../schema/model";
import type { Problem, Severity, Span } from "../../../text/span";
import { whole } from "../../../values/number";

// What all value types of these phones report alike.

/** The phone ignores a wrong value; facts that a program took from a text may be incomplete. */
export function severityBy(basis: Basis | undefined): Severity {
  return basis === "documented" ? "error" : "warning";
}

/** Values with variables are known to the phone alone; what has half a pair of quotes has a problem of its own. */
export function isUnjudged(text: string): boolean {
  return /\$[A-Za-z_]|^["\u201c]|["\u201d]$/.test(text);
}

export function notOfType(text: string, at: EffectiveParameter, message: string, replacement?: string): Problem {
  return {
    ...{ code: "value/not-of-type", severity: severityBy(at.parameter.typeBasis), message, span: whole(text) },
    ...(replacement !== undefined && replaceWith(whole(text), replacement)),
  };
}

export function replaceWith(span: Span, text: string): Pick<Problem, "fixes"> {
  return {
    fixes: [
      {
        title: text === "" ? l10n.t("Remove the text") : l10n.t("Replace with `{0}`", text),
        edits: [{ span, text }],
      },
    ],
  };
}

/** Longer than the parameter allows. */
export function overLength(text: string, at: EffectiveParameter): Problem[] {
  const { maxLength, typeBasis, secret } = at.parameter;
  if (maxLength === undefined || text.length <= maxLength || isUnjudged(text)) return [];
  return [
    {
      code: "value/over-length",
      severity: severityBy(typeBasis),
      message: secret
        ? l10n.t("Too long: more than {0} characters. The phone ignores the value.", maxLength)
        : l10n.t("Too long: {0} of {1} characters. The phone ignores the value.", text.length, maxLength),
      span: secret ? whole(text) : { start: maxLength, end: text.length },
    },
  ];
}

/** A part of a value, apart from others by a sign. */
export interface Part {
  readonly text: string;
  readonly span: Span;
}

/** The parts of a value without the spaces around them. */
export function partsOf(text: string, sign: string, from = 0): Part[] {
  let start = from;
  return text.split(sign).map((part) => {
    const lead = part.length - part.trimStart().length;
    const body = part.trim();
    const found = { text: body, span: { start: start + lead, end: start + lead + body.length } };
    start += part.length + sign.length;
    return found;
  });
}
