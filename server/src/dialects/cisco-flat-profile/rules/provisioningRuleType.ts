import type { RuleKind } from "../../../preview/report";
import type { EffectiveParameter } from "../../../schema/model";
import type { ValueType } from "../../../values/valueType";
import { readRule } from "./rule";
import { ruleSuggestions } from "./ruleCompletion";
import { ruleInWords } from "./ruleInWords";
import { ruleLinks } from "./ruleLinks";
import { ruleProblems } from "./ruleProblems";
import { ruleSignature } from "./ruleSignature";
import { ruleTokens } from "./ruleTokens";

function kindOf({ name }: Pick<EffectiveParameter, "name">): RuleKind {
  return name === "Upgrade_Rule" ? "upgrade" : "profile";
}

/** Profile_Rule and the parameters that are written like it. */
export const provisioningRuleType: ValueType = {
  id: "ProvisioningRuleSyntax",
  takesMarkdown: true,
  check: (text, at) => ruleProblems(readRule(text, kindOf(at)), text, kindOf(at), at.generation),
  describe: (text, at) => ruleInWords(readRule(text, kindOf(at)), kindOf(at)),
  complete: (text, offset, at) => ruleSuggestions(text, offset, kindOf(at)),
  tokens: ruleTokens,
  signature: (text, offset, at) => ruleSignature(text, offset, kindOf(at)),
  links: ruleLinks,
};
