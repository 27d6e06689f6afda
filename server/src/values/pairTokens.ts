import { readPairs } from "./keyValue";
import type { ValueToken } from "./valueType";

/** Keys as parameters, values as strings. */
export function pairTokens(text: string): ValueToken[] {
  const tokens: ValueToken[] = [];
  for (const { key, keySpan, value, valueSpan } of readPairs(text)) {
    if (key !== "") tokens.push({ span: keySpan, kind: "parameter" });
    if (value !== "") tokens.push({ span: valueSpan, kind: "string" });
  }
  return tokens;
}
