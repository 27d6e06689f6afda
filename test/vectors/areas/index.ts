import type { Area } from "./area";

/** Every area of the vector files that the product implements. */
export const areas: Readonly<Record<string, Area>> = {};
