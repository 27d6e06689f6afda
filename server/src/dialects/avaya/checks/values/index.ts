import type { Check } from "../../../../checks/check";
import { irreversible, locksMenu, noVlanFallback, readableSecret } from "./dangers";
import { emergencyMapped } from "./emergency";
import { notOnModel } from "./notOnModel";
import { phoneState } from "./phoneState";
import { afterQuotes, curlyQuote, needsQuotes, spaceInList, unpairedQuote } from "./quotes";
import { keyOverlap, mappingOff, portsBeyondEnd } from "./together";

/** Checks of values, of names, and of settings that are wrong only together. */
export const valueChecks: readonly Check[] = [
  needsQuotes,
  spaceInList,
  unpairedQuote,
  afterQuotes,
  curlyQuote,
  phoneState,
  locksMenu,
  irreversible,
  noVlanFallback,
  readableSecret,
  keyOverlap,
  portsBeyondEnd,
  mappingOff,
  emergencyMapped,
  notOnModel,
];
