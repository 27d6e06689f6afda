import type { Snapshot } from "../analysis/snapshot";
import type { NamedParameter } from "../schema/catalogue";
import type { IndexRanges } from "../schema/packed";
import type { Query } from "./nameSearch";

// A name with numbers, as of lines, is offered once. Their numbers are those of the lines around; a person can
// choose others.

/** Segments before and after the cursor that are looked at. */
const maxSegments = 20;
/** Choices in a list; with more, a number is typed. */
const maxChoices = 64;

/** The numbers in the name of the setting that is nearest, those before the cursor first. */
export function indexesNear({ document, catalogue }: Snapshot, offset: number, path: string): readonly number[] {
  const at = document.indexAt(offset);
  const distances = Array.from({ length: maxSegments }, (_, i) => i);
  for (const i of [...distances.map((by) => at - by), ...distances.map((by) => at + 1 + by)]) {
    const start = document.starts[i] ?? 0;
    for (const { name, span } of [...(document.segments[i]?.settings ?? [])].reverse()) {
      if (start + span.start <= offset && start + span.end >= offset) continue;
      const { indexes = [] } = catalogue.find(name, path) ?? {};
      if (indexes.length > 0) return indexes;
    }
  }
  return [];
}

/** Numbers for a name: those that are typed, those of the lines around, or the first. */
export function indexesFor(
  { pattern, ranges }: NamedParameter,
  { numbers }: Query,
  near: readonly number[],
): readonly number[] {
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
