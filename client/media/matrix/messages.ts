import type { MatrixAnswer } from "../../../server/src/protocol/matrix";
import type { DeviceChoice } from "../shared/deviceChoice";

// What the page that compares devices and the extension say to each other. No secret is in it.

/** Which devices are compared: an invented one of each model, those of the workspace, or two. */
export type Which = "models" | "own" | "two";

export interface MatrixShown {
  readonly kind: "show";
  /** Counts the messages. */
  readonly id: number;
  readonly file: string;
  readonly devices: readonly DeviceChoice[];
  /** What is wrong in lists of devices. */
  readonly problems: readonly string[];
  readonly which: Which;
  /** Of the two devices. */
  readonly keys: readonly [string, string];
  /** What the edits change, in place of what the devices end up with. */
  readonly sinceSaved: boolean;
  /** Undefined when the file could not be compared. */
  readonly answer: MatrixAnswer | undefined;
}

export type ToPanel = MatrixShown | { readonly kind: "failed" };

export type FromPanel =
  | { readonly kind: "which"; readonly which: Which }
  | { readonly kind: "choose"; readonly side: number; readonly key: string }
  | { readonly kind: "since saved"; readonly on: boolean }
  /** Counts from 1; without a name in the file itself. */
  | { readonly kind: "reveal"; readonly line: number; readonly file?: string }
  | { readonly kind: "copy"; readonly text: string }
  | { readonly kind: "edit devices" }
  /** The page shows the message with this id: its sentence, and how many settings. */
  | { readonly kind: "shown"; readonly id: number; readonly sentence: string; readonly settings: number };
