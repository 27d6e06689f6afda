import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import { whole } from "../../../values/number";
import { offerDefault } from "../../../values/offerDefault";
import type { ValueType } from "../../../values/valueType";

// Activation codes of specification section 9.6: `*` or `#` and digits, at most 8 characters: factory codes such as *0172632 have as many.

const maxLength = 8;

export const starCode: ValueType = {
  id: "StarCode",
  check(text, at) {
    if (text === at.default) return [];
    const problems: Problem[] = [];
    if (!/^[*#\d]+$/.test(text)) {
      const bad = /[^*#\d]/.exec(text);
      problems.push({
        code: "value/bad-star-code",
        severity: at.parameter.typeBasis === "documented" ? "warning" : "hint",
        message: l10n.t("The star code `{0}` cannot be dialed. Use only `*`, `#` and digits.", text),
        span: { start: bad?.index ?? 0, end: (bad?.index ?? 0) + 1 },
      });
    } else if (/^\d/.test(text)) {
      problems.push({
        code: "value/star-code-without-star",
        severity: "hint",
        message: l10n.t("The star code does not start with `*` or `#`. It hides the ordinary number `{0}`.", text),
        span: whole(text),
      });
    }
    if (text.length > maxLength) {
      problems.push({
        code: "value/over-length",
        severity: at.parameter.typeBasis === "documented" ? "warning" : "hint",
        message: l10n.t("Too long: {0} of {1} characters.", text.length, maxLength),
        span: { start: maxLength, end: text.length },
      });
    }
    return problems;
  },
  complete: offerDefault,
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

const tones: Readonly<Record<string, () => string>> = {
  c: () => l10n.t("call-forward tone"),
  d: () => l10n.t("dial tone"),
  m: () => l10n.t("message tone"),
  o: () => l10n.t("outside dial tone"),
  p: () => l10n.t("prompt tone"),
  s: () => l10n.t("second dial tone"),
  x: () => l10n.t("no tone"),
};

/** Codes joined by `|`, each with an optional tone letter: `*72'c'|*67'p'`. */
export const starCodeList: ValueType = {
  id: "StarCodeList",
  check(text) {
    const problems: Problem[] = [];
    let start = 0;
    for (const part of text.split("|")) {
      const body = part.trim();
      const at = start + (part.length - part.trimStart().length);
      if (body !== "" && !/^[*#\d]+(?:\s*['`\u2018\u2019"][a-z]['`\u2018\u2019"])?$/i.test(body)) {
        problems.push({
          code: "value/bad-star-code",
          severity: "info",
          message: l10n.t("Expected a star code with an optional tone letter, such as `*72'c'`."),
          span: { start: at, end: at + body.length },
        });
      }
      start += part.length + 1;
    }
    return problems;
  },
  describe(text) {
    const words = text.split("|").flatMap((part) => {
      const match = /^\s*([*#\d]+)(?:\s*['`]([a-z])['`])?/i.exec(part);
      const tone = match?.[2] ? tones[match[2].toLowerCase()] : tones.p;
      return match?.[1] ? [`${match[1]}: ${tone?.() ?? ""}`] : [];
    });
    return words.join(", ");
  },
  tokens: (text) =>
    [...text.matchAll(/[*#\d]+/g)].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      kind: "number" as const,
    })),
};
