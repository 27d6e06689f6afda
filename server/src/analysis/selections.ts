import type { Check, Interest, SettingFacts } from "../checks/check";
import type { Segment, Setting } from "../profile/setting";
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

/** The settings that checks are interested in, remembered for each segment as long as it lives. */
export class Selections {
  readonly #segments = new WeakMap<Segment, (readonly Setting[])[]>();
  readonly #ofNames = new SharedLists<PlacedInterest>();

  constructor(
    readonly facts: (setting: Setting) => NameFacts,
    readonly alike: (setting: Setting, facts: NameFacts) => Alike | undefined,
  ) {}

  /** Settings of one segment, in its order. */
  of(segment: Segment, interest: Interest): readonly Setting[] {
    const place = placeOf(interest);
    let lists = this.#segments.get(segment);
    if (!lists) {
      lists = [];
      this.#segments.set(segment, lists);
    }
    if (lists.length <= place) this.#select(segment, lists);
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
      const lists = this.#segments.get(segment) ?? [];
      for (const { interest, place } of placed)
        if (!found.has(interest) && lists[place]?.some((setting) => settings.has(setting))) found.add(interest);
    }
    return found;
  }

  /** Lists of a segment for one that walks over all of its settings anyway, and adds each with `note`. */
  start(segment: Segment): (readonly Setting[])[] {
    const lists = placed.map(() => none);
    this.#segments.set(segment, lists);
    return lists;
  }

  forget(segment: Segment): void {
    this.#segments.delete(segment);
  }

  /** Adds a setting to the lists from `from` on that it belongs to. */
  note(lists: (readonly Setting[])[], setting: Setting, facts: NameFacts, alike: Alike | undefined, from = 0): void {
    if (facts.tested !== placed.length) {
      facts.interests = this.#ofNames.select(placed, ({ interest }) => interest.name(setting, facts));
      facts.tested = placed.length;
    }
    if (facts.interests.length === 0) return;
    for (const { place } of this.#interestsOf(setting, facts, alike)) {
      if (place < from || place >= lists.length) continue;
      const list = lists[place];
      if (list === none) lists[place] = [setting];
      else (list as Setting[]).push(setting);
    }
  }

  /** Adds the lists of all interests that are new, in one walk. */
  #select({ settings }: Segment, lists: (readonly Setting[])[]): void {
    const from = lists.length;
    while (lists.length < placed.length) lists.push(none);
    for (const setting of settings) {
      if (setting.isStatus) continue;
      const facts = this.facts(setting);
      this.note(lists, setting, facts, this.alike(setting, facts), from);
    }
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
