import type { EvaluationAnswer } from "../../../server/src/protocol";
import type { Span } from "../../../server/src/text/span";
import type { DeviceChoice } from "../shared/deviceChoice";

// What the preview's page and the extension say to each other. No secret is in it.

export interface Side {
  /** Of the chosen device. */
  readonly key: string;
  /** Undefined when the file could not be evaluated. */
  readonly answer: EvaluationAnswer | undefined;
}

export interface Shown {
  readonly kind: "show";
  /** Counts the messages. */
  readonly id: number;
  readonly file: string;
  readonly devices: readonly DeviceChoice[];
  /** What is wrong in the workspace's device file, and secrets it names that are not stored. */
  readonly problems: readonly string[];
  /** All models can be compared. */
  readonly hasMatrix: boolean;
  /** One, or two that are compared. */
  readonly sides: readonly Side[];
}

export type ToPanel = Shown;

export type FromPanel =
  | { readonly kind: "choose"; readonly side: number; readonly key: string }
  | { readonly kind: "compare"; readonly on: boolean }
  | { readonly kind: "reveal"; readonly span: Span }
  | { readonly kind: "copy"; readonly text: string }
  | { readonly kind: "edit devices" }
  | { readonly kind: "compare models" }
  /** Show the profile as the device sees it, or as the two that are compared do. */
  | { readonly kind: "expand" }
  /** The page shows the message with this id. */
  | { readonly kind: "shown"; readonly id: number; readonly rules: readonly string[] };
