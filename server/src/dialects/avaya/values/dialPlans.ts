import { type PlanForm, parenthesized } from "../../../values/dialPlan/form";
import { dialPlanType } from "../../../values/dialPlan/types";
import type { ValueType } from "../../../values/valueType";
import { overLength } from "./problems";

/** `[23]xxxx|91xxxxxxxxxx` */
export const dialPlanForm: PlanForm = {
  ...parenthesized,
  parentheses: "none",
  timers: false,
  negation: true,
  maxLength: 1023,
};

/** `!99xx,<189:88>xx` */
export const digitMappingForm: PlanForm = { ...dialPlanForm, separator: ",", maxLength: 2048 };

export const dialPlanList: ValueType = dialPlanType("DialPlanList", dialPlanForm);

const mapping = dialPlanType("DigitMapping", digitMappingForm);

export const digitMapping: ValueType = {
  ...mapping,
  check: (text, at) => [...mapping.check(text, at), ...overLength(text, at)],
};
