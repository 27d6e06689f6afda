import type { DriftReport } from "../deployment/driftReport";
import type { Device } from "../devices/device";
import type { PlanReport } from "../impact/groups";

// What client and server ask of each other about the phones of a site.

/** The old files: those of the last commit, of where the branch left the main one, or those on the disk. */
export type ImpactBase = "commit" | "branch" | "saved";

export interface ImpactParams {
  /** A file or folder of the site. */
  readonly uri: string;
  readonly base: ImpactBase;
  /** A person trusts the workspace, so that git may run in it. */
  readonly isTrusted: boolean;
  /** The phones of a site without an inventory. */
  readonly devices?: readonly Device[];
  /** Also those of a large inventory. */
  readonly withAll?: boolean;
  /** Only if the file is another than before. */
  readonly onlyIfChanged?: boolean;
  /** With the report for a pull request. */
  readonly withMarkdown?: boolean;
  /** For reports of how far it is. */
  readonly progress?: string;
}

export interface ImpactProgress {
  /** As the request said. */
  readonly progress: string;
  readonly done: number;
  readonly of: number;
}

/** Why nothing is compared. */
export type ImpactReason =
  | "no site"
  | "site fault"
  | "no phones"
  | "no git"
  | "no repository"
  | "no commit"
  | "untrusted"
  | "unchanged";

/** Secrets are masked. */
export type ImpactAnswer =
  | { readonly kind: "none"; readonly reason: ImpactReason; readonly detail?: string }
  /** Too many phones to compare unasked. */
  | { readonly kind: "large"; readonly phones: number }
  | {
      readonly kind: "report";
      readonly report: PlanReport;
      /** Phones to which something happens that are deployed. */
      readonly changed: number;
      /** Address of the folder of the configuration; names of files and places are relative to it. */
      readonly folder: string;
      /** Address of the list of phones, where the site has one. */
      readonly inventory?: string;
      /** Those that are another than before and that some phone asks for. */
      readonly files: readonly FileImpact[];
      /** What is wrong with the site or its list. */
      readonly problems: readonly string[];
      readonly markdown?: string;
    };

export interface FileImpact {
  readonly name: string;
  readonly uri: string;
  /** That ask for it. */
  readonly phones: number;
  readonly changed: number;
  readonly leftBehind: number;
}

/** The file is an open dump. */
export interface DriftParams {
  readonly textDocument: { readonly uri: string };
  readonly isTrusted: boolean;
  /** A file of the site to compare with, where the dump is in none. */
  readonly near?: string;
  /** A file to compare with in place of what the phone fetches. */
  readonly against?: string;
  /** The phones of a site without an inventory. */
  readonly devices?: readonly Device[];
}

/** Secrets are masked. */
export type DriftAnswer =
  | { readonly kind: "none"; readonly reason: "not a dump" | "no site" | "not open" | "not a profile" }
  | {
      readonly kind: "report";
      readonly report: DriftReport;
      /** Address of the folder that names of files are relative to. */
      readonly folder: string;
      /** Earlier revisions that were looked at; undefined where none are known. */
      readonly revisions?: number;
    };
