import type { Check } from "../../../checks/check";
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
import { sharingPortInRange, sharingWithoutEffect } from "./firmwareSharing";
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
import {
  byteOrderMark,
  duplicateParameter,
  mostlyUnknown,
  nonAscii,
  notOnDevice,
  notUtf8,
  otherSpelling,
  tooLong,
  typography,
  unknownParameter,
  wrongCase,
} from "./shared";
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
  sharingWithoutEffect,
  sharingPortInRange,
  plainTransport,
  weakPassword,
  passwordInUrl,
  weakKey,
  keyInClear,
];
