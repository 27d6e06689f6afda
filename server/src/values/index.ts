import { ip, ipv6, mac } from "./address";
import { bool } from "./bool";
import { choice } from "./choice";
import { date, timeOffset } from "./dates";
import { daylightSaving } from "./daylightSaving";
import { float, powerLevel, time } from "./decimal";
import { dialPlan, numberMap } from "./dialPlan/types";
import { dialString } from "./dialString";
import { flag01 } from "./flag01";
import { host, hostOrUrl } from "./host";
import { signed, unsigned } from "./integer";
import { ldapAttributes, ldapDn, ldapFilter } from "./ldap";
import { extendedFunction, pskFunction } from "./lineKey";
import { lineNumber } from "./lineNumber";
import {
  announcementCodes,
  cipherList,
  colonTuple,
  dhcpOptionList,
  domainList,
  firewallRules,
  firmwareVersion,
  flagList,
  ipAndMask,
  ipRangeList,
  keepAliveMessage,
  list,
  numberList,
  onOffTime,
  regex,
  survivabilityProxy,
} from "./lists";
import { optionTlv } from "./optionTlv";
import { port } from "./port";
import { ringScript } from "./ringScript";
import { cadence } from "./signal/cadence";
import { frequency } from "./signal/frequency";
import { tone } from "./signal/tone";
import { dictionary, led, paging, rssFeed } from "./smallScripts";
import { plkOptionList, softkeyList } from "./softkeys";
import { starCode, starCodeList } from "./starCode";
import { phoneTemplate, responseTemplate } from "./templates";
import { phone, str, userId } from "./text";
import { ataTimeZone, timeOfDay } from "./timeOfDay";
import { timeZone } from "./timeZone";
import { sipUri, url } from "./url";
import type { ValueType } from "./valueType";

/** Every data type; `schemas/` names them by id. */
export const valueTypes: readonly ValueType[] = [
  dialPlan,
  numberMap,
  bool,
  flag01,
  choice,
  lineNumber,
  timeZone,
  unsigned,
  signed,
  float,
  time,
  powerLevel,
  port,
  ip,
  ipv6,
  mac,
  host,
  hostOrUrl,
  url,
  sipUri,
  userId,
  phone,
  phoneTemplate,
  responseTemplate,
  starCode,
  starCodeList,
  str,
  date,
  timeOffset,
  dhcpOptionList,
  domainList,
  numberList,
  ipAndMask,
  ipRangeList,
  colonTuple,
  flagList,
  list,
  cipherList,
  firewallRules,
  announcementCodes,
  survivabilityProxy,
  keepAliveMessage,
  onOffTime,
  regex,
  firmwareVersion,
  cadence,
  frequency,
  tone,
  ringScript,
  daylightSaving,
  timeOfDay,
  ataTimeZone,
  extendedFunction,
  pskFunction,
  softkeyList,
  plkOptionList,
  led,
  paging,
  dictionary,
  rssFeed,
  ldapFilter,
  ldapDn,
  ldapAttributes,
  dialString,
  optionTlv,
];
