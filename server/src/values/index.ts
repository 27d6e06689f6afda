import { ip, ipv6, mac } from "./address";
import { bool } from "./bool";
import { choice } from "./choice";
import { date, timeOffset } from "./dates";
import { float, powerLevel, time } from "./decimal";
import { flag01 } from "./flag01";
import { host, hostOrUrl } from "./host";
import { signed, unsigned } from "./integer";
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
import { port } from "./port";
import { starCode, starCodeList } from "./starCode";
import { phoneTemplate, responseTemplate } from "./templates";
import { phone, str, userId } from "./text";
import { sipUri, url } from "./url";
import type { ValueType } from "./valueType";

/** Every data type; `schemas/` names them by id. */
export const valueTypes: readonly ValueType[] = [
  bool,
  flag01,
  choice,
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
];
