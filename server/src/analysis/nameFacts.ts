import type { Check, Interest, SettingFacts } from "../checks/check";

/** An interest and its place in the lists of a segment. */
export interface PlacedInterest {
  readonly interest: Interest;
  readonly place: number;
}

/** What one name means to checks, with the interests that it is of, as far as the name was tested. */
export interface NameFacts extends SettingFacts {
  /** Those that are asked of its settings. */
  readonly checks: readonly Check[];
  interests: readonly PlacedInterest[];
  tested: number;
  /** Settings of that name that are written alike: those that were met last. */
  lastAlike: Alike | undefined;
  /** And before them. */
  otherAlike: Alike | undefined;
  /** All of them by their value, where there are more. */
  alike: Map<string, Alike> | undefined;
}

/** Settings with one name that are written alike: who looks at one of them alone finds the same in each. */
export interface Alike {
  readonly facts: NameFacts;
  /** Whose facts they are. */
  readonly owner: object;
  readonly writtenAs: object;
  /** Their value, as it is typed. */
  readonly text: string;
  /** Nothing was found in the setting itself. */
  isQuiet: boolean;
  /** The interests that they are of, as far as they were tested. */
  interests: readonly PlacedInterest[];
  tested: number;
}
