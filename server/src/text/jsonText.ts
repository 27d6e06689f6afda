// Two bundles have a part in it: one writes what the other one made.
const partsKey = Symbol.for("flat-profile.json");

/** A value as JSON that is written already. Whatever writes objects gets the value itself. */
export class JsonText {
  readonly [partsKey]: readonly string[];

  /** In parts, which are long: to join them takes as long as to write them. */
  constructor(parts: readonly string[]) {
    this[partsKey] = parts;
  }

  toJSON(): unknown {
    return JSON.parse(this[partsKey].join(""));
  }
}

/** The JSON of a value that is such a text, in parts. */
export function jsonPartsOf(value: unknown): readonly string[] | undefined {
  if (typeof value !== "object" || value === null || !(partsKey in value)) return undefined;
  return (value as JsonText)[partsKey];
}
