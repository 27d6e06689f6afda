import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../schema/model";
import { readBool } from "./bool";
import { labelOf } from "./choice";
import { notOfType, whole } from "./number";
import type { ValueType } from "./valueType";

/** 0 or 1, in the router tree of the adapters. Guides print Enabled and Disabled for them, which is silent. */
export const flag01: ValueType = {
  id: "Flag01",
  check(text, at) {
    if (/^(?:[01]|(?:en|dis)abled?)$/i.test(text) || at.options.includes(text)) return [];
    const read = readBool(text);
    const problem = notOfType(text, at, l10n.t("`{0}` is not `0` or `1`.", text));
    if (read === undefined) return [problem];
    const digit = read ? "1" : "0";
    return [
      {
        ...problem,
        severity: "hint",
        fixes: [{ title: l10n.t("Replace with `{0}`", digit), edits: [{ span: whole(text), text: digit }] }],
      },
    ];
  },
  describe: onOrOff,
  complete: (text) => [
    { label: "1", kind: "value", replace: whole(text), detail: l10n.t("on") },
    { label: "0", kind: "value", replace: whole(text), detail: l10n.t("off") },
  ],
  tokens: (text) => [{ span: whole(text), kind: "keyword" }],
};

/** The same where parameters may have words of their own for 0 and 1; what is wrong differs by system. */
export const labeledFlag: ValueType = {
  ...flag01,
  describe: meaningOf,
  complete: (text, _offset, at) =>
    ["1", "0"].map((label) => ({
      label,
      kind: "value",
      replace: whole(text),
      detail: meaningOf(label, at) ?? "",
      ...(label === at.default && { rank: 10 }),
    })),
};

function meaningOf(text: string, { parameter }: EffectiveParameter): string | undefined {
  const word = onOrOff(text);
  return word && (labelOf(text, parameter) ?? word);
}

function onOrOff(text: string): string | undefined {
  return text === "1" ? l10n.t("on") : text === "0" ? l10n.t("off") : undefined;
}
