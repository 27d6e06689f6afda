import * as l10n from "@vscode/l10n";
import { readBool } from "./bool";
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
  describe: (text) => (text === "1" ? l10n.t("on") : text === "0" ? l10n.t("off") : undefined),
  complete: (text) => [
    { label: "1", kind: "value", replace: whole(text), detail: l10n.t("on") },
    { label: "0", kind: "value", replace: whole(text), detail: l10n.t("off") },
  ],
  tokens: (text) => [{ span: whole(text), kind: "keyword" }],
};
