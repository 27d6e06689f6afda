import { Pairs } from "./pairs";

// The value a device has of each setting, and who put it there. Values never change in place: a step that changes nothing
// gives back what it was given, so that equal states are found quickly.

/** How a value came about. */
export type How =
  | "factory"
  | "start"
  | "assigned"
  | "set"
  | "reset"
  | "access"
  | "kept: preserve"
  | "kept: user"
  | "kept: pinned"
  | "learned"
  | "added";

/** Where a value was written. */
export interface Origin {
  readonly file?: string;
  /** Counts from 1. */
  readonly line?: number;
  /** The whole element in the text of the file. */
  readonly start?: number;
  readonly end?: number;
  /** The setting whose rule led to the file, or which assigned the value. */
  readonly rule?: string;
  readonly url?: string;
  /** Counts from 1; 0 before the first. */
  readonly round?: number;
  /** The file leaves the setting to the user once the user changed it. */
  readonly prefersUser?: boolean;
}

export interface SettingState {
  /** Undefined: the factory value. */
  readonly value: string | undefined;
  /** The value is unknown: a program fills it in, or it is made of something unknown. */
  readonly isUnknown?: boolean;
  /** Undefined: as shipped. */
  readonly access?: string;
  readonly isUserModified?: boolean;
  /** What the last step did. */
  readonly how: How;
  /** Where the last step was written. */
  readonly at: Origin;
  /** Where the value was written. */
  readonly from: Origin;
  /** What was current before, where a history is kept. */
  readonly before?: SettingState;
}

/** One element of a file, whatever the format. */
export interface Written {
  /** Preceded by its path for one inside sections. */
  readonly name: string;
  /** `keep`: only who may change it is written. `add`: the text is added to the value. */
  readonly kind: "set" | "reset" | "keep" | "add";
  /** Of `set` and `add`. */
  readonly text: string;
  readonly access: string | undefined;
  /** A value that is there already stays. */
  readonly preserves: boolean;
  /** The value of the user stays. */
  readonly prefersUser: boolean;
  readonly at: Origin;
}

/** Changes by the setting that they change. */
export interface ChangesByName<C> extends Iterable<readonly [name: string, changes: readonly C[]]> {
  has(name: string): boolean;
  get(name: string): readonly C[] | undefined;
  keys(): Iterable<string>;
}

/** Content that leads from one state to the next; the same object does the same every time. */
export interface Recipe<C> {
  readonly changes: readonly C[];
  readonly byName: ChangesByName<C>;
  /** Recipes with the same one have the same names; only the texts differ. */
  readonly shape?: object;
  /** Several devices get it. */
  readonly isShared: boolean;
  /** What each of its elements does depends on nothing that the device has. */
  readonly isPlain: boolean;
}

/** The setting after a change; undefined if it stays. */
export type Fold<C> = (current: SettingState | undefined, change: C) => SettingState | undefined;

/** How devices of a kind apply changes. */
export interface Folds<C> {
  readonly fold: Fold<C>;
  /** The same for what many devices have alike, where some settings of one device stay as they are. */
  readonly common?: Fold<C>;
}

/** A file of one device that has no setting in common with anything before it: it is looked up in, and not copied. */
interface Apart {
  readonly recipe: Recipe<Written>;
  readonly fold: Fold<Written>;
}

/** What many devices have alike. */
interface Shared {
  readonly values: ReadonlyMap<string, SettingState>;
  readonly hash: number;
  readonly next: WeakMap<object, Shared>;
  /** All states that began alike, by hash. */
  readonly pool: Map<number, Shared[]>;
}

/** All that one device has beside factory values. */
export class DeviceSettings {
  readonly #shared: Shared;
  /** Beside what is apart. */
  readonly #own: ReadonlyMap<string, SettingState>;
  readonly #apart: readonly Apart[];
  #allOwn: ReadonlyMap<string, SettingState> | undefined;

  private constructor(shared: Shared, own: ReadonlyMap<string, SettingState>, apart: readonly Apart[] = []) {
    this.#shared = shared;
    this.#own = own;
    this.#apart = apart;
  }

  /** Factory values only. Devices that share work begin with the same object. */
  static factory(): DeviceSettings {
    const shared: Shared = { values: new Map(), hash: 0, next: new WeakMap(), pool: new Map() };
    shared.pool.set(0, [shared]);
    return new DeviceSettings(shared, new Map());
  }

  get(name: string): SettingState | undefined {
    if (this.#apart.length > 0)
      for (const { recipe, fold } of this.#apart) {
        const changes = recipe.byName.get(name);
        if (changes) return folded(undefined, changes, fold);
      }
    return this.#own.get(name) ?? this.#shared.values.get(name);
  }

  /** Every name beside those that have only their factory value. */
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
    if (this.#apart.length === 0) return this.#own;
    if (!this.#allOwn) {
      const all = new Map(this.#own);
      for (const { recipe, fold } of this.#apart)
        for (const [name, changes] of recipe.byName) {
          const current = folded(undefined, changes, fold);
          if (current) all.set(name, current);
        }
      this.#allOwn = all;
    }
    return this.#allOwn;
  }

  /** The same without files that are apart, and those files. */
  get parts(): { readonly own: ReadonlyMap<string, SettingState>; readonly apart: readonly Recipe<Written>[] } {
    return { own: this.#own, apart: this.#apart.map(({ recipe }) => recipe) };
  }

  /** With other files in place of some that are apart; they have the same names. */
  exchanged(recipes: ReadonlyMap<Recipe<Written>, Recipe<Written>>): DeviceSettings {
    if (this.#apart.length === 0) return this;
    const apart = this.#apart.map(({ recipe, fold }) => ({ recipe: recipes.get(recipe) ?? recipe, fold }));
    return new DeviceSettings(this.#shared, this.#own, apart);
  }

  /** Some of these settings are not among what many devices have alike. */
  hasOwn(names: ReadonlySet<string>): boolean {
    return hasAny(this.#own.keys(), names) || this.#apart.some(({ recipe }) => !sharesNone(recipe, names));
  }

  with(changes: Iterable<readonly [name: string, current: SettingState]>): DeviceSettings {
    const own = new Map(this.own);
    for (const [name, current] of changes) own.set(name, current);
    return new DeviceSettings(this.#shared, own);
  }

  /** The state after all changes of a recipe, in order. */
  apply<C extends Written>(recipe: Recipe<C>, { fold, common }: Folds<C>, keepsHistory: boolean): DeviceSettings {
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
    if (isSameApart && other.#own === this.#own && other.#shared === this.#shared) return true;
    const isOther = (name: string) => !isSame(this.get(name), other.get(name));
    if (!isSameApart)
      for (const { recipe } of [...this.#apart, ...other.#apart])
        for (const name of recipe.byName.keys()) if (isOther(name)) return false;
    for (const name of this.#own.keys()) if (isOther(name)) return false;
    for (const name of other.#own.keys()) if (!this.#own.has(name) && isOther(name)) return false;
    if (this.#shared === other.#shared) return true;
    for (const name of this.#shared.values.keys()) if (!isSame(this.get(name), other.get(name))) return false;
    for (const name of other.#shared.values.keys()) if (!isSame(this.get(name), other.get(name))) return false;
    return true;
  }
}

function folded<C>(before: SettingState | undefined, changes: readonly C[], fold: Fold<C>): SettingState | undefined {
  let current = before;
  for (const change of changes) current = fold(current, change) ?? current;
  return current;
}

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

/** Some of the names are in a recipe, or have the same value in what is shared. */
function isTouched<C>(
  own: ReadonlyMap<string, SettingState>,
  byName: ChangesByName<C>,
  shared: ReadonlyMap<string, SettingState>,
): boolean {
  for (const [name, current] of own) if (byName.has(name) || isIdentical(current, shared.get(name))) return true;
  return false;
}

function nextShared<C>(from: Shared, recipe: Recipe<C>, fold: Fold<C>): Shared {
  const known = from.next.get(recipe);
  if (known) return known;
  const values = new Map(from.values);
  let { hash } = from;
  for (const [name, changes] of recipe.byName) {
    const before = values.get(name);
    let after = before;
    for (const change of changes) after = fold(after, change) ?? after;
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

function isSameMap(a: ReadonlyMap<string, SettingState>, b: ReadonlyMap<string, SettingState>): boolean {
  for (const [name, current] of a) if (!isIdentical(current, b.get(name))) return false;
  for (const [name, current] of b) if (!a.has(name) && !isIdentical(current, undefined)) return false;
  return true;
}

/** The same, and written in the same place. */
function isIdentical(a: SettingState | undefined, b: SettingState | undefined): boolean {
  return a === b || (isSame(a, b) && a?.how === b?.how && isSameOrigin(a?.from, b?.from) && isSameOrigin(a?.at, b?.at));
}

function isSameOrigin(a: Origin = {}, b: Origin = {}): boolean {
  return (
    a === b ||
    (a.file === b.file &&
      a.start === b.start &&
      a.end === b.end &&
      a.line === b.line &&
      a.rule === b.rule &&
      a.prefersUser === b.prefersUser)
  );
}

/** What is current is the same; nothing at all is the same as a factory value. */
export function isSame(a: SettingState | undefined, b: SettingState | undefined): boolean {
  return (
    a === b ||
    (a?.value === b?.value &&
      a?.access === b?.access &&
      (a?.isUnknown ?? false) === (b?.isUnknown ?? false) &&
      (a?.isUserModified ?? false) === (b?.isUserModified ?? false))
  );
}

function hashOf(name: string, current: SettingState | undefined): number {
  if (isSame(current, undefined)) return 0;
  const { value = "\u0001", access = "", isUserModified = false, isUnknown = false } = current as SettingState;
  let hash = 0x811c9dc5;
  for (const text of [name, "\u0000", value, "\u0000", access, isUserModified ? "u" : "", isUnknown ? "t" : ""])
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
