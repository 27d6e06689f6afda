import type { ValueType } from "../../../values/valueType";
import { ataTimeZone } from "./ataTimeZone";
import { daylightSaving } from "./daylightSaving";
import { dialString } from "./dialString";
import { sharingLogServer, sharingSwitch } from "./firmwareSharing";
import { ldapAttributes, ldapDn, ldapFilter } from "./ldap";
import { extendedFunction, pskFunction } from "./lineKey";
import { optionTlv } from "./optionTlv";
import { announcementCodes, firmwareVersion, keepAliveMessage, survivabilityProxy } from "./records";
import { resyncTime } from "./resyncTime";
import { ringScript } from "./ringScript";
import { dictionary, led, paging, rssFeed } from "./smallScripts";
import { plkOptionList, softkeyList } from "./softkeys";
import { starCode, starCodeList } from "./starCode";
import { phoneTemplate, responseTemplate } from "./templates";

/** Data types that only these phones have. */
export const ownValueTypes: readonly ValueType[] = [
  ataTimeZone,
  daylightSaving,
  dialString,
  sharingLogServer,
  sharingSwitch,
  ldapAttributes,
  ldapDn,
  ldapFilter,
  extendedFunction,
  pskFunction,
  optionTlv,
  announcementCodes,
  firmwareVersion,
  keepAliveMessage,
  survivabilityProxy,
  resyncTime,
  ringScript,
  dictionary,
  led,
  paging,
  rssFeed,
  plkOptionList,
  softkeyList,
  starCode,
  starCodeList,
  phoneTemplate,
  responseTemplate,
];
