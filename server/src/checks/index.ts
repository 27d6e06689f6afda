import { aliasForm, aliasLimit, aliasMissing, aliasTwice } from "./aliasMaps";
import { ambiguousEmpty } from "./ambiguousEmpty";
import { attributeValue } from "./attributeValue";
import { byteOrderMark } from "./byteOrderMark";
import type { Check } from "./check";
import { clearedLog } from "./clearedLog";
import { dialExpectation } from "./dialExpectation";
import { dictionaryLanguage } from "./dictionaryLanguage";
import { downgradeLimit } from "./downgradeLimit";
import { duplicateParameter } from "./duplicateParameter";
import { emergencyNumbers } from "./emergencyNumbers";
import { lineKeyTaken, softkeysSwitchedOff } from "./lineKeys";
import { lineWithoutAccount } from "./lineWithoutAccount";
import { longReportInterval } from "./longReportInterval";
import { nonAscii } from "./nonAscii";
import { noRoot } from "./noRoot";
import { notOnDevice } from "./notOnDevice";
import { notUtf8 } from "./notUtf8";
import { pagingPortClash } from "./pagingPortClash";
import { passwordInUrl, plainTransport, weakPassword } from "./plainSecrets";
import { restrictedDomains } from "./restrictedDomains";
import {
  resyncAtHidesPeriodic,
  resyncSwitchedOff,
  retryTooShort,
  shortSpread,
  upgradeSwitchedOff,
} from "./resyncTiming";
import { ringCadence } from "./ringCadence";
import { ruleAssignments } from "./ruleAssignments";
import { keyInClear, weakKey } from "./ruleKeys";
import { starCodeClash } from "./starCodeClash";
import { tooLong } from "./tooLong";
import { typography } from "./typography";
import { unknownParameter } from "./unknownParameter";
import { userAccess } from "./userAccess";
import { wrongCase } from "./wrongCase";

/** Every check of settings and profiles; the order is the order of the manual. */
export const checks: readonly Check[] = [
  aliasForm,
  aliasTwice,
  aliasLimit,
  aliasMissing,
  ruleAssignments,
  downgradeLimit,
  clearedLog,
  unknownParameter,
  wrongCase,
  duplicateParameter,
  notOnDevice,
  userAccess,
  attributeValue,
  typography,
  nonAscii,
  tooLong,
  ambiguousEmpty,
  notUtf8,
  byteOrderMark,
  noRoot,
  resyncAtHidesPeriodic,
  resyncSwitchedOff,
  retryTooShort,
  shortSpread,
  upgradeSwitchedOff,
  restrictedDomains,
  starCodeClash,
  longReportInterval,
  pagingPortClash,
  dictionaryLanguage,
  ringCadence,
  dialExpectation,
  emergencyNumbers,
  lineWithoutAccount,
  lineKeyTaken,
  softkeysSwitchedOff,
  plainTransport,
  weakPassword,
  passwordInUrl,
  weakKey,
  keyInClear,
];
