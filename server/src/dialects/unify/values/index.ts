import type { ValueType } from "../../../values/valueType";
import { choice, flag, keyFunction } from "./choices";
import { offsetMinutes, wholeNumber } from "./numbers";
import { host, port, str, version, webAddress } from "./texts";

/** Types of the values of items; `schemas/` names them by id. */
export const valueTypes: readonly ValueType[] = [
  flag,
  choice,
  keyFunction,
  wholeNumber,
  offsetMinutes,
  str,
  host,
  port,
  webAddress,
  version,
];
