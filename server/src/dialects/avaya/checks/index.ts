import { type Check, withExamples } from "../../../checks/check";
import { unknownParameter } from "../../../checks/unknownParameter";

/** Every check of settings and files. */
export const checks: readonly Check[] = [
  withExamples(unknownParameter, { bad: "SET HTTPPROT 80\n", good: "SET HTTPPORT 80\n" }),
];
