import type { ValueType } from "../../../values/valueType";
import { macroProblems } from "./macroProblems";
import { macroSuggestions } from "./ruleCompletion";
import { macroTokens } from "./ruleTokens";

/** Texts in which macros are expanded when they are sent. */
export const macroTextType: ValueType = {
  id: "MacroText",
  check: macroProblems,
  complete: (text, offset) => macroSuggestions(text, offset) ?? [],
  tokens: macroTokens,
};
