import * as l10n from "@vscode/l10n";
import { distance } from "fastest-levenshtein";
import type { Problem } from "../text/span";
import { whole } from "./number";
import type { ValueType } from "./valueType";

// Yes / No (specification section 2). Official schemas also take yes, no, 1, 0, Enable and
// Disable; files have further spellings, which firmware lines read differently.

const spellings: Readonly<Record<string, "Yes" | "No">> = {
  yes: "Yes",
  no: "No",
  "1": "Yes",
  "0": "No",
  enable: "Yes",
  disable: "No",
  enabled: "Yes",
  disabled: "No",
  on: "Yes",
  off: "No",
  true: "Yes",
  false: "No",
};

/** What every firmware takes. */
const official = new Set(["Yes", "No", "yes", "no", "1", "0", "Enable", "enable", "Disable", "disable"]);

export function readBool(text: string): boolean | undefined {
  const folded = text.toLowerCase();
  return Object.hasOwn(spellings, folded) ? spellings[folded] === "Yes" : undefined;
}

export const bool: ValueType = {
  id: "Bool",
  check(text, at) {
    if (text === "Yes" || text === "No" || at.options.includes(text) || text === at.default) return [];
    const read = readBool(text);
    if (read === undefined) return [wrong(text, at.options)];
    const meant = read ? "Yes" : "No";
    return [
      {
        code: "value/boolean-spelling",
        severity: "hint",
        once: true,
        message: official.has(text)
          ? l10n.t("Phones write `{0}` as `{1}`.", text, meant)
          : l10n.t("Not every firmware reads `{0}` as `{1}`.", text, meant),
        span: whole(text),
        fixes: [
          { title: l10n.t("Replace with `{0}`", meant), safe: true, edits: [{ span: whole(text), text: meant }] },
        ],
      },
    ];
  },
  describe(text) {
    const read = readBool(text);
    return read === undefined ? undefined : read ? l10n.t("on") : l10n.t("off");
  },
  complete(text, _offset, at) {
    return ["Yes", "No"].map((label) => ({
      label,
      kind: "value",
      replace: whole(text),
      ...(label === at.default && { detail: l10n.t("default"), rank: 10 }),
    }));
  },
  tokens: (text) => [{ span: whole(text), kind: "keyword" }],
};

function wrong(text: string, options: readonly string[]): Problem {
  const near = ["Yes", "No", ...options].find((word) => distance(word.toLowerCase(), text.toLowerCase()) <= 1);
  return {
    code: "value/not-boolean",
    // Web pages show other words for some switches, and dumps print them.
    severity: near !== undefined || /^[a-z0-9]{1,8}$/i.test(text) ? "warning" : "info",
    message: l10n.t("`{0}` is not `Yes` or `No`. The phone keeps its old value.", text),
    span: whole(text),
    ...(near !== undefined && {
      fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span: whole(text), text: near }] }],
    }),
  };
}
