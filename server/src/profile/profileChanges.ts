import { commonEnds } from "../text/commonEnds";
import { filedOf, keyOf, type Segment, type Setting } from "./setting";

/** A place where two versions of a list of segments differ. */
export interface Gap {
  readonly removed: readonly Segment[];
  readonly added: readonly Segment[];
}

/** What differs between two versions of a profile. */
export class ProfileChanges {
  readonly gaps: readonly Gap[];
  #names: ReadonlySet<string> | undefined;
  #hasSameNames: boolean | undefined;

  constructor(before: readonly Segment[], after: readonly Segment[]) {
    this.gaps = gapsBetween(before, after);
  }

  /** The names by which a profile is asked for settings that came, went, moved, or are written in another way. */
  get names(): ReadonlySet<string> {
    this.#names ??= new Set(this.gaps.flatMap(changedNames));
    return this.#names;
  }

  /** All settings have the names that they had, in the same order. */
  get hasSameNames(): boolean {
    this.#hasSameNames ??= this.gaps.every(({ removed, added }) => hasSame(settingsIn(removed), settingsIn(added)));
    return this.#hasSameNames;
  }

  get isEmpty(): boolean {
    return this.gaps.length === 0;
  }
}

function settingsIn(segments: readonly Segment[]): readonly Setting[] {
  return segments.flatMap(({ settings }) => settings);
}

function changedNames({ removed, added }: Gap): readonly string[] {
  const old = removed.flatMap(filedOf);
  const now = added.flatMap(filedOf);
  if (!hasSame(old, now)) return [...old, ...now].map(keyOf);
  return now.filter((setting, i) => !isSame(old[i] as Setting, setting)).map(keyOf);
}

/** Who goes through one of two lists finds the same in the other. */
export function areSame(old: readonly Setting[], now: readonly Setting[]): boolean {
  return hasSame(old, now) && old.every((setting, i) => isSame(setting, now[i] as Setting));
}

function hasSame(old: readonly Setting[], now: readonly Setting[]): boolean {
  return old.length === now.length && old.every(({ name, path }, i) => name === now[i]?.name && path === now[i]?.path);
}

/** Who looks at one of two settings with the same name finds the same in the other. */
function isSame({ parts: one, text }: Setting, { parts: other, text: otherText }: Setting): boolean {
  return (
    one.writtenAs !== undefined &&
    one.writtenAs === other.writtenAs &&
    one.valueEnd - one.valueStart === other.valueEnd - other.valueStart &&
    one.templated === other.templated &&
    text === otherText
  );
}

function gapsBetween(before: readonly Segment[], after: readonly Segment[]): readonly Gap[] {
  const { head, tail } = commonEnds(before, after);
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  if (removed.length === 0 && added.length === 0) return [];
  // An edit changes one place, the next file of many changes several.
  const several = removed.length > 2 && added.length > 2 ? gapsIn(removed, added) : undefined;
  return several ?? [{ removed, added }];
}

/** Undefined when what both have comes in another order. */
function gapsIn(before: readonly Segment[], after: readonly Segment[]): readonly Gap[] | undefined {
  const old = new Set(before);
  const now = new Set(after);
  const gaps: Gap[] = [];
  let removed: Segment[] = [];
  let added: Segment[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    for (let one = before[i]; one && !now.has(one); one = before[++i]) removed.push(one);
    for (let one = after[j]; one && !old.has(one); one = after[++j]) added.push(one);
    if (removed.length > 0 || added.length > 0) {
      gaps.push({ removed, added });
      removed = [];
      added = [];
    }
    if (before[i] !== after[j]) return undefined;
    if (i === before.length) return gaps;
    i++;
    j++;
  }
}
