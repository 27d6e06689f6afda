import type { CodePage } from "../../../checks/check";
import { dialPlanPages } from "./dialPlans";
import { keyPages } from "./keys";
import { rulePages } from "./rules";
import { signalPages } from "./signals";
import { timePages } from "./times";
import { valuePages } from "./values";
import { xmlPages } from "./xml";

/** Manual pages of every code that reading and the value types report. */
export const pages: readonly CodePage[] = [
  ...xmlPages,
  ...valuePages,
  ...signalPages,
  ...timePages,
  ...keyPages,
  ...rulePages,
  ...dialPlanPages,
];
