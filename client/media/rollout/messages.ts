import type { RolloutAnswer } from "../../../server/src/protocol/rollout";

// What the page of a rollout and the extension say to each other.

export interface RolloutShown {
  readonly kind: "show";
  /** Of this message, for the answer to it. */
  readonly id: number;
  /** Name of the description. */
  readonly file: string;
  readonly answer: RolloutAnswer;
}

export type ToPanel = RolloutShown | { readonly kind: "failed" };

export type FromPanel =
  | { readonly kind: "copy"; readonly text: string }
  /** The page shows the message with this id. */
  | { readonly kind: "shown"; readonly id: number; readonly titles: readonly string[] };
