import type { Device } from "../devices/device";
import type { FleetCount, FleetRow, FleetView } from "../preview/fleetView";
import type { FleetOutcome } from "../preview/fleetWords";

// What a file makes the devices of a list do.

export interface FleetParams {
  readonly textDocument: { readonly uri: string };
  /** Address of the list of devices; undefined for that of the site. */
  readonly inventory?: string;
  /** Files that are edited and that the server does not see otherwise. */
  readonly unsaved: readonly { readonly uri: string; readonly text: string }[];
  readonly view: FleetView;
  /** The number of an answer: nothing but the view is another since then. */
  readonly table?: number;
}

export type FleetAnswer =
  | { readonly kind: "none"; readonly message: string }
  /** The list is not named, cannot be read or has no device. */
  | { readonly kind: "no list"; readonly message: string; readonly inventory?: FleetInventory }
  | FleetReport;

export interface FleetInventory {
  readonly uri: string;
  readonly name: string;
}

/** Secrets are masked. */
export interface FleetReport {
  readonly kind: "report";
  /** For requests about this answer. */
  readonly table: number;
  readonly inventory: FleetInventory;
  /** Devices of the list, and those that the view shows. */
  readonly phones: number;
  readonly shown: number;
  /** What is counted: by `outcome`, `rule` with a parameter, `load` and `model`. */
  readonly counts: readonly FleetCount[];
  /** A sentence for each outcome that is counted, by the counts. */
  readonly sentences: Readonly<Record<string, string>>;
  /** The worst first. */
  readonly groups: readonly FleetGroup[];
  /** What is wrong with the file or the list. */
  readonly problems: readonly FleetProblem[];
}

export interface FleetGroup {
  readonly outcome: FleetOutcome;
  readonly title: string;
  readonly count: number;
  /** The number of the first row in the group, counted from 0. */
  readonly start: number;
  readonly rows: readonly FleetRow[];
}

export interface FleetProblem {
  readonly message: string;
  /** In the list, counted from 1. */
  readonly line?: number;
}

/** About an answer that is still kept; null when it is not. */
interface TableParams {
  readonly table: number;
}

export interface FleetRequests {
  /** What a file makes the devices of a list do. The last answer is kept for the requests about it. */
  "flatProfile/fleet": { readonly params: FleetParams; readonly result: FleetAnswer };
  /** The lines that the command line prints for the devices that a view shows. */
  "flatProfile/fleetExport": {
    readonly params: TableParams & { readonly view: FleetView; readonly format: FleetExportFormat };
    readonly result: string | null;
  };
  /** The device in a line of the list, with the secrets that the list has. */
  "flatProfile/fleetDevice": {
    readonly params: TableParams & { readonly line: number };
    readonly result: Device | null;
  };
  /** The answer with this number is not needed any more. */
  "flatProfile/fleetDone": { readonly params: TableParams; readonly result: null };
}

export type FleetExportFormat = "csv" | "jsonl" | "markdown";
