import type { UpdateQuestion } from "../../../server/src/deployment/updates";
import type { UpdatesAnswer } from "../../../server/src/protocol/updates";
import type { DeviceChoice } from "../shared/deviceChoice";

// What the page of updates and the extension say to each other. No secret is in it.

export interface UpdatesShown {
  readonly kind: "show";
  /** Counts the messages. */
  readonly id: number;
  readonly file: string;
  readonly devices: readonly DeviceChoice[];
  /** Of the chosen device; empty for one that is described on the page. */
  readonly key: string;
  readonly question: UpdateQuestion;
  /** Null where files of this kind turn no updates on. */
  readonly answer: UpdatesAnswer | null;
}

export type ToPanel = UpdatesShown | { readonly kind: "failed" };

export type FromPanel =
  | { readonly kind: "device"; readonly key: string }
  | { readonly kind: "ask"; readonly question: UpdateQuestion }
  | { readonly kind: "reveal"; readonly line: number }
  /** The page shows the message with this id: its headings and sentences. */
  | { readonly kind: "shown"; readonly id: number; readonly texts: readonly string[] };
