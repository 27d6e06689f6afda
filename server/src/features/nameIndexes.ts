import type { Snapshot } from "../analysis/snapshot";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Setting } from "../profile/setting";
import type { NamedParameter } from "../schema/catalogue";
import type { IndexRanges } from "../schema/packed";
import type { Query } from "./nameSearch";

// A name with numbers, as of lines, is offered once. Their numbers are those of the lines around; a person can
// choose others.

/** Settings and characters before and after the cursor that are looked at, however the text is cut into segments. */
const maxSettings = 40;
const maxDistance = 10_000;
const none: readonly number[] = [];
/** Choices in a list; with more, a number is typed. */
const maxChoices = 64;

/** The numbers in the name of the setting that is nearest, those before the cursor first. */
export function indexesNear({ document, catalogue }: Snapshot, offset: number, path: string): readonly number[] {
  for (const step of [-1, 1]) {
    let left = maxSettings;
    for (const { name, start, end } of settingsFrom(document, offset, step)) {
      if (left-- === 0 || start > offset + maxDistance || end < offset - maxDistance) break;
      const { indexes = [] } = catalogue.find(name, path) ?? {};
      if (indexes.length > 0) return indexes;
    }
  }
  return [];
}

/** The settings that end before the cursor, the last first, or those that begin after it. */
function* settingsFrom(document: ProfileDocument, offset: number, step: number) {
  const isBefore = step < 0;
  for (let i = document.indexAt(offset); i >= 0 && i < document.segments.length; i += step) {
    const base = document.starts[i] ?? 0;
    const settings = document.segments[i]?.settings ?? [];
    for (let j = isBefore ? settings.length - 1 : 0; j >= 0 && j < settings.length; j += step) {
      const { name, span } = settings[j] as Setting;
      const [start, end] = [base + span.start, base + span.end];
      if (isBefore ? end < offset : start > offset) yield { name, start, end };
    }
  }
}

/** Numbers for a name: those that are typed, those of the lines around, or the first. */
export function indexesFor(
  { pattern, ranges }: NamedParameter,
  { numbers }: Query,
  near: readonly number[],
): readonly number[] {
  if (pattern.places.length === 0) return none;
  const nearby = near.length === pattern.places.length ? near : [];
  return pattern.places.map((place, i) => {
    const [min, max] = rangeOf(place, ranges);
    const allowed = [Number(numbers[i] ?? Number.NaN), nearby[i] ?? Number.NaN];
    return allowed.find((index) => index >= min && index <= max) ?? min;
  });
}

/** Whether a name has one number, which can be this. */
export function takes({ pattern, ranges }: NamedParameter, index: number): boolean {
  const [place, ...others] = pattern.places;
  if (place === undefined || others.length > 0) return false;
  const [min, max] = rangeOf(place, ranges);
  return index >= min && index <= max;
}

/** A stop of a snippet where one of the numbers is chosen, `first` before the others. */
export function indexStop(stop: number, place: string, first: number, ranges: IndexRanges | undefined): string {
  const [min, max] = rangeOf(place, ranges);
  const text = (index: number) => (place === "letter" ? String.fromCharCode(64 + index) : String(index));
  if (max - min >= maxChoices) return `\${${stop}:${text(first)}}`;
  const others = Array.from({ length: max - min + 1 }, (_, i) => min + i).filter((index) => index !== first);
  return `\${${stop}|${[first, ...others].map(text).join(",")}|}`;
}

function rangeOf(place: string, ranges: IndexRanges | undefined): readonly [min: number, max: number] {
  return (ranges && Object.hasOwn(ranges, place) ? ranges[place] : undefined) ?? [1, 99];
}
