import { phoneFor } from "../analysis/phones";
import { NeverWinning, type NeverWins } from "../deployment/neverWins";
import { driveSlowly, settleAlike } from "../deployment/settle";
import { SiteProblems } from "../deployment/site/siteAnswers";
import { addressIn, plainAddress } from "../deployment/site/tree";
import type { OpenFile } from "../features/feature";
import { overriddenIn } from "../features/neverWins";
import type { SiteRemark } from "../features/siteRemarks";
import type { SiteServer, WorkspaceSite } from "../features/workspaceSite";
import type { OpenDocuments } from "./openDocuments";
import type { Runtime } from "./runtime";

/** Devices of a list that are settled unasked, at most. */
const maxDevices = 20_000;
/** Milliseconds without a change before it is done: the longer the list, the longer it takes. */
const quietFor = (devices: number) => (devices <= 200 ? 700 : devices <= 2_000 ? 3_000 : 10_000);

const none: readonly SiteRemark[] = [];

/** The open files of a session and their sites. */
interface OpenSites extends SiteServer {
  readonly documents: OpenDocuments;
  readonly runtime: Runtime;
  file(uri: string): Promise<OpenFile | undefined>;
}

/** Settings of open files that no device of their site ends up with, worked out while nothing else happens. */
export class OverriddenSettings {
  #found: ReadonlyMap<string, readonly SiteRemark[]> = new Map();
  #stop: () => void = () => undefined;
  /** Counts changes: what was begun before the last one is given up. */
  #changes = 0;
  /** Of the longest list. */
  #devices = 0;

  constructor(
    readonly session: OpenSites,
    /** Something else is known of open files than before. */
    readonly news: () => void,
    readonly log: (what: string, error: unknown) => void,
  ) {}

  of(uri: string): readonly SiteRemark[] {
    return this.#found.get(uri) ?? none;
  }

  /** A file, a list or the configuration may be another. */
  changed(): void {
    const { runtime } = this.session;
    if (!runtime.siteTree) return;
    this.#changes++;
    this.#stop();
    this.#stop = runtime.delay(quietFor(this.#devices), () => {
      this.#run().catch((error) => this.log("settings that never win", error));
    });
  }

  async #run(): Promise<void> {
    const mine = this.#changes;
    const isOver = () => mine !== this.#changes;
    this.#devices = 0;
    const sites = new Map<WorkspaceSite, string[]>();
    for (const uri of this.session.documents.uris()) {
      const site = await this.session.site(uri);
      if (site?.site.inventory !== undefined) sites.set(site, [...(sites.get(site) ?? []), uri]);
    }
    const found = new Map<string, readonly SiteRemark[]>();
    for (const [site, uris] of sites) {
      const all = await this.#neverWins(site, isOver);
      if (isOver()) return;
      for (const uri of uris) {
        const file = await this.session.file(uri);
        const own = all.filter((each) => plainAddress(addressIn(site.folder, each.file)) === plainAddress(uri));
        const list = file ? overriddenIn(file.snapshot, own) : none;
        const before = this.of(uri);
        // The same list stays the same object: clients have its problems already.
        if (list.length > 0) found.set(uri, JSON.stringify(list) === JSON.stringify(before) ? before : list);
      }
    }
    if (isOver()) return;
    const before = this.#found;
    this.#found = found;
    if (found.size !== before.size || [...found].some(([uri, list]) => before.get(uri) !== list)) this.news();
  }

  async #neverWins(site: WorkspaceSite, isOver: () => boolean): Promise<readonly NeverWins[]> {
    const { services, runtime } = this.session;
    const list = await site.inventory();
    this.#devices = Math.max(this.#devices, list?.devices.length ?? 0);
    // With a part of the list nothing is known of all devices.
    if (!list || list.isCut || list.faults.length > 0 || list.devices.length > maxDevices) return [];
    const found = new NeverWinning();
    for (const { device } of list.devices) {
      const phone = phoneFor(device, services);
      if (typeof phone === "string") return [];
      const notes = new SiteProblems();
      const settled = await driveSlowly(settleAlike(phone, phone.start(device, site.start)), (request) =>
        site.answerMany(request, device, notes),
      );
      found.add(settled, phone.shown([settled.start, settled.end]).text);
      await runtime.yieldToMessages();
      if (isOver()) return [];
    }
    return found.all();
  }
}
