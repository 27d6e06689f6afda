import type { ValueType } from "../../../values/valueType";
import { digitMap } from "./digitMap";
import { choice, flag, wholeNumber } from "./numbers";
import { fileName, str, updateTime, url } from "./texts";
import { toneLevel, toneTime, toneType } from "./tones";

/** Types of values of these devices; `schemas/` names them by id. */
export const valueTypes: readonly ValueType[] = [
  flag,
  choice,
  wholeNumber,
  str,
  fileName,
  url,
  updateTime,
  digitMap,
  toneType,
  toneLevel,
  toneTime,
];
