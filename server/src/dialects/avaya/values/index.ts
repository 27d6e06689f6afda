import type { ValueType } from "../../../values/valueType";

/** Types of values that only these phones have. */
export const ownTypes: readonly ValueType[] = [];
