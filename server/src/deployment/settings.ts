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
  | "learned";

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
  /** `keep`: only who may change it is written. */
  readonly kind: "set" | "reset" | "keep";
  /** Of `set`. */
  readonly text: string;
  readonly access: string | undefined;
  /** A value that is there already stays. */
  readonly preserves: boolean;
  /** The value of the user stays. */
  readonly prefersUser: boolean;
  readonly at: Origin;
}

/** Content that leads from one state to the next; the same object does the same every time. */
export interface Recipe<C> {
  readonly changes: readonly C[];
  readonly byName: ReadonlyMap<string, readonly C[]>;
  /** Several devices get it. */
  readonly isShared: boolean;
}

export type Fold<C> = (current: SettingState | undefined, change: C) => SettingState | undefined;

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
  readonly #own: ReadonlyMap<string, SettingState>;

  private constructor(shared: Shared, own: ReadonlyMap<string, SettingState>) {
    this.#shared = shared;
    this.#own = own;
  }

  /** Factory values only. Devices that share work begin with the same object. */
  static factory(): DeviceSettings {
    const shared: Shared = { values: new Map(), hash: 0, next: new WeakMap(), pool: new Map() };
    shared.pool.set(0, [shared]);
    return new DeviceSettings(shared, new Map());
  }

  get(name: string): SettingState | undefined {
    return this.#own.get(name) ?? this.#shared.values.get(name);
  }

  /** Every name beside those that have only their factory value. */
  *entries(): Generator<readonly [name: string, current: SettingState]> {
    for (const [name, current] of this.#shared.values) if (!this.#own.has(name)) yield [name, current];
    yield* this.#own;
  }

  /** What many devices have alike; the same object for the same content. */
  get common(): ReadonlyMap<string, SettingState> {
    return this.#shared.values;
  }

  /** What differs from that. */
  get own(): ReadonlyMap<string, SettingState> {
    return this.#own;
  }

  with(changes: Iterable<readonly [name: string, current: SettingState]>): DeviceSettings {
    const own = new Map(this.#own);
    for (const [name, current] of changes) own.set(name, current);
    return new DeviceSettings(this.#shared, own);
  }

  /** The state after all changes of a recipe, in order. */
  apply<C extends { readonly name: string }>(recipe: Recipe<C>, fold: Fold<C>, keepsHistory: boolean): DeviceSettings {
    if (recipe.isShared && !keepsHistory) return this.#applyShared(recipe, fold);
    let own: Map<string, SettingState> | undefined;
    for (const change of recipe.changes) {
      const { name } = change;
      const shared = this.#shared.values.get(name);
      const before = (own ?? this.#own).get(name) ?? shared;
      const after = fold(before, change);
      if (after === undefined || after === before) continue;
      own ??= new Map(this.#own);
      // What all devices have alike need not be kept apart.
      if (!keepsHistory && isIdentical(after, shared)) own.delete(name);
      else own.set(name, after);
    }
    return own ? new DeviceSettings(this.#shared, own) : this;
  }

  #applyShared<C>(recipe: Recipe<C>, fold: Fold<C>): DeviceSettings {
    const shared = nextShared(this.#shared, recipe, fold);
    if (this.#own.size === 0) return shared === this.#shared ? this : new DeviceSettings(shared, this.#own);
    const own = new Map<string, SettingState>();
    for (const [name, current] of this.#own) {
      let after: SettingState | undefined = current;
      for (const change of recipe.byName.get(name) ?? []) after = fold(after, change) ?? after;
      if (after && !isIdentical(after, shared.values.get(name))) own.set(name, after);
    }
    return new DeviceSettings(shared, own);
  }

  /** Values, access and marks are the same; who set them does not matter. */
  equals(other: DeviceSettings): boolean {
    if (other === this) return true;
    const names = new Set([...this.#own.keys(), ...other.#own.keys()]);
    for (const name of names) if (!isSame(this.get(name), other.get(name))) return false;
    if (this.#shared === other.#shared) return true;
    for (const name of this.#shared.values.keys()) if (!isSame(this.get(name), other.get(name))) return false;
    for (const name of other.#shared.values.keys()) if (!isSame(this.get(name), other.get(name))) return false;
    return true;
  }
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
  return a === b || (a.file === b.file && a.start === b.start && a.line === b.line && a.rule === b.rule);
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
