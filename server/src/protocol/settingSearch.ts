import type { PlaceRange } from "./place";

export interface FindSettingsParams {
  /** A name as in files, or a shape that many have: `Name_n_`. */
  readonly parameter: string;
  /** A regular expression that is found in the value. */
  readonly matches?: string;
  /** Asks for the edits that give what is found this value. */
  readonly newValue?: string;
}

export interface FoundPlace {
  readonly uri: string;
  readonly range: PlaceRange;
  readonly name: string;
  readonly edits: readonly { readonly range: PlaceRange; readonly newText: string }[];
}

export interface FindSettingsAnswer {
  /** Why nothing was looked for. */
  readonly fault?: string;
  readonly places: readonly FoundPlace[];
  /** Values that are left alone: with placeholders, or in files whose format cannot have the new one. */
  readonly leftAlone: number;
  /** There are more places than are answered. */
  readonly isCut: boolean;
}
