import type { Interest, SettingFacts } from "../checks/check";
import type { Segment, Setting } from "../profile/setting";

const none: readonly Setting[] = [];

/** All interests that any check has shown, each with its place in the lists of a segment. */
const places = new Map<Interest, number>();

/** The settings that checks are interested in, remembered for each segment as long as it lives. */
export class Selections {
  readonly #segments = new WeakMap<Segment, (readonly Setting[])[]>();
  /** The places of the interests in a name. */
  readonly #names = new WeakMap<
    SettingFacts,
    { readonly known: number; readonly found: readonly [number, Interest][] }
  >();

  constructor(readonly facts: (setting: Setting) => SettingFacts) {}

  /** Settings of one segment, in its order. */
  of(segment: Segment, interest: Interest): readonly Setting[] {
    let place = places.get(interest);
    if (place === undefined) {
      place = places.size;
      places.set(interest, place);
    }
    let lists = this.#segments.get(segment);
    if (!lists) {
      lists = [];
      this.#segments.set(segment, lists);
    }
    if (lists.length <= place) this.#select(segment, lists);
    return lists[place] ?? none;
  }

  /** Adds the lists of all interests that are new, in one walk. */
  #select({ settings }: Segment, lists: (readonly Setting[])[]): void {
    const from = lists.length;
    while (lists.length < places.size) lists.push(none);
    for (const setting of settings) {
      if (setting.isStatus) continue;
      const facts = this.facts(setting);
      for (const [place, interest] of this.#interestsIn(setting, facts)) {
        if (place < from || (interest.setting && !interest.setting(setting, facts))) continue;
        const list = lists[place];
        if (list === none) lists[place] = [setting];
        else (list as Setting[]).push(setting);
      }
    }
  }

  #interestsIn(setting: Setting, facts: SettingFacts): readonly [number, Interest][] {
    const known = places.size;
    const last = this.#names.get(facts);
    if (last?.known === known) return last.found;
    const found: [number, Interest][] = [];
    for (const [interest, place] of places) if (interest.name(setting, facts)) found.push([place, interest]);
    this.#names.set(facts, { known, found });
    return found;
  }
}
