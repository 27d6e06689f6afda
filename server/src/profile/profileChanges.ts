import { isFiled, keyOf, type Segment, type Setting } from "./setting";

/** A place where two versions of a list of segments differ. */
export interface Gap {
  readonly removed: readonly Segment[];
  readonly added: readonly Segment[];
}

/** What differs between two versions of a profile. */
export class ProfileChanges {
  readonly gaps: readonly Gap[];
  /** Settings that came, went, moved, or are written in another way. */
  readonly settings: ReadonlySet<Setting>;
  /** The names by which a profile is asked for them. */
  readonly names: ReadonlySet<string>;
  /** All settings have the names that they had, in the same order. */
  readonly hasSameNames: boolean;

  constructor(before: readonly Segment[], after: readonly Segment[]) {
    this.gaps = gapsBetween(before, after);
    const settings = new Set<Setting>();
    let hasSameNames = true;
    for (const { removed, added } of this.gaps) {
      const old = settingsIn(removed);
      const now = settingsIn(added);
      const areAligned = hasSame(old, now);
      if (!areAligned) hasSameNames = false;
      for (let i = 0; i < old.length || i < now.length; i++) {
        const one = old[i];
        const other = now[i];
        if (areAligned && isSame(one as Setting, other as Setting)) continue;
        if (one) settings.add(one);
        if (other) settings.add(other);
      }
    }
    this.settings = settings;
    const names = new Set<string>();
    for (const setting of settings) if (isFiled(setting)) names.add(keyOf(setting));
    this.names = names;
    this.hasSameNames = hasSameNames;
  }

  get isEmpty(): boolean {
    return this.gaps.length === 0;
  }
}

function settingsIn(segments: readonly Segment[]): readonly Setting[] {
  const [first] = segments;
  return segments.length === 1 && first ? first.settings : segments.flatMap(({ settings }) => settings);
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
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
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
