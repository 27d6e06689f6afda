import type { Area } from "./area";
import { datatypeAreas } from "./datatypes";
import { dialPlanAreas } from "./dialPlans";
import { names } from "./names";
import { ruleAreas } from "./rules";
import { scriptAreas } from "./scripts";
import { sealedAreas } from "./sealed";
import { xmlAreas } from "./xml";

/** Every area of the vector files that the product implements. */
export const areas: Readonly<Record<string, Area>> = {
  ...names,
  ...datatypeAreas,
  ...scriptAreas,
  ...ruleAreas,
  ...dialPlanAreas,
  ...sealedAreas,
  ...xmlAreas,
};
