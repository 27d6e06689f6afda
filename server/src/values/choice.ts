import * as l10n from "@vscode/l10n";
import type { Parameter } from "../schema/model";
import { nearestAlone } from "../text/nearest";
import type { Problem } from "../text/span";
import { readBool } from "./bool";
import { whole } from "./number";
import { fold, optionFixes } from "./optionFixes";
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
    if (same !== undefined) return [outside(text, options, "hint", same, true)];
    const firm = at.parameter.optionsBasis === "documented" || at.parameter.optionsBasis === "dump-comment";
    const near = nearestAlone(text, options);
    if (near !== undefined && firm && !isNumber(text)) return [outside(text, options, "warning", near)];
    // Switches are lists of two words for some firmware lines.
    if (readBool(text) !== undefined) return [outside(text, options, "hint")];
    return [outside(text, options, firm ? "info" : "hint", near)];
  },
  describe: (text, at) => labelOf(text, at.parameter),
  complete: (text, _offset, at) =>
    at.options.map((label, i) => {
      const isDefault = label === at.default;
      const detail = isDefault ? l10n.t("default") : labelOf(label, at.parameter);
      return {
        ...{ label, kind: "value", replace: whole(text), rank: isDefault ? 10 : 20 + Math.min(i, 20) },
        ...(detail !== undefined && { detail }),
      };
    }),
  tokens: (text) => [{ span: whole(text), kind: "keyword" }],
};

/** What an option means, as a manual or the web page says. */
export function labelOf(option: string, { optionLabels }: Pick<Parameter, "optionLabels">): string | undefined {
  return optionLabels && Object.hasOwn(optionLabels, option) ? optionLabels[option] : undefined;
}

function outside(
  text: string,
  options: readonly string[],
  severity: Problem["severity"],
  near?: string,
  safe = false,
): Problem {
  return {
    code: "value/not-an-option",
    severity,
    message:
      near === undefined
        ? l10n.t("`{0}` is not one of the known options.", text)
        : l10n.t("Unknown option `{0}`. Did you mean `{1}`?", text, near),
    span: whole(text),
    fixes:
      near === undefined
        ? optionFixes(text, options)
        : [{ title: l10n.t("Replace with `{0}`", near), safe, edits: [{ span: whole(text), text: near }] }],
  };
}

function isNumber(text: string): boolean {
  return /^[\d.:+-]+$/.test(text);
}
