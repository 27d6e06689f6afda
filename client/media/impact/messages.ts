import type { ImpactAnswer, ImpactBase } from "../../../server/src/protocol/site";

// What the page of the impact and the extension say to each other. No secret is in it.

export interface ImpactShown {
  readonly kind: "show";
  /** Of this message, for the answer to it. */
  readonly id: number;
  readonly base: ImpactBase;
  /** Undefined until the first one is there. */
  readonly answer: ImpactAnswer | undefined;
  /** Files were edited, and the answer is of before. */
  readonly isStale: boolean;
}

export type ToPanel =
  | ImpactShown
  /** Phones that are compared so far. */
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "failed" };

export type FromPanel =
  /** `file:line` of the site. */
  | { readonly kind: "reveal"; readonly place: string }
  | { readonly kind: "base"; readonly base: ImpactBase }
  | { readonly kind: "copy" }
  | { readonly kind: "copy text"; readonly text: string }
  /** Also the phones of a large inventory. */
  | { readonly kind: "run" }
  | { readonly kind: "open"; readonly what: "configuration" | "inventory" | "source control" | "trust" }
  /** The page shows what it was sent: its headings. */
  | { readonly kind: "shown"; readonly id: number; readonly headings: readonly string[] };
