import type { EffectiveAnswer } from "../../../server/src/protocol";
import type { DeviceChoice } from "../shared/deviceChoice";

// What the page of the effective configuration and the extension say to each other. No secret is in it.

export interface Shown {
  readonly kind: "show";
  /** Counts the messages. */
  readonly id: number;
  readonly devices: readonly DeviceChoice[];
  /** Of the chosen device; empty while none is. */
  readonly key: string;
  /** What is wrong in lists of devices, and secrets that are not stored. */
  readonly problems: readonly string[];
  /** Addresses stay in the extension. */
  readonly answer: Omit<EffectiveAnswer, "files" | "watched">;
  /** Names of files that can be opened. */
  readonly files: readonly string[];
  /** Settings that no file sets are among them. */
  readonly all: boolean;
}

export type ToPanel = Shown;

export type FromPanel =
  | { readonly kind: "choose"; readonly key: string }
  | { readonly kind: "all"; readonly on: boolean }
  /** Counts from 1; without a line the file as it is. */
  | { readonly kind: "open"; readonly file: string; readonly line?: number }
  | { readonly kind: "site map" }
  | { readonly kind: "edit devices" }
  /** The page shows the message with this id: the outcome, and how many settings. */
  | { readonly kind: "shown"; readonly id: number; readonly outcome: string; readonly settings: number };
