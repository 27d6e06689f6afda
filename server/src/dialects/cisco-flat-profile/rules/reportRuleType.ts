import type { ValueType } from "../../../values/valueType";
import { readReportRule } from "./rule";
import { ruleSuggestions } from "./ruleCompletion";
import { ruleInWords } from "./ruleInWords";
import { ruleLinks } from "./ruleLinks";
import { ruleProblems } from "./ruleProblems";
import { ruleTokens } from "./ruleTokens";

/** One or two rules, side by side. */
export const reportRuleType: ValueType = {
  id: "ReportRule",
  takesMarkdown: true,
  check: (text, at) => ruleProblems(readReportRule(text), text, "report", at.generation),
  describe: (text) => ruleInWords(readReportRule(text), "report"),
  complete: (text, offset) => ruleSuggestions(text, offset, "report"),
  tokens: ruleTokens,
  links: ruleLinks,
};
