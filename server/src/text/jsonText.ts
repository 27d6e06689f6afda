// Two bundles have a part in it: one writes what the other one made.
const textKey = Symbol.for("flat-profile.json");

/** A value as JSON that is written already. Whatever writes objects gets the value itself. */
export class JsonText {
  readonly [textKey]: string;

  constructor(text: string) {
    this[textKey] = text;
  }

  toJSON(): unknown {
    return JSON.parse(this[textKey]);
  }
}

/** The JSON of a value that is such a text. */
export function jsonOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !(textKey in value)) return undefined;
  return (value as JsonText)[textKey];
}
