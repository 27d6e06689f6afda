import { type Check, withExamples } from "../../../checks/check";
import { notOnDevice } from "../../../checks/notOnDevice";
import { unknownParameter } from "../../../checks/unknownParameter";
import { valueChecks } from "./values/index";

/** Every check of settings and files. */
export const checks: readonly Check[] = [
  withExamples(unknownParameter, { bad: "SET HTTPPROT 80\n", good: "SET HTTPPORT 80\n" }),
  withExamples(notOnDevice, {
    bad: "## flat-profile-device family=avaya16xx\nSET SIPDOMAIN example.com\n",
    good: "## flat-profile-device family=avayaj129\nSET SIPDOMAIN example.com\n",
  }),
  ...valueChecks,
];
