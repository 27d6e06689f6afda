import type { Fold, Recipe, SettingState, Written } from "./settingState";

// Files as they were applied where a history is kept. Most settings of a device are never asked for, and those that are shown
// are mostly shown without what was there before: a step is worked out when something looks at it.

interface Layer {
  readonly recipe: Recipe<Written>;
  readonly fold: Fold<Written>;
}

/** The last that was done to a setting. */
interface Top {
  readonly change: Written;
  readonly fold: Fold<Written>;
  /** Not all steps set the same value. */
  isDisputed: boolean;
}

/** The first below the others. Each of their elements sets a value or takes it back, whatever was there. */
export class Layers {
  #tops: Map<string, Top> | undefined;

  constructor(readonly all: readonly Layer[]) {}

  with(recipe: Recipe<Written>, fold: Fold<Written>): Layers {
    return new Layers([...this.all, { recipe, fold }]);
  }

  has(name: string): boolean {
    return this.#top().has(name);
  }

  get names(): Iterable<string> {
    return this.#top().keys();
  }

  /** The same for who mostly stops at one of the first; some come again. */
  *eachName(): Generator<string> {
    for (const { recipe } of this.all) yield* recipe.byName.keys();
  }

  /** Every value that was set, each file once. */
  valuesOf(name: string): readonly string[] {
    const values = new Set<string>();
    for (const { recipe } of this.all)
      for (const { kind, text } of recipe.byName.get(name) ?? []) if (kind === "set") values.add(text);
    return [...values];
  }

  /** The setting after all steps. */
  folded(name: string, below: SettingState | undefined): SettingState | undefined {
    let current = below;
    for (const { recipe, fold } of this.all) {
      const changes = recipe.byName.get(name);
      if (changes) current = folded(current, changes, fold);
    }
    return current;
  }

  /** What the last step made of it, as if nothing had been there. */
  last(name: string): SettingState | undefined {
    const top = this.#top().get(name);
    return top?.fold(undefined, top.change);
  }

  /** Not all steps set the same value. */
  isDisputed(name: string): boolean {
    return this.#top().get(name)?.isDisputed === true;
  }

  #top(): Map<string, Top> {
    if (this.#tops) return this.#tops;
    const tops = new Map<string, Top>();
    const seen = new Set<Recipe<Written>>();
    for (let i = this.all.length - 1; i >= 0; i--) {
      const { recipe, fold } = this.all[i] as Layer;
      // A later round applied it again.
      if (seen.has(recipe)) continue;
      seen.add(recipe);
      const { changes } = recipe;
      for (let at = changes.length - 1; at >= 0; at--) {
        const change = changes[at] as Written;
        const top = tops.get(change.name);
        if (!top) tops.set(change.name, { change, fold, isDisputed: false });
        else if (change.text !== top.change.text || change.kind !== top.change.kind) top.isDisputed = true;
        else if (change.isUnknown !== top.change.isUnknown) top.isDisputed = true;
      }
    }
    this.#tops = tops;
    return tops;
  }

  /**
   * These are the others and then their last files once more, in the same order: that sets what is there already. Who set it
   * is another matter.
   */
  isAgain({ all: before }: Layers): boolean {
    const { all } = this;
    const more = all.length - before.length;
    if (more < 0 || more > before.length) return false;
    return all.every(({ recipe }, i) => recipe === (before[i] ?? before[i - more])?.recipe);
  }
}

export function folded<C>(
  before: SettingState | undefined,
  changes: readonly C[],
  fold: Fold<C>,
): SettingState | undefined {
  let current = before;
  for (const change of changes) current = fold(current, change) ?? current;
  return current;
}
