import { ByPath } from "./byPath";
import { type Catalogue, isListed } from "./catalogue";
import type { Outline } from "./entry";
import type { DeviceChoice } from "./model";
import { fillPattern, inRange, parsePattern } from "./pattern";

// Known names with a number too many, without their number, or with the number written another way. Names are compared
// without numbers and the underscores around them.

export interface IndexSlip {
  /**
   * `extra`: the parameter has no such number. `missing`: it needs one. `form`: the number is written another way.
   * `range`: so it is, and no phone has this number; `name` is then that of the nearest number.
   */
  readonly kind: "form" | "extra" | "missing" | "range";
  readonly name: string;
}

/** Numbers at the end of a word: not those of `G711u`. */
const indexes = /_*(\d+)(?:_+|$)/g;

const bareNames = new ByPath(collect, ({ size }) => size === 0);

/** The known name that has the words of `name` and other numbers; one that the phone has goes before others. */
export function indexSlip(
  name: string,
  { family }: Pick<DeviceChoice, "family">,
  catalogue: Catalogue,
  path = "",
): IndexSlip | undefined {
  // No element name is as long as this.
  if (name.length > 80) return undefined;
  const numbers = [...name.matchAll(indexes)].map((match) => match[1] ?? "");
  const slips = (bareNames.of(catalogue, path).get(bare(name)) ?? []).flatMap(
    (outline) => align(numbers, outline) ?? [],
  );
  const isElsewhere = (slip: IndexSlip) => {
    const parameter = catalogue.find(slip.name, path)?.parameter;
    return Number(family !== undefined && parameter !== undefined && !isListed(parameter, family));
  };
  const length = (slip: IndexSlip) => Math.abs(slip.name.length - name.length);
  const [best] = slips.sort(
    (a, b) => isElsewhere(a) - isElsewhere(b) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || length(a) - length(b),
  );
  return best?.name === name ? undefined : best;
}

/** The likelier first. */
const kinds: readonly IndexSlip["kind"][] = ["form", "extra", "missing", "range"];

function align(numbers: readonly string[], outline: Outline): IndexSlip | undefined {
  const pattern = parsePattern(outline.name);
  // Digits of the name itself, and undefined for each place.
  const slots = [...outline.name.replace(/\{\w+\}/g, "?").matchAll(/_*(\d+|\?)(?:_+|$)/g)].map((match) =>
    match[1] === "?" ? undefined : match[1],
  );
  const filled = placed(numbers, slots);
  if (filled) {
    const kind = inRange(pattern, filled, outline.index) ? "form" : "range";
    const [low, high] = outline.index?.[pattern.places[0] ?? ""] ?? [1, 1];
    const near = kind === "form" ? filled : [Math.min(Math.max(filled[0] ?? low, low), high), ...filled.slice(1)];
    return { kind, name: fillPattern(pattern, near) };
  }
  for (let i = numbers.length - 1; i >= 0; i--) {
    const rest = placed([...numbers.slice(0, i), ...numbers.slice(i + 1)], slots);
    if (rest && inRange(pattern, rest, outline.index)) return { kind: "extra", name: fillPattern(pattern, rest) };
  }
  // Which of several numbers is missing is a guess too many.
  const [place] = pattern.places;
  if (pattern.places.length !== 1 || place === undefined) return undefined;
  const first = outline.index?.[place]?.[0] ?? 1;
  const at = slots.indexOf(undefined);
  const completed = placed([...numbers.slice(0, at), String(first), ...numbers.slice(at)], slots);
  return completed && { kind: "missing", name: fillPattern(pattern, completed) };
}

/** The numbers at the places, when all others equal the digits of the name. */
function placed(numbers: readonly string[], slots: readonly (string | undefined)[]): readonly number[] | undefined {
  if (numbers.length !== slots.length) return undefined;
  if (!slots.every((slot, i) => slot === undefined || slot === numbers[i])) return undefined;
  return numbers.filter((_, i) => slots[i] === undefined).map(Number);
}

function collect(catalogue: Catalogue, path: string): ReadonlyMap<string, readonly Outline[]> {
  const names = new Map<string, Outline[]>();
  for (const outline of catalogue.outlines(path)) {
    if (outline.name.includes("{letter}")) continue;
    const key = bare(outline.name.replace(/\{\w+\}/g, "0"));
    const others = names.get(key);
    if (others) others.push(outline);
    else names.set(key, [outline]);
  }
  return names;
}

function bare(name: string): string {
  return name.replace(indexes, "_").replace(/^_+|_+$/g, "");
}
