import type { DriftAnswer } from "../../../server/src/protocol/site";

// What the page of a dump's comparison and the extension say to each other. No secret is in it.

export interface DriftShown {
  readonly kind: "show";
  /** Of this message, for the answer to it. */
  readonly id: number;
  /** Name of the dump. */
  readonly file: string;
  /** Name of the file it is compared with; undefined for what the phone fetches. */
  readonly against?: string;
  /** Undefined while it is compared. */
  readonly answer: DriftAnswer | undefined;
}

export type ToPanel = DriftShown | { readonly kind: "failed" };

export type FromPanel =
  /** `file:line`. */
  | { readonly kind: "reveal"; readonly place: string }
  /** The setting in the dump. */
  | { readonly kind: "reveal setting"; readonly name: string }
  | { readonly kind: "choose file" }
  | { readonly kind: "use site" }
  | { readonly kind: "copy text"; readonly text: string }
  /** The page shows the message with this id. */
  | { readonly kind: "shown"; readonly id: number; readonly isAnswered: boolean; readonly headings: readonly string[] };
