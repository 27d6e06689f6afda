import type { CodePage } from "../../../checks/check";
import { dialPlanPages } from "./dialPlans";
import { rulePages } from "./rules";
import { xmlPages } from "./xml";

/** Manual pages of every code that reading and the value types report. */
export const pages: readonly CodePage[] = [...xmlPages, ...rulePages, ...dialPlanPages];
