import type { Place } from "../profile/place";
import type { ProfileDocument } from "../profile/profileDocument";
import { type Segment, SegmentMemo, type Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import { type Span, shift } from "../text/span";
import type { SegmentSecrets } from "./secrets";

const none: readonly string[] = [];

/** How many characters around a problem its message may quote from. */
export const reach = 2000;

/** The secrets of a segment; one function for a dialect. */
type InSegment = (segment: Segment, catalogue: Catalogue) => SegmentSecrets;

const numbers = new SegmentMemo<number>();
let lastNumber = 0;

/** 0 for none. */
function numberOf(segment: Segment | undefined): number {
  if (!segment) return 0;
  let number = numbers.get(segment);
  if (number === undefined) {
    number = ++lastNumber;
    numbers.set(segment, number);
  }
  return number;
}

/**
 * Whether the segments that a message about the segment at `index` may quote from, up to `reach` before and after it, are
 * those of `known`, which `nearNumbers` gave.
 */
export function isSameNear(document: ProfileDocument, index: number, known: readonly number[]): boolean {
  let count = 0;
  const isSame = eachNear(document, index, (number) => known[count++] === number);
  return isSame && count === known.length;
}

/** Numbers for those segments: they need not stay in memory for this. */
export function nearNumbers(document: ProfileDocument, index: number): readonly number[] {
  const numbers: number[] = [];
  eachNear(document, index, (number) => numbers.push(number) > 0);
  return numbers;
}

/** Those before it, the nearest first, a zero, and those after it, until `take` answers false. */
function eachNear({ segments, starts }: ProfileDocument, index: number, take: (number: number) => boolean): boolean {
  const from = (starts[index] ?? 0) - reach;
  const to = (starts[index] ?? 0) + (segments[index]?.text.length ?? 0) + reach;
  for (let i = index - 1; i >= 0 && (starts[i + 1] ?? 0) > from; i--) if (!take(numberOf(segments[i]))) return false;
  if (!take(0)) return false;
  for (let i = index + 1; i < segments.length && (starts[i] ?? 0) <= to; i++)
    if (!take(numberOf(segments[i]))) return false;
  return true;
}

/**
 * What a message about `at` may repeat of secrets, the longest first: one may be part of another. It is asked by the
 * distance in the file, as the borders of segments depend on how the file was edited.
 */
export function secretWordsNear(
  document: ProfileDocument,
  catalogue: Catalogue,
  at: readonly Place[],
  inSegment: InSegment,
): readonly string[] {
  const [only, ...others] = at;
  if (only && others.length === 0) return nearOne(document, catalogue, only, inSegment);
  const lists = at.map((place) => nearOne(document, catalogue, place, inSegment));
  const found = lists.filter(({ length }) => length > 0);
  return found.length > 1 ? byLength(new Set(found.flat())) : (found[0] ?? none);
}

const byLength = (words: ReadonlySet<string>) => [...words].sort((a, b) => b.length - a.length);

function nearOne(
  document: ProfileDocument,
  catalogue: Catalogue,
  place: Place,
  inSegment: InSegment,
): readonly string[] {
  const { segment, span, near: known } = place;
  const { segments, starts } = document;
  const index = document.indexOf(segment);
  const before = segments[index - 1];
  const after = segments[index + 1];
  if (known?.before === numberOf(before) && known.after === numberOf(after) && known.catalogue === catalogue)
    return known.words;
  const base = starts[index] ?? 0;
  const near = regionOf(segment, shift(span, base), base);
  const last = document.indexAt(near.end);
  let found: Set<string> | undefined;
  for (let i = document.indexAt(near.start); i <= last; i++) {
    const start = starts[i] ?? 0;
    const other = segments[i];
    if (!other) continue;
    for (const secret of inSegment(other, catalogue).spans) {
      if (start + secret.start > near.end) break;
      if (start + secret.end < near.start) continue;
      found ??= new Set();
      for (const word of secret.words) found.add(word);
    }
  }
  const words = found ? byLength(found) : none;
  const isInside =
    (!before || near.start >= (starts[index - 1] ?? 0)) &&
    (!after || near.end < (starts[index + 1] ?? 0) + after.text.length);
  if (index >= 0 && isInside) place.near = { before: numberOf(before), after: numberOf(after), catalogue, words };
  return words;
}

/** The settings that a place of the file lies in, and what surrounds them. */
function regionOf(segment: Segment, { start, end }: Span, base: number): Span {
  let from = start;
  let to = end;
  eachPlaceAt(segment, start - base, end - base, (placeStart, placeEnd) => {
    from = Math.min(from, base + placeStart);
    to = Math.max(to, base + placeEnd);
  });
  return { start: from - reach, end: to + reach };
}

/** Gives the places of the settings that reach from `start` or later up to `end` or before. */
function eachPlaceAt(segment: Segment, start: number, end: number, add: (start: number, end: number) => void): void {
  const { rows = [], named = segment.settings } = segment;
  for (let i = firstEndingFrom(named, start); i < named.length; i++) {
    const { parts } = named[i] as Setting;
    if (parts.start > end) break;
    add(parts.start, parts.end);
  }
  for (const { places, first, count, start: rowStart } of rows) {
    if (rowStart > end) break;
    for (let at = first; at < first + 2 * count; at += 2) {
      const from = places[at] as number;
      const to = places[at + 1] as number;
      if (to >= start && from <= end) add(from, to);
    }
  }
}

/** Settings of a segment are in its order and do not overlap. */
function firstEndingFrom(settings: readonly Setting[], offset: number): number {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((settings[middle] as Setting).parts.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
