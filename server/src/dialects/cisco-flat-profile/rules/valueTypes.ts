import type { ValueType } from "../../../values/valueType";
import { macroTextType } from "./macroTextType";
import { provisioningConditionType } from "./provisioningConditionType";
import { provisioningRuleType } from "./provisioningRuleType";
import { reportRuleType } from "./reportRuleType";
import { scheduleType } from "./scheduleType";

/** Types of values that know macros and rules. */
export const ruleValueTypes: readonly ValueType[] = [
  provisioningRuleType,
  provisioningConditionType,
  reportRuleType,
  macroTextType,
  scheduleType,
];
