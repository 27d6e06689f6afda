import { type Check, withExamples } from "../../../checks/check";
import { unknownParameter } from "../../../checks/unknownParameter";
import { getCycle, getMissing, getShadowed } from "./flow/files";
import { indented } from "./flow/indented";
import { labelAbove, labelDuplicate, labelMissing, labelOtherSection, labelUnused } from "./flow/labels";
import { addLost, addUnsupported } from "./flow/lists";
import { overridden } from "./flow/overridden";
import { unreachable } from "./flow/reach";
import { neverSettings, upgradeLoop } from "./flow/upgrade";
import { unknownVariable } from "./flow/variables";
import { valueChecks } from "./values/index";

/** Every check of settings and files. */
export const checks: readonly Check[] = [
  indented,
  labelMissing,
  labelAbove,
  labelDuplicate,
  labelOtherSection,
  labelUnused,
  unreachable,
  unknownVariable,
  getShadowed,
  getCycle,
  getMissing,
  overridden,
  addUnsupported,
  addLost,
  upgradeLoop,
  neverSettings,
  withExamples(unknownParameter, { bad: "SET HTTPPROT 80\n", good: "SET HTTPPORT 80\n" }),
  ...valueChecks,
];
