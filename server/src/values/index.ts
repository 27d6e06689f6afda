import { ip, ipv6, mac } from "./address";
import { bool } from "./bool";
import { choice } from "./choice";
import { date, timeOffset } from "./dates";
import { float, powerLevel, time } from "./decimal";
import { dialPlan, numberMap } from "./dialPlan/types";
import { flag01 } from "./flag01";
import { host, hostOrUrl } from "./host";
import { signed, unsigned } from "./integer";
import { lineNumber } from "./lineNumber";
import {
  cipherList,
  colonTuple,
  dhcpOptionList,
  domainList,
  firewallRules,
  flagList,
  ipAndMask,
  ipRangeList,
  list,
  numberList,
  onOffTime,
  regex,
} from "./lists";
import { port } from "./port";
import { cadence } from "./signal/cadence";
import { frequency } from "./signal/frequency";
import { tone } from "./signal/tone";
import { phone, str, userId } from "./text";
import { timeOfDay } from "./timeOfDay";
import { timeZone } from "./timeZone";
import { sipUri, url } from "./url";
import type { ValueType } from "./valueType";

/** Data types that several dialects can use; `schemas/` names them by id. */
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
  onOffTime,
  regex,
  cadence,
  frequency,
  tone,
  timeOfDay,
];
