import type { Step } from "./program";

/** Where a value comes from. */
export interface Origin {
  readonly file: string;
  readonly step: Step;
}

/** The value of a setting with all that was there before. */
export interface Value {
  readonly text: string;
  readonly origin: Origin;
  readonly verb: "set" | "add";
  /** What it replaced, or was added to. */
  readonly before: Value | undefined;
  /** Other values that it may have, as something is unknown; undefined among them: it may not be set at all. */
  readonly others?: readonly (Value | undefined)[];
}

export type Settings = ReadonlyMap<string, Value>;

/** The value after one more statement. A list grows by a comma. */
export function withValue(before: Value | undefined, text: string, origin: Origin, verb: "set" | "add"): Value {
  const isGrowing = verb === "add" && before !== undefined && before.text !== "";
  const grown = isGrowing ? `${before.text},${text}` : text;
  const others = isGrowing && before.others?.map((other) => withValue(other, text, origin, verb));
  return { text: grown, origin, verb, before, ...(others && { others }) };
}

/** Of two ways: a value that differs is uncertain. */
export function joined(a: Settings, b: Settings): Map<string, Value> {
  const all = new Map<string, Value>();
  for (const [name, value] of a) {
    const other = b.get(name);
    all.set(name, other === value ? value : either(value, other));
  }
  for (const [name, value] of b) if (!a.has(name)) all.set(name, either(value, undefined));
  return all;
}

/** A value where it is not known which of two it is. */
export function either(value: Value, other: Value | undefined): Value {
  if (other && other.text === value.text && !other.others && !value.others) return value;
  const texts = new Set([value.text]);
  const others: (Value | undefined)[] = [];
  for (const each of [...(value.others ?? []), other, ...(other?.others ?? [])]) {
    if (each ? texts.has(each.text) : others.includes(undefined)) continue;
    if (each) texts.add(each.text);
    others.push(each);
  }
  const { others: _, ...plain } = value;
  return others.length === 0 ? plain : { ...plain, others };
}

/** The value is what the phone has, whatever is unknown. */
export function isCertain(value: Value): boolean {
  return value.others === undefined;
}
