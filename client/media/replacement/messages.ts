import type { ReplacementAnswer } from "../../../server/src/protocol/updates";

// What the page of a replacement and the extension say to each other. No secret is in it.

export interface ReplacementShown {
  readonly kind: "show";
  /** Counts the messages. */
  readonly id: number;
  /** Name of the new file, and of the export of the running device. */
  readonly file: string;
  readonly running: string;
  readonly answer: ReplacementAnswer;
}

export type ToPanel = ReplacementShown | { readonly kind: "failed" };

export type FromPanel =
  | { readonly kind: "reveal"; readonly side: "running" | "new"; readonly line: number }
  | { readonly kind: "choose" }
  /** The new file is the export, and the other way round. */
  | { readonly kind: "swap" }
  | { readonly kind: "copy"; readonly text: string }
  /** The page shows the message with this id. */
  | { readonly kind: "shown"; readonly id: number; readonly headings: readonly string[] };
