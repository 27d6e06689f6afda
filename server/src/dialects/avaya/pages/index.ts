import type { CodePage } from "../../../checks/check";
import { dialPlanPages } from "./dialPlans";
import { softkeyPages } from "./softkeys";
import { statementPages } from "./statements";
import { valuePages } from "./values";

/** Headings of the manual by the area of the codes. */
export const areas: Readonly<Record<string, string>> = {
  statement: "Lines of settings files",
  parameter: "Names",
  value: "Values",
  "sip-server": "SIP servers",
  dialplan: "Dial plans",
  softkey: "Softkeys and keys",
  time: "Time",
  update: "Automatic updates",
  safety: "Settings that are hard to undo",
  secret: "Passwords",
  flow: "Labels, jumps and files",
};

/** Pages of the codes that reading and the value types report. */
export const pages: readonly CodePage[] = [...statementPages, ...valuePages, ...softkeyPages, ...dialPlanPages];
