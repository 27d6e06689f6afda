import { folded } from "./layers";
import { hashOf, isIdentical, isSameMap } from "./sameSetting";
import type { ChangesByName, Fold, Recipe, SettingState } from "./settingState";

// What many devices have alike is worked out once.

/** What many devices have alike. */
export interface Shared {
  readonly values: ReadonlyMap<string, SettingState>;
  readonly hash: number;
  readonly next: WeakMap<object, Shared>;
  /** All states that began alike, by hash. */
  readonly pool: Map<number, Shared[]>;
}

/** Some of the names are in a recipe, or have the same value in what is shared. */
export function isTouched<C>(
  own: ReadonlyMap<string, SettingState>,
  byName: ChangesByName<C>,
  shared: ReadonlyMap<string, SettingState>,
): boolean {
  for (const [name, current] of own) if (byName.has(name) || isIdentical(current, shared.get(name))) return true;
  return false;
}

export function nextShared<C>(from: Shared, recipe: Recipe<C>, fold: Fold<C>): Shared {
  const known = from.next.get(recipe);
  if (known) return known;
  const values = new Map(from.values);
  let { hash } = from;
  for (const [name, changes] of recipe.byName) {
    const before = values.get(name);
    const after = folded(before, changes, fold);
    if (after === undefined || after === before) continue;
    hash = (hash - hashOf(name, before) + hashOf(name, after)) | 0;
    values.set(name, after);
  }
  const alike = from.pool.get(hash) ?? [];
  const same = alike.find((each) => isSameMap(each.values, values));
  const next = same ?? { values, hash, next: new WeakMap(), pool: from.pool };
  if (!same) from.pool.set(hash, [...alike, next]);
  from.next.set(recipe, next);
  return next;
}
