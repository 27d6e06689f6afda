import type { Area } from "./area";
import { datatypeAreas } from "./datatypes";
import { dialPlanAreas } from "./dialPlans";
import { encryptionAreas } from "./encryption";
import { names } from "./names";
import { ruleAreas } from "./rules";
import { scriptAreas } from "./scripts";
import { xmlAreas } from "./xml";

/** Every area of the vector files that the product implements. */
export const areas: Readonly<Record<string, Area>> = {
  ...names,
  ...datatypeAreas,
  ...scriptAreas,
  ...ruleAreas,
  ...dialPlanAreas,
  ...encryptionAreas,
  ...xmlAreas,
};
