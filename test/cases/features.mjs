import { drift } from "./drift.mjs";
import { fleet } from "./fleet.mjs";
import { identity } from "./identity.mjs";
import { plan } from "./plan.mjs";
import { resolve } from "./resolve.mjs";

/** What each feature of a case runs. */
export const features = { resolve, identity, fleet, plan, drift };
