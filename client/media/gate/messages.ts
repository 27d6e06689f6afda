import type { GateAnswer } from "../../../server/src/protocol/gate";

// What the page of the gate and the extension say to each other.

export interface GateShown {
  readonly kind: "show";
  /** Of this message, for the answer to it. */
  readonly id: number;
  /** Name of the manifest. */
  readonly file: string;
  readonly override: boolean;
  readonly answer: GateAnswer;
}

export type ToPanel = GateShown | { readonly kind: "failed" };

export type FromPanel =
  | { readonly kind: "override"; readonly on: boolean }
  | { readonly kind: "choose list" }
  /** A line of the manifest or of the list, counted from 1. */
  | { readonly kind: "reveal"; readonly file: "manifest" | "list"; readonly line: number }
  | { readonly kind: "copy"; readonly text: string }
  /** The page shows the message with this id. */
  | { readonly kind: "shown"; readonly id: number; readonly titles: readonly string[] };
