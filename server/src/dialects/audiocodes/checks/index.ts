import type { Check } from "../../../checks/check";
import { duplicate, fileName, finalNewline, unknownName } from "./names";
import { tableChecks } from "./tables";
import { toneChecks } from "./tones";
import { updateChecks } from "./update";
import { valueChecks } from "./values";

/** Every check of settings and files. */
export const checks: readonly Check[] = [
  unknownName,
  duplicate,
  fileName,
  finalNewline,
  ...tableChecks,
  ...valueChecks,
  ...updateChecks,
  ...toneChecks,
];
