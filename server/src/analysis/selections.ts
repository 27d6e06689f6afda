import type { Check, Interest, SettingFacts } from "../checks/check";
import { type Segment, SegmentMemo, type Setting } from "../profile/setting";
import { SharedLists } from "./sharedLists";

const none: readonly Setting[] = [];

/** An interest and its place in the lists of a segment. */
interface PlacedInterest {
  readonly interest: Interest;
  readonly place: number;
}

/** All interests that any check has shown. */
const placed: PlacedInterest[] = [];
const places = new Map<Interest, number>();

/** Settings are walked once for all interests that have a place by then. */
export function placeOf(interest: Interest): number {
  let place = places.get(interest);
  if (place === undefined) {
    place = placed.length;
    places.set(interest, place);
    placed.push({ interest, place });
  }
  return place;
}

/** What one name means to checks, with the interests that it is of, as far as the name was tested. */
export interface NameFacts extends SettingFacts {
  /** Those that are asked of its settings. */
  readonly checks: readonly Check[];
  interests: readonly PlacedInterest[];
  tested: number;
  /** Settings of that name that are written alike: those that were met last. */
  lastAlike: Alike | undefined;
  /** And before them. */
  otherAlike: Alike | undefined;
  /** All of them by their value, where there are more. */
  alike: Map<string, Alike> | undefined;
}

/** Settings with one name that are written alike: who looks at one of them alone finds the same in each. */
export interface Alike {
  readonly facts: NameFacts;
  /** Whose facts they are. */
  readonly owner: object;
  readonly writtenAs: object;
  /** Their value, as it is typed. */
  readonly text: string;
  /** Nothing was found in the setting itself. */
  isQuiet: boolean;
  /** The interests that they are of, as far as they were tested. */
  interests: readonly PlacedInterest[];
  tested: number;
}

/** The lists of one segment, by the place of the interest. */
export type Lists = readonly (readonly Setting[])[];

/** Who asked about a segment last. */
const lastLists = new SegmentMemo<{ readonly by: Selections; readonly lists: Lists }>();

/** Most segments have no setting that a check is interested in: they share these, by their number. */
const emptyLists: Lists[] = [];

function noLists(): Lists {
  emptyLists[placed.length] ??= placed.map(() => none);
  return emptyLists[placed.length] as Lists;
}

const areEmpty = (lists: Lists) => lists === emptyLists[lists.length];

/** The settings that checks are interested in, remembered for each segment as long as it lives. */
export class Selections {
  readonly #segments = new WeakMap<Segment, Lists>();
  readonly #ofNames = new SharedLists<PlacedInterest>();

  constructor(
    readonly facts: (setting: Setting) => NameFacts,
    readonly alike: (setting: Setting, facts: NameFacts) => Alike | undefined,
  ) {}

  /** Settings of one segment, in its order. */
  of(segment: Segment, interest: Interest): readonly Setting[] {
    const place = placeOf(interest);
    const last = lastLists.get(segment);
    let lists = last?.by === this ? last.lists : ((last && this.#segments.get(segment)) ?? []);
    if (lists.length <= place) lists = this.#select(segment, lists);
    if (last?.by !== this || last.lists !== lists) this.keep(segment, lists);
    return lists[place] ?? none;
  }

  /** The interests that any of these settings is of. */
  ofSettings(settings: ReadonlySet<Setting>): ReadonlySet<Interest> {
    const found = new Set<Interest>();
    const seen = new Set<Segment>();
    const last = placed.at(-1);
    if (!last) return found;
    for (const { segment } of settings) {
      if (seen.has(segment)) continue;
      seen.add(segment);
      this.of(segment, last.interest);
      const lists = lastLists.get(segment)?.lists ?? [];
      if (areEmpty(lists)) continue;
      for (const { interest, place } of placed)
        if (!found.has(interest) && lists[place]?.some((setting) => settings.has(setting))) found.add(interest);
    }
    return found;
  }

  /** Lists of a segment for one that walks over all of its settings anyway, adds each with `note`, and keeps them. */
  start(): Lists {
    return noLists();
  }

  keep(segment: Segment, lists: Lists): void {
    const last = lastLists.get(segment);
    if (last && last.by !== this) last.by.#segments.set(segment, last.lists);
    lastLists.set(segment, { by: this, lists });
  }

  /** The lists with a setting added to those from `from` on that it belongs to. */
  note(lists: Lists, setting: Setting, facts: NameFacts, alike: Alike | undefined, from = 0): Lists {
    if (facts.tested !== placed.length) {
      facts.interests = this.#ofNames.select(placed, ({ interest }) => interest.name(setting, facts));
      facts.tested = placed.length;
    }
    if (facts.interests.length === 0) return lists;
    const own = areEmpty(lists) ? [...lists] : (lists as (readonly Setting[])[]);
    let isTouched = false;
    const interests = this.#interestsOf(setting, facts, alike);
    for (let i = 0; i < interests.length; i++) {
      const { place } = interests[i] as PlacedInterest;
      if (place < from || place >= own.length) continue;
      isTouched = true;
      const list = own[place];
      if (list === none) own[place] = [setting];
      else (list as Setting[]).push(setting);
    }
    return isTouched ? own : lists;
  }

  /** Adds the lists of all interests that are new, in one walk. */
  #select({ settings }: Segment, known: Lists): Lists {
    const from = known.length;
    let lists: Lists = from === 0 ? noLists() : [...known, ...noLists().slice(from)];
    for (const setting of settings) {
      if (setting.isStatus) continue;
      const facts = this.facts(setting);
      lists = this.note(lists, setting, facts, this.alike(setting, facts), from);
    }
    return lists;
  }

  #interestsOf(setting: Setting, facts: NameFacts, alike: Alike | undefined): readonly PlacedInterest[] {
    if (alike?.tested === facts.tested) return alike.interests;
    const interests = this.#ofNames.select(
      facts.interests,
      ({ interest }) => interest.setting?.(setting, facts) ?? true,
    );
    if (alike) {
      alike.interests = interests;
      alike.tested = facts.tested;
    }
    return interests;
  }
}
