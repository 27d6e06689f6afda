import { folded, Layers } from "./layers";
import { Pairs } from "./pairs";
import { isIdentical, isSame } from "./sameSetting";
import type { Fold, Folds, Recipe, SettingState, Written } from "./settingState";
import { isTouched, nextShared, type Shared } from "./shared";

// The value a device has of each setting, and who put it there.

export type {
  ChangesByName,
  Fold,
  Folds,
  How,
  Origin,
  Recipe,
  SettingState,
  Written,
} from "./settingState";

/** A file of one device that has no setting in common with anything before it: it is looked up in, and not copied. */
interface Apart {
  readonly recipe: Recipe<Written>;
  readonly fold: Fold<Written>;
}

/** All that one device has beside factory values. */
export class DeviceSettings {
  readonly #shared: Shared;
  /** Beside what is apart. */
  readonly #own: ReadonlyMap<string, SettingState>;
  readonly #apart: readonly Apart[];
  /** Over all of that, where a history is kept. */
  readonly #layers: Layers | undefined;
  /** Of those in layers, what was asked for. */
  #seen: Map<string, SettingState | undefined> | undefined;
  #allOwn: ReadonlyMap<string, SettingState> | undefined;

  private constructor(
    shared: Shared,
    own: ReadonlyMap<string, SettingState>,
    apart: readonly Apart[] = [],
    layers?: Layers,
  ) {
    this.#shared = shared;
    this.#own = own;
    this.#apart = apart;
    this.#layers = layers;
  }

  /** Factory values only. Devices that share work begin with the same object. */
  static factory(): DeviceSettings {
    const shared: Shared = { values: new Map(), hash: 0, next: new WeakMap(), pool: new Map() };
    shared.pool.set(0, [shared]);
    return new DeviceSettings(shared, new Map());
  }

  get(name: string): SettingState | undefined {
    return this.#layers ? this.#inLayers(name, this.#layers) : this.#below(name);
  }

  #inLayers(name: string, layers: Layers): SettingState | undefined {
    this.#seen ??= new Map();
    let current = this.#seen.get(name);
    if (current === undefined && !this.#seen.has(name)) {
      current = layers.folded(name, this.#below(name));
      this.#seen.set(name, current);
    }
    return current;
  }

  #below(name: string): SettingState | undefined {
    if (this.#apart.length > 0)
      for (const { recipe, fold } of this.#apart) {
        const changes = recipe.byName.get(name);
        if (changes) return folded(undefined, changes, fold);
      }
    return this.#own.get(name) ?? this.#shared.values.get(name);
  }

  /** The same without what was there before it, and without the access that it may have left. */
  last(name: string): SettingState | undefined {
    return this.#layers?.last(name) ?? this.#below(name);
  }

  /** Several things were done to the setting, and not all set the same value. */
  mayBeReplaced(name: string): boolean {
    const below = this.#below(name);
    if (!this.#layers?.has(name)) return below?.before !== undefined;
    return below !== undefined || this.#layers.isDisputed(name);
  }

  /** Files lie in layers, for what was there before them. */
  get keepsHistory(): boolean {
    return this.#layers !== undefined;
  }

  /** Every name beside those that have only their factory value. */
  names(): Iterable<string> {
    const below = [...this.#withoutLayers().entries()].map(([name]) => name);
    if (!this.#layers) return below;
    const { names } = this.#layers;
    return below.length === 0 ? names : new Set([...names, ...below]);
  }

  /** Every value that the setting has or had. */
  valuesOf(name: string): readonly string[] {
    const values = valuesOf(this.#below(name));
    return this.#layers ? [...values, ...this.#layers.valuesOf(name)] : values;
  }

  #withoutLayers(): DeviceSettings {
    return this.#layers ? new DeviceSettings(this.#shared, this.#own, this.#apart) : this;
  }

  /** The same settings with their states. */
  *entries(): Generator<readonly [name: string, current: SettingState]> {
    const { own } = this;
    for (const [name, current] of this.#shared.values) if (!own.has(name)) yield [name, current];
    yield* own;
  }

  /** What many devices have alike; the same object for the same content. */
  get common(): ReadonlyMap<string, SettingState> {
    return this.#shared.values;
  }

  /** What differs from that. */
  get own(): ReadonlyMap<string, SettingState> {
    if (this.#apart.length === 0 && !this.#layers) return this.#own;
    if (!this.#allOwn) {
      const all = new Map(this.#own);
      for (const { recipe, fold } of this.#apart)
        for (const [name, changes] of recipe.byName) {
          const current = folded(undefined, changes, fold);
          if (current) all.set(name, current);
        }
      for (const name of this.#layers?.names ?? []) {
        const current = this.get(name);
        if (current) all.set(name, current);
      }
      this.#allOwn = all;
    }
    return this.#allOwn;
  }

  /** The same without files that are apart, and those files. */
  get parts(): { readonly own: ReadonlyMap<string, SettingState>; readonly apart: readonly Recipe<Written>[] } {
    if (this.#layers) return { own: this.own, apart: [] };
    return { own: this.#own, apart: this.#apart.map(({ recipe }) => recipe) };
  }

  /** With other files in place of some that are apart; they have the same names. */
  exchanged(recipes: ReadonlyMap<Recipe<Written>, Recipe<Written>>): DeviceSettings {
    if (this.#apart.length === 0) return this;
    const apart = this.#apart.map(({ recipe, fold }) => ({ recipe: recipes.get(recipe) ?? recipe, fold }));
    return new DeviceSettings(this.#shared, this.#own, apart, this.#layers);
  }

  /** Some of these settings are not among what many devices have alike. */
  hasOwn(names: ReadonlySet<string>): boolean {
    return (
      hasAny(this.#own.keys(), names) ||
      this.#apart.some(({ recipe }) => !sharesNone(recipe, names)) ||
      (this.#layers !== undefined && hasAny(this.#layers.names, names))
    );
  }

  with(changes: Iterable<readonly [name: string, current: SettingState]>): DeviceSettings {
    const own = new Map(this.own);
    for (const [name, current] of changes) own.set(name, current);
    return new DeviceSettings(this.#shared, own);
  }

  /** The state after all changes of a recipe, in order. */
  apply<C extends Written>(recipe: Recipe<C>, folds: Folds<C>, keepsHistory: boolean): DeviceSettings {
    const { fold, common } = folds;
    if (keepsHistory && folds.replaces && recipe.isPlain) {
      const layers = (this.#layers ?? noLayers).with(recipe, fold as Fold<Written>);
      return new DeviceSettings(this.#shared, this.#own, this.#apart, layers);
    }
    if (this.#layers) return new DeviceSettings(this.#shared, this.own).apply(recipe, folds, keepsHistory);
    if (recipe.isShared && !keepsHistory) return this.#applyShared(recipe, fold, common ?? fold);
    if (!keepsHistory && recipe.isPlain && !common) {
      // Again, with nothing after it that touched it.
      if (this.#apart.some((each) => each.recipe === recipe)) return this;
      if (this.#isApart(recipe))
        return new DeviceSettings(this.#shared, this.#own, [...this.#apart, { recipe, fold: fold as Fold<Written> }]);
    }
    let own: Map<string, SettingState> | undefined;
    const before = this.own;
    for (const change of recipe.changes) {
      const { name } = change;
      const shared = this.#shared.values.get(name);
      const current = (own ?? before).get(name) ?? shared;
      const after = fold(current, change);
      if (after === undefined || after === current) continue;
      own ??= new Map(before);
      // What all devices have alike need not be kept apart.
      if (!keepsHistory && isIdentical(after, shared)) own.delete(name);
      else own.set(name, after);
    }
    return own ? new DeviceSettings(this.#shared, own) : this;
  }

  #applyShared<C>(recipe: Recipe<C>, fold: Fold<C>, common: Fold<C>): DeviceSettings {
    const shared = nextShared(this.#shared, recipe, common);
    const isBeside = this.#apart.every((each) => areApart(each.recipe, recipe));
    const before = isBeside ? this.#own : this.own;
    const apart = isBeside ? this.#apart : [];
    if (!isTouched(before, recipe.byName, shared.values))
      return isBeside && shared === this.#shared ? this : new DeviceSettings(shared, before, apart);
    const own = new Map<string, SettingState>();
    for (const [name, current] of before) {
      const after = folded(current, recipe.byName.get(name) ?? [], fold);
      if (after && !isIdentical(after, shared.values.get(name))) own.set(name, after);
    }
    return new DeviceSettings(shared, own, apart);
  }

  /** No name of the recipe has been set by anything. */
  #isApart(recipe: Recipe<unknown>): boolean {
    return (
      this.#apart.every((each) => areApart(each.recipe, recipe)) &&
      sharesNone(recipe, this.#shared.values) &&
      !hasAny(this.#own.keys(), recipe.byName)
    );
  }

  /** Values, access and marks are the same; who set them does not matter. */
  equals(other: DeviceSettings): boolean {
    if (other === this) return true;
    const isSameApart =
      this.#apart.length === other.#apart.length &&
      this.#apart.every(({ recipe }, i) => recipe === other.#apart[i]?.recipe);
    if (isSameApart && other.#own === this.#own && other.#shared === this.#shared) {
      const [one, two] = [this.#layers ?? noLayers, other.#layers ?? noLayers];
      if (one.isAgain(two) || two.isAgain(one)) return true;
    }
    const isOther = (name: string) => !isSame(this.get(name), other.get(name));
    if (!isSameApart)
      for (const { recipe } of [...this.#apart, ...other.#apart])
        for (const name of recipe.byName.keys()) if (isOther(name)) return false;
    for (const name of this.#own.keys()) if (isOther(name)) return false;
    for (const name of other.#own.keys()) if (!this.#own.has(name) && isOther(name)) return false;
    for (const name of this.#layers?.eachName() ?? []) if (isOther(name)) return false;
    for (const name of other.#layers?.eachName() ?? []) if (isOther(name)) return false;
    if (this.#shared === other.#shared) return true;
    for (const name of this.#shared.values.keys()) if (!isSame(this.get(name), other.get(name))) return false;
    for (const name of other.#shared.values.keys()) if (!isSame(this.get(name), other.get(name))) return false;
    return true;
  }
}

/** The values that a setting has and had, the last first; a later round sets most of them again. */
export function valuesOf(current: SettingState | undefined): readonly string[] {
  const values: string[] = [];
  let last: string | undefined;
  for (let each: SettingState | undefined = current; each; each = each.before) {
    const { value } = each;
    if (value !== undefined && value !== last) values.push(value);
    last = value;
  }
  return values;
}

const noLayers = new Layers([]);

interface Names {
  has(name: string): boolean;
}

function hasAny(names: Iterable<string>, where: Names): boolean {
  for (const name of names) if (where.has(name)) return true;
  return false;
}

/** Whether recipes of one shape have no name in common with something else. */
const apartFrom = new Pairs<object, object, boolean>();

/** The two have no name in common. */
function areApart(one: Recipe<unknown>, other: Recipe<unknown>): boolean {
  const [a, b] = [one.shape ?? one, other.shape ?? other];
  return apartFrom.get(a, b) ?? apartFrom.set(a, b, !hasAny(one.byName.keys(), other.byName));
}

/** No name of the recipe is among these. */
export function sharesNone(recipe: Recipe<unknown>, names: Names): boolean {
  const shape = recipe.shape ?? recipe;
  return apartFrom.get(shape, names) ?? apartFrom.set(shape, names, !hasAny(recipe.byName.keys(), names));
}
