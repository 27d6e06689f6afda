import type { DialectServices } from "../analysis/dialectServices";
import type { InventoryRow } from "../analysis/inventoryRows";
import type { Answer, Request } from "../deployment/exchange";
import type { Start } from "../deployment/phone";
import type { AnswerNotes, SiteAnswers } from "../deployment/site/siteAnswers";
import type { Tree } from "../deployment/site/tree";
import type { Site } from "../deployment/siteMap";
import type { Device } from "../devices/device";

/** What can be asked for the site of a file. */
export interface SiteServer {
  readonly services: DialectServices;
  /** The site whose configuration is nearest to a file; undefined if none is found, or if its files cannot be read. */
  site(uri: string): Promise<WorkspaceSite | undefined>;
}

/** The site of a workspace: what its servers give, from its files as they are typed. */
export interface WorkspaceSite {
  /** Addresses of the configuration and of its folder, in which the names of files begin. */
  readonly config: string;
  readonly folder: string;
  readonly site: Site;
  /** A sentence that says why the site map is not used. The site is empty then. */
  readonly fault?: string;
  /** What the site sets for every device. */
  readonly start: Start;
  /** What a server of the site gives; an open file counts as it is typed. */
  answer(request: Request, device: Device, notes: AnswerNotes): Answer | Promise<Answer>;
  /** The same for long lists: a file on the disk is looked for once, until a change is reported. */
  answerMany(request: Request, device: Device, notes: AnswerNotes): Answer | Promise<Answer>;
  /** The files as they are typed, and as they are on the disk. */
  readonly typed: Tree;
  /** As they are typed, for long lists: a file on the disk is looked for once, until a change is reported. */
  readonly typedMany: Tree;
  readonly saved: Tree;
  /** What the same servers give from other files. */
  over(tree: Tree): SiteAnswers;
  /** Its list of devices; undefined without one. */
  inventory(): Promise<Inventory | undefined>;
}

export interface Inventory {
  /** Its name in the folder of the configuration. */
  readonly name: string;
  readonly devices: readonly Exclude<InventoryRow, { readonly fault: string }>[];
  /** What is wrong with the list or with single rows. */
  readonly faults: readonly string[];
  /** It has more devices than are read here. */
  readonly isCut: boolean;
}
