import { url } from "../../../values/url";
import type { ValueType } from "../../../values/valueType";
import { dialPattern } from "./dialPattern";
import { loadName } from "./load";
import { address, bool, callProtocol, number, text, ucmPort } from "./plain";
import { loadServer, logServer, sharingFlag } from "./sharing";
import { clockTime, dateTemplate, daysOfWeek } from "./times";

/** Data types of files for phones of Unified CM. */
export const valueTypes: readonly ValueType[] = [
  text,
  number,
  bool,
  callProtocol,
  ucmPort,
  address,
  url,
  loadName,
  sharingFlag,
  loadServer,
  logServer,
  dateTemplate,
  clockTime,
  daysOfWeek,
  dialPattern,
];
