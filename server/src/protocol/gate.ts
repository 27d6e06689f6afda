import type { GateCounts, GateRow } from "../deployment/gate/gateReport";

/** Images that a person lists, and the devices that may take them. */
export interface GateParams {
  /** Address of the manifest. */
  readonly uri: string;
  /** As it is typed. */
  readonly text: string;
  /** Override is set by the person who loads the images. */
  readonly override: boolean;
  /** Address of the list of devices; undefined for the one that the manifest names. */
  readonly inventory?: string;
  /** Files that are edited and that the server does not see otherwise. */
  readonly unsaved: readonly { readonly uri: string; readonly text: string }[];
}

export type GateAnswer =
  | {
      readonly kind: "report";
      /** The list of devices. */
      readonly inventory: { readonly uri: string; readonly name: string };
      readonly rows: readonly GateLine[];
      /** Of all rows. */
      readonly counts: GateCounts;
      /** Rows beyond the most that are sent. */
      readonly more: number;
      readonly problems: readonly GateProblem[];
    }
  | {
      readonly kind: "fault";
      readonly message: string;
      readonly problems: readonly GateProblem[];
      /** The list is not named or cannot be read. */
      readonly lacksInventory?: boolean;
    };

/** Lines count from 1. */
export interface GateLine extends GateRow {
  /** Of the device in its list. */
  readonly line: number;
  /** Of the image in the manifest. */
  readonly imageLine: number;
}

/** Something in the manifest, or in the list, that is not used. */
export interface GateProblem {
  readonly message: string;
  /** In the manifest. */
  readonly line?: number;
}
