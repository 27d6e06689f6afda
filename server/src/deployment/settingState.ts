// The state of a setting, who put it there, and what changes it. Values never change in place: a step that changes nothing
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
  /** The value contains a placeholder of a template. */
  readonly isUnknown: boolean;
  readonly access: string | undefined;
  /** A value that is there already stays. */
  readonly preserves: boolean;
  /** The value of the user stays. */
  readonly prefersUser: boolean;
  readonly at: Origin;
}

/** Changes by the setting that they change. */
export interface ChangesByName<C> extends Iterable<readonly [name: string, changes: readonly C[]]> {
  /** Names. */
  readonly size: number;
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
  /** The value and the marks of a plain change take the place of whatever was there. */
  readonly replaces?: boolean;
}
