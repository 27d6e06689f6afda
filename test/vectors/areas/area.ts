/**
 * Puts one vector's input to the product and returns the answer in the shape of `expected`.
 * `expected` may only be read to learn which of several optional fields a vector prints
 * (see `only`), never to make up the answer. The answer may be a promise.
 */
export type Area = (input: unknown, context: Readonly<Record<string, unknown>>, expected: unknown) => unknown;

/** `actual` cut down to the keys that `expected` prints; everything else is returned as it is. */
export function only(actual: Readonly<Record<string, unknown>>, expected: unknown): unknown {
  if (typeof expected !== "object" || expected === null || Array.isArray(expected)) return actual;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key]]));
}
