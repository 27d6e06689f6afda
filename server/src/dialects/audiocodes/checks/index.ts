import { byteOrderMark } from "../../../checks/byteOrderMark";
import { type Check, withExamples } from "../../../checks/check";
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
  withExamples(byteOrderMark, { bad: "\ufeffEnableSyslog = 1\n", good: "EnableSyslog = 1\n" }),
  ...tableChecks,
  ...valueChecks,
  ...updateChecks,
  ...toneChecks,
];
