import * as l10n from "@vscode/l10n";
import { nearestAlone } from "../text/nearest";
import type { Problem } from "../text/span";
import { readBool } from "./bool";
import { whole } from "./number";
import type { ValueType } from "./valueType";

// One word of a closed list. The lists come from guides and dumps of some firmware releases; newer
// ones add members, so only a value that nearly is a member is surely wrong.

export const choice: ValueType = {
  id: "Enum",
  check(text, at) {
    const { options } = at;
    if (options.length === 0 || options.includes(text) || text === at.default) return [];
    // The words that the web page shows for an option, as guides print them.
    if (Object.values(at.parameter.optionLabels ?? {}).includes(text)) return [];
    const folded = fold(text);
    const same = options.find((option) => fold(option) === folded);
    if (same !== undefined) return [outside(text, "hint", same, true)];
    const firm = at.parameter.optionsBasis === "documented" || at.parameter.optionsBasis === "dump-comment";
    const near = nearestAlone(text, options);
    if (near !== undefined && firm && !isNumber(text)) return [outside(text, "warning", near, false)];
    // Switches are lists of two words for some firmware lines.
    if (readBool(text) !== undefined) return [outside(text, "hint", undefined, false)];
    return [outside(text, firm ? "info" : "hint", near, false)];
  },
  describe(text, at) {
    const labels = at.parameter.optionLabels;
    return labels && Object.hasOwn(labels, text) ? labels[text] : undefined;
  },
  complete(text, _offset, at) {
    const labels = at.parameter.optionLabels ?? {};
    return at.options.map((label, i) => ({
      label,
      kind: "value",
      replace: whole(text),
      rank: label === at.default ? 10 : 20 + Math.min(i, 20),
      ...(label === at.default
        ? { detail: l10n.t("default") }
        : Object.hasOwn(labels, label) && { detail: labels[label] ?? "" }),
    }));
  },
  tokens: (text) => [{ span: whole(text), kind: "keyword" }],
};

function outside(text: string, severity: Problem["severity"], near: string | undefined, safe: boolean): Problem {
  return {
    code: "value/not-an-option",
    severity,
    message:
      near === undefined
        ? l10n.t("`{0}` is not one of the known options.", text)
        : l10n.t("Unknown option `{0}`. Did you mean `{1}`?", text, near),
    span: whole(text),
    ...(near !== undefined && {
      fixes: [{ title: l10n.t("Replace with `{0}`", near), safe, edits: [{ span: whole(text), text: near }] }],
    }),
  };
}

/** Letters and digits only: dumps differ from their own lists in spaces, hyphens and case. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9+]/g, "");
}

function isNumber(text: string): boolean {
  return /^[\d.:+-]+$/.test(text);
}
