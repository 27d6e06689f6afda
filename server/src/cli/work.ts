import { checkWork } from "./check/checkWork";
import { driftWork } from "./driftWork";
import { encryptWork } from "./encryptWork";
import { fleetWork } from "./fleetWork";
import { formatWork } from "./formatWork";
import { planWork } from "./plan/planWork";
import type { Work } from "./threads";

/** What threads can do, by the name that a job has for it. */
export const works: Readonly<Record<string, Work<never, unknown>>> = {
  check: checkWork,
  drift: driftWork,
  encrypt: encryptWork,
  fleet: fleetWork,
  format: formatWork,
  plan: planWork,
};
