import * as l10n from "@vscode/l10n";
import type { ValueType } from "../../../values/valueType";
import { readRule } from "./rule";
import { conditionSuggestions } from "./ruleCompletion";
import { conditionInWords } from "./ruleInWords";
import { ruleProblems } from "./ruleProblems";
import { ruleTokens } from "./ruleTokens";

/** Resync_Trigger_1 and _2. */
export const provisioningConditionType: ValueType = {
  id: "ProvisioningCondition",
  takesMarkdown: true,
  check(text, at) {
    const opening = /^\s*\(/.exec(text);
    const closing = closingOf(text);
    if (opening && closing !== undefined)
      return [
        {
          code: "rule/trigger-parentheses",
          severity: "error",
          message: l10n.t("A trigger is a condition without parentheses and `?`. The phone cannot read the trigger."),
          span: { start: 0, end: text.length },
          // Several pairs contain several conditions.
          ...(!/[()]/.test(bare(text.slice(opening[0].length, closing))) && {
            fixes: [
              {
                title: l10n.t("Remove the parentheses"),
                safe: true,
                edits: [
                  { span: { start: 0, end: opening[0].length }, text: "" },
                  { span: { start: closing, end: text.length }, text: "" },
                ],
              },
            ],
          }),
        },
      ];
    return ruleProblems(readRule(text, "trigger"), text, "trigger", at.generation);
  },
  describe(text) {
    const [only] = readRule(text, "trigger").alternatives;
    return only?.condition ? l10n.t("When {0}", conditionInWords(only.condition)) : undefined;
  },
  complete: (text, offset) => conditionSuggestions(text, offset, 0),
  tokens: ruleTokens,
};

/** Without texts in quotes and macros, which may contain parentheses. */
function bare(text: string): string {
  return text.replace(/"[^"]*"|\$\([^()]*\)/g, "");
}

/** Where the `)` or `)?` at the end of the text begins. */
function closingOf(text: string): number | undefined {
  const whole = text.trimEnd();
  const inner = whole.endsWith("?") ? whole.slice(0, -1).trimEnd() : whole;
  return inner.endsWith(")") ? inner.length - 1 : undefined;
}
