import type { Segment } from "./segment";
import type { Setting } from "./setting";

/**
 * The settings of one profile element, in file order. A device applies them from top to bottom,
 * so of several with one name the last wins.
 */
export class Profile {
  readonly #segments: readonly Segment[];
  #index: Map<string, Setting[]> | undefined;
  #count = -1;

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  get count(): number {
    if (this.#count < 0) {
      this.#count = 0;
      for (const segment of this.#segments) this.#count += segment.settings.length;
    }
    return this.#count;
  }

  *settings(): Iterable<Setting> {
    for (const segment of this.#segments) yield* segment.settings;
  }

  /** Every setting of that name, first to last. `name` is preceded by its path for one inside sections. */
  all(name: string): readonly Setting[] {
    return this.index().get(name) ?? [];
  }

  /** The setting that takes effect. */
  last(name: string): Setting | undefined {
    const all = this.index().get(name);
    return all?.[all.length - 1];
  }

  /** The value that takes effect; undefined when it is not set here, or holds a placeholder. */
  text(name: string): string | undefined {
    const setting = this.last(name);
    return setting && !setting.templated ? setting.text : undefined;
  }

  /** Settings by name, or by path and name inside sections. */
  index(): ReadonlyMap<string, readonly Setting[]> & Map<string, Setting[]> {
    if (!this.#index) {
      const index = new Map<string, Setting[]>();
      for (const segment of this.#segments) {
        for (const setting of segment.settings) {
          const key = keyOf(setting);
          const list = index.get(key);
          if (list) list.push(setting);
          else index.set(key, [setting]);
        }
      }
      this.#index = index;
    }
    return this.#index;
  }

  sameSegments(segments: readonly Segment[], from: number, to: number): boolean {
    if (to - from !== this.#segments.length) return false;
    for (let i = from; i < to; i++) if (segments[i] !== this.#segments[i - from]) return false;
    return true;
  }
}

export function keyOf(setting: Setting): string {
  return setting.path === "" ? setting.name : `${setting.path}/${setting.name}`;
}
