import type { CodePage } from "../../checks/check";
import { dialPlanPages } from "./examples/dialPlans";
import { signalPages } from "./examples/signals";
import { valuePages } from "./examples/values";
import { xmlPages } from "./examples/xml";
import { conditionPages } from "./rules/conditionPages";
import { macroPages } from "./rules/macroPages";
import { optionPages } from "./rules/optionPages";
import { rulePages } from "./rules/rulePages";
import { schedulePages } from "./rules/schedulePages";
import { urlPages } from "./rules/urlPages";
import { codePages } from "./values/codePages";
import { sharingPages } from "./values/firmwareSharing";
import { ldapPages } from "./values/ldapPages";
import { lineKeyPages } from "./values/lineKeyPages";
import { ringPages } from "./values/ringPages";
import { smallScriptPages } from "./values/smallScriptPages";
import { softkeyPages } from "./values/softkeyPages";
import { timePages } from "./values/timePages";

/** Pages of the codes that reading and the value types report; each is in the folder that reports it. */
export const pages: readonly CodePage[] = [
  ...conditionPages,
  ...macroPages,
  ...optionPages,
  ...rulePages,
  ...schedulePages,
  ...urlPages,
  ...codePages,
  ...sharingPages,
  ...ldapPages,
  ...lineKeyPages,
  ...ringPages,
  ...smallScriptPages,
  ...softkeyPages,
  ...timePages,
  ...dialPlanPages,
  ...signalPages,
  ...valuePages,
  ...xmlPages,
];
