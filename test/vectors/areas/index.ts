import type { Area } from "./area";
import { names } from "./names";

/** Every area of the vector files that the product implements. */
export const areas: Readonly<Record<string, Area>> = {
  ...names,
};
