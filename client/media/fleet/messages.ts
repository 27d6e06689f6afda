import type { FleetView } from "../../../server/src/preview/fleetView";
import type { FleetAnswer, FleetExportFormat } from "../../../server/src/protocol/fleet";

// What the page of a list of phones and the extension say to each other.

export interface FleetShown {
  readonly kind: "show";
  /** Of this message, for the answer to it. */
  readonly id: number;
  readonly file: string;
  readonly view: FleetView;
  readonly answer: FleetAnswer;
}

export type ToPanel = FleetShown | { readonly kind: "failed" };

export type FromPanel =
  | { readonly kind: "view"; readonly view: FleetView }
  | { readonly kind: "choose list" }
  /** A line of the list, counted from 1: to be shown, or whose device is to be previewed. */
  | { readonly kind: "reveal" | "preview"; readonly line: number }
  | { readonly kind: "copy" | "save"; readonly format: FleetExportFormat }
  /** The page shows the message with this id. */
  | { readonly kind: "shown"; readonly id: number; readonly titles: readonly string[] };
