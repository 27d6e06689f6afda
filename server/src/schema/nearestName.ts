import { detached } from "../text/detached";
import { nearest } from "../text/nearest";
import { ByPath } from "./byPath";
import type { Catalogue } from "./catalogue";
import { isListed } from "./catalogue";
import type { DeviceChoice } from "./model";
import { fold } from "./pattern";

// Unknown names are compared with their numbers folded away: some 1,600 shapes instead of 5,000 names.

interface Shape {
  readonly folded: string;
  /** Which letters occur; one bit each. */
  readonly letters: number;
  /** Names of this shape whose numbers are fixed, as that of a codec. */
  readonly fixed: readonly string[];
}

interface Shapes {
  readonly byLength: ReadonlyMap<number, readonly Shape[]>;
  /** Lower case → spellings. */
  readonly byLower: ReadonlyMap<string, readonly string[]>;
}

const shapesAt = new ByPath(collect, ({ byLower }) => byLower.size === 0);

/** Answers for unknown names: a file is asked about the same ones after every edit. */
const answers = new WeakMap<Catalogue, Map<string, string | undefined>>();
const maxAnswers = 2000;

/** The known name that was most probably meant, by spelling; one that the phone has goes before others. */
export function nearestName(
  name: string,
  device: Pick<DeviceChoice, "family">,
  catalogue: Catalogue,
  path = "",
): string | undefined {
  // No element name is as long as this.
  if (name.length > 80) return undefined;
  let known = answers.get(catalogue);
  if (!known || known.size >= maxAnswers) {
    known = new Map();
    answers.set(catalogue, known);
  }
  const key = `${device.family ?? ""} ${path} ${name}`;
  if (!known.has(key)) known.set(detached(key), findNearest(name, device, catalogue, path));
  return known.get(key);
}

function findNearest(
  name: string,
  device: Pick<DeviceChoice, "family">,
  catalogue: Catalogue,
  path: string,
): string | undefined {
  const folded = fold(name);
  const limit = Math.max(1, Math.floor(folded.length / 6));
  const { byLength } = shapesAt.of(catalogue, path);
  const letters = lettersOf(folded);
  const near: Shape[] = [];
  for (let length = folded.length - limit; length <= folded.length + limit; length++)
    for (const shape of byLength.get(length) ?? [])
      if (bitCount(shape.letters ^ letters) <= 2 * limit) near.push(shape);
  const names = near.flatMap((shape) => [...shape.fixed, ...spelled(shape.folded, name, catalogue, path)]);
  const own =
    device.family === undefined ? names : names.filter((candidate) => isOn(candidate, device.family, catalogue, path));
  return nearest(name, own) ?? nearest(name, names);
}

/** The known name that differs from `name` only in upper and lower case. */
export function caseVariant(
  name: string,
  device: Pick<DeviceChoice, "family">,
  catalogue: Catalogue,
  path = "",
): string | undefined {
  if (name.length > 80 || catalogue.has(name, path)) return undefined;
  const shapes = shapesAt.of(catalogue, path).byLower.get(fold(name).toLowerCase()) ?? [];
  const names = shapes
    .flatMap((shape) => spelled(shape, name, catalogue, path))
    .filter((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return names.find((candidate) => isOn(candidate, device.family, catalogue, path)) ?? names[0];
}

function isOn(name: string, family: string | undefined, catalogue: Catalogue, path: string): boolean {
  const parameter = catalogue.find(name, path)?.parameter;
  return parameter !== undefined && (family === undefined || isListed(parameter, family));
}

/** A folded shape with the numbers of `name` put back; nothing when that is not a known name. */
export function spelled(shape: string, name: string, catalogue: Catalogue, path: string): readonly string[] {
  const numbers = name.match(/\d+/g) ?? [];
  let at = 0;
  const candidate = shape.replace(/0/g, () => numbers[at++] ?? "1");
  return at === numbers.length && catalogue.has(candidate, path) ? [candidate] : [];
}

function collect(catalogue: Catalogue, path: string): Shapes {
  const byLength = new Map<number, Shape[]>();
  const byLower = new Map<string, string[]>();
  for (const [folded, names] of catalogue.foldedNames(path)) {
    const fixed = names.filter((name) => name !== folded && !name.includes("{"));
    const shape = { folded, letters: lettersOf(folded), fixed };
    add(byLength, folded.length, shape);
    add(byLower, folded.toLowerCase(), folded);
  }
  return { byLength, byLower };
}

function add<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
