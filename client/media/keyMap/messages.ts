import type { KeyMapAnswer } from "../../../server/src/protocol/keyMap";

// What the page of the keys and the extension say to each other.

export interface KeyMapShown {
  readonly kind: "show";
  /** Of this message, for the answer to it. */
  readonly id: number;
  readonly file: string;
  /** That a person chose; empty for the one of the file. */
  readonly chosen: string;
  /** Undefined when the file has no keys that are known. */
  readonly answer: KeyMapAnswer | undefined;
}

export type ToPanel = KeyMapShown | { readonly kind: "failed" };

export type FromPanel =
  /** Empty for the one of the file. */
  | { readonly kind: "model"; readonly model: string }
  /** Counts from 1. */
  | { readonly kind: "reveal"; readonly line: number }
  /** The page shows the message with this id. */
  | { readonly kind: "shown"; readonly id: number; readonly titles: readonly string[]; readonly keys: number };
