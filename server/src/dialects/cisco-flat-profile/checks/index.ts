import { byteOrderMark } from "../../../checks/byteOrderMark";
import type { Check } from "../../../checks/check";
import { duplicateParameter } from "../../../checks/duplicateParameter";
import { mostlyUnknown } from "../../../checks/mostlyUnknown";
import { nonAscii } from "../../../checks/nonAscii";
import { notOnDevice } from "../../../checks/notOnDevice";
import { notUtf8 } from "../../../checks/notUtf8";
import { otherSpelling } from "../../../checks/otherSpelling";
import { tooLong } from "../../../checks/tooLong";
import { typography } from "../../../checks/typography";
import { unknownParameter } from "../../../checks/unknownParameter";
import { wrongCase } from "../../../checks/wrongCase";
import { aliasForm, aliasLimit, aliasMissing, aliasTwice } from "./aliasMaps";
import { ambiguousEmpty } from "./ambiguousEmpty";
import { attributeValue } from "./attributeValue";
import { clearedLog } from "./clearedLog";
import { daylightMeaning } from "./daylightMeaning";
import { dialExpectation } from "./dialExpectation";
import { dictionaryLanguage } from "./dictionaryLanguage";
import { downgradeLimit } from "./downgradeLimit";
import { emergencyNumbers } from "./emergencyNumbers";
import { fetchesFirmware, noFile, noFirmware, otherPhonesFirmware } from "./fetchedFiles";
import { foreignKeyHost, foreignPlaceholder } from "./foreignPlaceholder";
import { ldapServer } from "./ldapServer";
import { lineKeyTaken, softkeysSwitchedOff } from "./lineKeys";
import { lineWithoutAccount } from "./lineWithoutAccount";
import { longReportInterval } from "./longReportInterval";
import { noRoot } from "./noRoot";
import { outsideRoot } from "./outsideRoot";
import { ownStarCodes } from "./ownStarCodes";
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
import { switchedOff } from "./switchedOff";
import { unknownSection } from "./unknownSection";
import { userAccess } from "./userAccess";
import { wrongRoot } from "./wrongRoot";
import { wrongSection } from "./wrongSection";

/** Every check of settings and profiles; the order is the order of the manual. */
export const checks: readonly Check[] = [
  aliasForm,
  aliasTwice,
  aliasLimit,
  aliasMissing,
  ruleAssignments,
  downgradeLimit,
  noFirmware,
  otherPhonesFirmware,
  fetchesFirmware,
  noFile,
  foreignPlaceholder,
  clearedLog,
  unknownParameter,
  mostlyUnknown,
  unknownSection,
  wrongSection,
  wrongCase,
  duplicateParameter,
  notOnDevice,
  otherSpelling,
  userAccess,
  attributeValue,
  typography,
  nonAscii,
  tooLong,
  ambiguousEmpty,
  notUtf8,
  byteOrderMark,
  noRoot,
  wrongRoot,
  outsideRoot,
  resyncAtHidesPeriodic,
  resyncSwitchedOff,
  retryTooShort,
  shortSpread,
  upgradeSwitchedOff,
  restrictedDomains,
  starCodeClash,
  ownStarCodes,
  longReportInterval,
  pagingPortClash,
  dictionaryLanguage,
  ldapServer,
  ringCadence,
  daylightMeaning,
  dialExpectation,
  emergencyNumbers,
  lineWithoutAccount,
  lineKeyTaken,
  foreignKeyHost,
  switchedOff,
  softkeysSwitchedOff,
  plainTransport,
  weakPassword,
  passwordInUrl,
  weakKey,
  keyInClear,
];
