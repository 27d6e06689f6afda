import type { Check, Interest } from "../checks/check";
import { areSame, type Gap, type ProfileChanges } from "../profile/profileChanges";
import type { Segment, Setting } from "../profile/setting";
import type { KnownNames } from "./knownNames";
import type { Alike, NameFacts, PlacedInterest } from "./nameFacts";
import { SegmentAnswers } from "./segmentAnswers";
import { SharedLists } from "./sharedLists";

const none: readonly Setting[] = [];

/** The interests that the checks of a dialect have shown. */
class Interests {
  readonly placed: PlacedInterest[] = [];
  readonly #places = new Map<Interest, number>();
  /** The checks were asked for them. */
  areLearned = false;

  /** Settings are walked once for all interests that have a place by then. */
  placeOf(interest: Interest): number {
    let place = this.#places.get(interest);
    if (place === undefined) {
      place = this.placed.length;
      this.#places.set(interest, place);
      this.placed.push({ interest, place });
    }
    return place;
  }
}

const known = new WeakMap<readonly Check[], Interests>();

/** Analyzers of one dialect learn them once; those of other dialects would only be asked of its names. */
export function interestsOf(checks: readonly Check[]): Interests {
  const interests = known.get(checks) ?? new Interests();
  known.set(checks, interests);
  return interests;
}

/** The lists of one segment, by the place of the interest. */
export type Lists = readonly (readonly Setting[])[];

const listsOf = new SegmentAnswers<Lists>();

/** Most segments have no setting that a check is interested in: they share these, by their number. */
const emptyLists: Lists[] = [];

function emptyListsOf(count: number): Lists {
  emptyLists[count] ??= new Array(count).fill(none);
  return emptyLists[count];
}

const areEmpty = (lists: Lists) => lists === emptyLists[lists.length];

/** The settings that checks are interested in, remembered for each segment as long as it lives. */
export class Selections {
  readonly #ofNames = new SharedLists<PlacedInterest>();

  constructor(
    readonly names: KnownNames,
    readonly interests: Interests,
  ) {}

  /** Settings of one segment, in its order. */
  of(segment: Segment, interest: Interest): readonly Setting[] {
    const place = this.interests.placeOf(interest);
    let lists = listsOf.get(segment, this) ?? [];
    if (lists.length <= place) {
      lists = this.#select(segment, lists);
      this.keep(segment, lists);
    }
    return lists[place] ?? none;
  }

  /** The interests for which other settings are found than before, or that are written in another way. */
  changedIn({ gaps }: ProfileChanges): ReadonlySet<Interest> {
    const found = new Set<Interest>();
    for (const { interest } of this.interests.placed) {
      const isChanged = ({ removed, added }: Gap) => {
        const inAll = (segments: readonly Segment[]) => segments.flatMap((segment) => this.of(segment, interest));
        return !areSame(inAll(removed), inAll(added));
      };
      if (gaps.some(isChanged)) found.add(interest);
    }
    return found;
  }

  /** Lists of a segment for one that walks over all of its settings anyway, adds each with `note`, and keeps them. */
  start(): Lists {
    return emptyListsOf(this.interests.placed.length);
  }

  keep(segment: Segment, lists: Lists): void {
    listsOf.set(segment, this, lists);
  }

  /** The lists with a setting added to those from `from` on that it belongs to. */
  note(lists: Lists, setting: Setting, facts: NameFacts, alike: Alike | undefined, from = 0): Lists {
    if (facts.tested !== this.interests.placed.length) this.#test(setting, facts);
    if (facts.interests.length === 0) return lists;
    const own = areEmpty(lists) ? [...lists] : (lists as (readonly Setting[])[]);
    let isTouched = false;
    const interests = alike?.tested === facts.tested ? alike.interests : this.#interestsOf(setting, facts, alike);
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

  // Apart from what is done for each setting: a function within a function costs whenever the outer one is called.
  #test(setting: Setting, facts: NameFacts): void {
    const { placed } = this.interests;
    facts.interests = this.#ofNames.select(placed, ({ interest }) => interest.name(setting, facts));
    facts.tested = placed.length;
  }

  /** Adds the lists of all interests that are new, in one walk. */
  #select(segment: Segment, known: Lists): Lists {
    const from = known.length;
    const fresh = this.start();
    let lists: Lists = from === 0 ? fresh : [...known, ...fresh.slice(from)];
    const isKnown = (facts: NameFacts, alike: Alike) => this.isOfNone(facts, alike);
    this.names.each(segment, isKnown, (setting, facts, alike) => {
      lists = this.note(lists, setting, facts, alike, from);
    });
    return lists;
  }

  /** Settings that are written alike are of no interest to any check. */
  isOfNone({ interests, tested }: NameFacts, alike: Alike): boolean {
    if (tested !== this.interests.placed.length) return false;
    return interests.length === 0 || (alike.tested === tested && alike.interests.length === 0);
  }

  #interestsOf(setting: Setting, facts: NameFacts, alike: Alike | undefined): readonly PlacedInterest[] {
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
