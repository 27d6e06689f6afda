import type { ValueType } from "../../../values/valueType";
import { choice, flag } from "./choice";
import { sipControllerList } from "./controllers";
import { daylightDay } from "./daylight";
import { dialPlanList, digitMapping } from "./dialPlans";
import { gmtOffset } from "./gmtOffset";
import { hostList } from "./hosts";
import { phoneKeys } from "./phoneKeys";
import { softkeyRecords } from "./softkeys";
import { digits, fileName, list, path, str, url } from "./text";
import { installTime, updateDays, updateWindow } from "./updates";
import { wholeNumber } from "./whole";

/** Types of values of these phones; `schemas/` names them by id. */
export const valueTypes: readonly ValueType[] = [
  flag,
  choice,
  wholeNumber,
  str,
  digits,
  fileName,
  path,
  url,
  hostList,
  list,
  sipControllerList,
  dialPlanList,
  digitMapping,
  daylightDay,
  gmtOffset,
  updateWindow,
  updateDays,
  installTime,
  softkeyRecords,
  phoneKeys,
];
