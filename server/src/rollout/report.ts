import type { SharingNote } from "../schema/model";
import type { Network } from "./transfer";

// What a rollout comes to: plain data for the command line, the editor and files.

export interface RolloutReport {
  readonly format: "flat-profile/rollout";
  readonly version: 1;
  readonly phones: number;
  readonly files: readonly RolloutFile[];
  readonly without: Cost;
  readonly with: SharedCost;
  /** Of the bytes; two decimal places. */
  readonly savedPercent: number;
  readonly sites: readonly SiteReport[];
  readonly trees: readonly TreeReport[];
  readonly gainNothing: readonly Excluded[];
  /** Models on which sharing is off until it is switched on, and the list does not say so. */
  readonly assumedOn: readonly string[];
  /** Places where sharing is switched on, the strongest first. */
  readonly places: readonly string[];
  /** UDP and TCP ports between the phones of a subnet. */
  readonly ports: readonly number[];
  /** Known defects of models of the list. */
  readonly notes: readonly SharingNote[];
}

export interface RolloutFile {
  readonly name: string;
  readonly bytes: number;
  /** Only for these models. Absent: for all. */
  readonly models?: readonly string[];
  /** The load it belongs to. Absent: phones of any load take it. */
  readonly load?: string;
}

/** Files fetched over the wide area network, their bytes and how long that takes. */
export interface Cost {
  readonly downloads: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** Files of a load overlap in practice, so that there is a shortest time too. */
export interface SharedCost extends Cost {
  readonly shortestSeconds: number;
}

export interface SiteReport {
  /** Empty where the list has no sites. */
  readonly site: string;
  readonly network: Network;
  readonly phones: number;
  readonly without: Cost & Limit;
  readonly with: SharedCost & Limit;
  /** Trees that can fetch at once before the line becomes the limit. */
  readonly atOnce: number;
}

/** What a faster rollout would need: fewer round trips, or fewer bytes on the line. */
export interface Limit {
  readonly limit: "latency" | "bandwidth";
  /** Seconds that one phone waits for answers. */
  readonly waiting: number;
  /** Round trips of one phone. */
  readonly roundTrips: number;
}

/** Phones of one subnet and model that take the same load in the same wave. */
export interface GroupReport {
  readonly site: string;
  readonly subnet: string;
  readonly model: string;
  readonly load?: string;
  readonly wave?: string;
  readonly phones: number;
  /** The first of them. */
  readonly devices: readonly string[];
}

/** Phones that pass the same files on: one tree for each file. Which phone becomes the root, they agree upon. */
export interface TreeReport extends GroupReport {
  readonly depth: number;
  /** Phones of each level. */
  readonly levels: readonly number[];
  readonly files: readonly TreeFile[];
}

export interface TreeFile {
  readonly name: string;
  readonly bytes: number;
  /** What passes the wide area network for the tree. */
  readonly wanBytes: number;
  /** For each level, seconds after its tree begins when the whole file is there. A child waits for its parent. */
  readonly ready: readonly number[];
}

export type Reason =
  | { readonly kind: "alone" }
  | { readonly kind: "model" }
  | { readonly kind: "unknown model" }
  | { readonly kind: "off"; readonly place?: string }
  | { readonly kind: "firmware"; readonly since: string }
  | { readonly kind: "no subnet" }
  | { readonly kind: "no file" }
  | { readonly kind: "up to date" };

/** Phones that gain nothing by sharing, and why. */
export interface Excluded extends GroupReport {
  readonly downloads: number;
  readonly wanBytes: number;
  readonly reason: Reason;
}
