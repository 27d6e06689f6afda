import type { Check } from "./check";

/** Every check of settings and profiles; the order is the order of the manual. */
export const checks: readonly Check[] = [];
