// The shape of configuration files, read from what JSON came to.

/** Called for the first fault. */
export type Fail = (message: string) => never;

export function asObject(value: unknown, what: string, fail: Fail): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : fail(`${what} must be an object.`);
}

export function asTexts(value: unknown, what: string, fail: Fail): Readonly<Record<string, string>> {
  const object = asObject(value, what, fail);
  for (const text of Object.values(object)) if (typeof text !== "string") fail(`${what} must have strings only.`);
  return object as Readonly<Record<string, string>>;
}

export function asList(value: unknown, what: string, fail: Fail): readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string")
    ? value
    : fail(`${what} must be a list of strings.`);
}

export function refuseOthers(
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  what: string,
  fail: Fail,
): void {
  const other = Object.keys(value).find((key) => !keys.includes(key));
  if (other !== undefined) fail(`Unknown key ${JSON.stringify(other)} in ${what}. Use ${keys.join(", ")}.`);
}
