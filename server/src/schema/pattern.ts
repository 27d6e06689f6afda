import type { IndexRanges } from "./packed";

// Element names with index places: `Thing_{ext}_`, `Key_{unit}_{key}_`, `Store_{letter}`.
// A place is a number without leading zeros; the place `letter` is A, B, … counted from 1.

/** Literal stretches and places of a pattern by turns, beginning and ending with a literal. */
export interface NamePattern {
  readonly literals: readonly string[];
  readonly places: readonly string[];
}

export function parsePattern(name: string): NamePattern {
  if (!name.includes("{")) return { literals: [name], places: [] };
  const parts = name.split(/\{(\w+)\}/);
  return { literals: parts.filter((_, i) => i % 2 === 0), places: parts.filter((_, i) => i % 2 === 1) };
}

/** Numbers written in `name` at the places of the pattern; undefined when the name has another shape. */
export function matchPattern(pattern: NamePattern, name: string): readonly number[] | undefined {
  const { literals, places } = pattern;
  const first = literals[0] ?? "";
  if (!name.startsWith(first)) return undefined;
  const indexes: number[] = [];
  let at = first.length;
  for (let i = 0; i < places.length; i++) {
    const place = places[i];
    const end = place === "letter" ? at + 1 : digitsEnd(name, at);
    const number = place === "letter" ? letterNumber(name.charCodeAt(at)) : wholeNumber(name, at, end);
    if (number === undefined) return undefined;
    const literal = literals[i + 1] ?? "";
    if (!name.startsWith(literal, end)) return undefined;
    indexes.push(number);
    at = end + literal.length;
  }
  return at === name.length ? indexes : undefined;
}

/** The numbers in any name of the pattern are those of its places, one for each. */
export function hasOnlyPlaces({ literals, places }: NamePattern): boolean {
  return (
    !places.includes("letter") &&
    literals.every((literal, i) => !/\d/.test(literal) && (literal !== "" || i === 0 || i === places.length))
  );
}

/** The numbers in a name; undefined when one is not written as names have them. */
export function numbersIn(name: string): readonly number[] | undefined {
  const numbers: number[] = [];
  for (const digits of name.match(/\d+/g) ?? []) {
    if (digits.length > 4 || (digits.length > 1 && digits.startsWith("0"))) return undefined;
    numbers.push(Number(digits));
  }
  return numbers;
}

/** The element name for these numbers. */
export function fillPattern(pattern: NamePattern, indexes: readonly number[]): string {
  let out = pattern.literals[0] ?? "";
  for (const [i, place] of pattern.places.entries()) {
    const index = indexes[i] ?? 1;
    out += (place === "letter" ? String.fromCharCode(64 + index) : String(index)) + (pattern.literals[i + 1] ?? "");
  }
  return out;
}

/** True when every number lies in its range; a place without a range takes any number. */
export function inRange({ places }: NamePattern, indexes: readonly number[], ranges: IndexRanges | undefined): boolean {
  if (!ranges) return true;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as string;
    const range = Object.hasOwn(ranges, place) ? ranges[place] : undefined;
    const index = indexes[i] ?? 0;
    if (range && (index < range[0] || index > range[1])) return false;
  }
  return true;
}

/** `name` with each stretch of digits replaced by one 0, so that names which differ by number only are equal. */
export function fold(name: string): string {
  return name.replace(/\d+/g, "0");
}

/** The folded name of a pattern that has no letters in its places. */
export function foldedPattern(name: string): string {
  return name.replace(/(?:\{\w+\}|\d)+/g, "0");
}

/** Folded names under which a pattern is filed: one, or one for each letter. */
export function foldedNames(pattern: NamePattern, ranges: IndexRanges | undefined): readonly string[] {
  const at = pattern.places.indexOf("letter");
  if (at < 0) return [fold(fillPattern(pattern, []))];
  const [low, high] = ranges?.letter ?? [1, 26];
  const names: string[] = [];
  for (let letter = low; letter <= high; letter++)
    names.push(
      fold(
        fillPattern(
          pattern,
          pattern.places.map((_, i) => (i === at ? letter : 1)),
        ),
      ),
    );
  return names;
}

/** All numbers that the ranges allow, place by place. */
export function* combinations(
  pattern: NamePattern,
  ranges: IndexRanges | undefined,
  at = 0,
  taken: readonly number[] = [],
): Generator<readonly number[]> {
  const place = pattern.places[at];
  if (place === undefined) {
    yield taken;
    return;
  }
  const [low, high] = ranges && Object.hasOwn(ranges, place) ? (ranges[place] as readonly [number, number]) : [1, 1];
  // A user's own catalogue may give any range; a list of more choices is of no use. Thousands are numbers of something
  // that people choose themselves: the first one is an example.
  for (let index = low; index <= Math.min(high, high - low > 999 ? low : low + 99); index++)
    yield* combinations(pattern, ranges, at + 1, [...taken, index]);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

function wholeNumber(text: string, start: number, end: number): number | undefined {
  if (end === start || end - start > 4 || (text.charCodeAt(start) === 48 && end - start > 1)) return undefined;
  return Number(text.slice(start, end));
}

function letterNumber(code: number): number | undefined {
  return code >= 65 && code <= 90 ? code - 64 : undefined;
}
