import type { Problem, Span } from "../../text/span";
import type { KeySet } from "./keys";

/** One element that waits for a key. */
export interface KeyItem {
  readonly kind: "key";
  readonly set: KeySet;
  /** `x` alone: which keys it takes depends on the family. */
  readonly isX: boolean;
  /** Followed by a dot: none, one or more. */
  readonly repeats: boolean;
  readonly span: Span;
}

interface SubstituteItem {
  readonly kind: "substitute";
  readonly dialed: readonly KeyItem[];
  readonly text: string;
  /** `gw1`, or a host. */
  readonly gateway: string | undefined;
  readonly span: Span;
}

/** The second dial tone is played from here to the next key. */
interface ToneItem {
  readonly kind: "tone";
  readonly span: Span;
}

export type Item = KeyItem | SubstituteItem | ToneItem;

export interface Sequence {
  readonly items: readonly Item[];
  readonly barred: boolean;
  /** Seconds of its own short and long timer. */
  readonly short: number | undefined;
  readonly long: number | undefined;
  /** Seconds after going off-hook. */
  readonly pause: number | undefined;
  /** Empty, at the start of the plan, for a star code: its code is in another parameter. */
  readonly span: Span;
  /** The parameter of a star code, which is followed beside the plan's own sequences. */
  readonly starCode?: string;
}

export interface DialPlan {
  /** Seconds of the whole plan's timers. */
  readonly short: number | undefined;
  readonly long: number | undefined;
  readonly sequences: readonly Sequence[];
  readonly problems: readonly Problem[];
}
