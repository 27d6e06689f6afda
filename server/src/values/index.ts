import type { ValueType } from "./valueType";

/** Every data type; `schemas/` names them by id. */
export const valueTypes: readonly ValueType[] = [];
