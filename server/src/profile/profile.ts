import { ProfileChanges } from "./profileChanges";
import { ProfileIndex } from "./profileIndex";
import type { ProfileReads } from "./profileReads";
import { type Segment, type Setting, settingCount } from "./setting";

/** Of several settings with one name, in file order, the one that takes effect; a rule of the format. */
export type InEffect = (settings: readonly Setting[]) => Setting | undefined;

/** For devices that apply settings from top to bottom. */
export const lastOne: InEffect = (settings) => settings.at(-1);

/** For devices that keep the first value that they read. */
export const firstOne: InEffect = (settings) => settings[0];

/** The same for all versions of a profile, of which each is over when the next one comes. */
export class Lineage {
  /** The one that the first version was like. */
  #from: Lineage | undefined;

  constructor(from?: Lineage) {
    if (from) from.#from = undefined;
    this.#from = from;
  }

  get from(): Lineage | undefined {
    return this.#from;
  }
}

const hasTemplate = ({ templates }: Segment) => templates.length > 0;

function countIn(segments: readonly Segment[]): number {
  let count = 0;
  for (const segment of segments) count += settingCount(segment);
  return count;
}

/** The settings of one profile, in file order. */
export class Profile {
  readonly #segments: readonly Segment[];
  readonly #choose: InEffect;
  #index: ProfileIndex | undefined;
  #count = -1;
  #starts: Map<Segment, number> | undefined;
  #hasTemplate: boolean | undefined;
  #reads: ProfileReads | undefined;
  #changes: { readonly before: readonly Segment[]; readonly changes: ProfileChanges } | undefined;
  readonly lineage: Lineage;

  /** `previous` gives its index away to the profile that follows it, when it is over. */
  constructor(segments: readonly Segment[], choose: InEffect, previous?: Profile, isOver = true) {
    this.#segments = segments;
    this.#choose = choose;
    this.lineage = previous && isOver ? previous.lineage : new Lineage(previous?.lineage);
    const index = previous === undefined ? undefined : previous.#index;
    if (previous === undefined || index === undefined || !isOver) return;
    previous.#index = undefined;
    const changes = this.changesSince(previous.#segments);
    index.replace(changes, segments);
    this.#index = index;
    this.#follow(previous, changes);
  }

  /** An edit touches few of very many segments. */
  #follow(previous: Profile, { gaps }: ProfileChanges): void {
    if (previous.#hasTemplate === false) this.#hasTemplate = gaps.some(({ added }) => added.some(hasTemplate));
    if (previous.#count < 0) return;
    this.#count = previous.#count;
    for (const { removed, added } of gaps) this.#count += countIn(added) - countIn(removed);
  }

  /** Notes in `reads` what `run` asks of this profile. */
  recorded(reads: ProfileReads, run: () => void): void {
    this.#reads = reads;
    try {
      run();
    } finally {
      this.#reads = undefined;
    }
  }

  get segments(): readonly Segment[] {
    this.#reads?.addEverything();
    return this.#segments;
  }

  /** What differs from a version that had these segments. */
  changesSince(before: readonly Segment[]): ProfileChanges {
    if (this.#changes?.before !== before)
      this.#changes = { before, changes: new ProfileChanges(before, this.#segments) };
    return this.#changes.changes;
  }

  /** Names and paths of all settings. */
  *names(): Iterable<{ readonly name: string; readonly path: string }> {
    this.#reads?.addNames();
    for (const segment of this.#segments) yield* segment.settings;
  }

  get count(): number {
    if (this.#count < 0) this.#count = countIn(this.#segments);
    this.#reads?.addCount(this.#count);
    return this.#count;
  }

  get isEmpty(): boolean {
    // Nearly every profile shows it in its first segments; who notes what is read notes a number.
    if (this.#count < 0 && !this.#reads) return this.#segments.every((segment) => settingCount(segment) === 0);
    return this.count === 0;
  }

  /** Some program fills in this profile, or chooses between its elements. */
  get hasTemplate(): boolean {
    this.#hasTemplate ??= this.#segments.some(hasTemplate);
    this.#reads?.addTemplate(this.#hasTemplate);
    return this.#hasTemplate;
  }

  /** Where a segment of this profile begins, counted from the first one. */
  startOf(segment: Segment): number {
    this.#reads?.addEverything();
    if (!this.#starts) {
      this.#starts = new Map();
      let at = 0;
      for (const each of this.#segments) {
        this.#starts.set(each, at);
        at += each.text.length;
      }
    }
    return this.#starts.get(segment) ?? 0;
  }

  *settings(): Iterable<Setting> {
    this.#reads?.addEverything();
    for (const segment of this.#segments) yield* segment.settings;
  }

  /** Every setting of that name, first to last. `name` is preceded by its path for one inside sections. Cells of tables have no name of their own. */
  all(name: string): readonly Setting[] {
    this.#reads?.addName(name);
    return this.#settingsByName().all(name);
  }

  /** The setting that takes effect. */
  inEffect(name: string): Setting | undefined {
    return this.#choose(this.all(name));
  }

  /** The value that takes effect; undefined when it is not set here, or contains a placeholder. */
  text(name: string): string | undefined {
    const setting = this.inEffect(name);
    return setting && !setting.templated ? setting.text : undefined;
  }

  /** The settings of each name that is set more than once, in no particular order. */
  repeated(): Iterable<readonly Setting[]> {
    const index = this.#settingsByName();
    this.#reads?.addRepeated(index.repeatedNames());
    return index.repeated();
  }

  isRepeated(name: string): boolean {
    this.#reads?.addName(name);
    return this.#settingsByName().all(name).length > 1;
  }

  #settingsByName(): ProfileIndex {
    this.#index ??= new ProfileIndex(this.#segments);
    return this.#index;
  }

  sameSegments(segments: readonly Segment[], from: number, to: number): boolean {
    if (to - from !== this.#segments.length) return false;
    for (let i = from; i < to; i++) if (segments[i] !== this.#segments[i - from]) return false;
    return true;
  }
}
