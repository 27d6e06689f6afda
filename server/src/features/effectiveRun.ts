import { phoneFor } from "../analysis/phones";
import type { Phone } from "../deployment/phone";
import type { SiteProblem } from "../deployment/report";
import { driveSlowly, type Settled, settle } from "../deployment/settle";
import { SiteProblems } from "../deployment/site/siteAnswers";
import { addressIn, type Found } from "../deployment/site/tree";
import type { Device } from "../devices/device";
import type { SiteServer, WorkspaceSite } from "./workspaceSite";

/** What a device ends up with by the files of a site as they are typed. */
export interface EffectiveRun {
  readonly site: WorkspaceSite;
  readonly phone: Phone;
  readonly settled: Settled;
  readonly problems: readonly SiteProblem[];
  /** Addresses of the files that were found, by their shown names. */
  readonly files: ReadonlyMap<string, string>;
  /** Addresses of the files that were looked for, found or not. */
  readonly asked: ReadonlySet<string>;
}

/** Notes the files that a run asks for. */
class AskedFiles extends SiteProblems {
  readonly files = new Map<string, string>();
  readonly all = new Set<string>();

  constructor(readonly folder: string) {
    super();
  }

  asked(found: Found): void {
    const uri = addressIn(this.folder, found.name);
    this.all.add(uri);
    if (found.kind === "file") this.files.set(found.name, uri);
  }
}

/** Settles a device over a site; in words why that is not possible. `dialect` is of devices that do not say theirs. */
export async function effectiveRun(
  site: WorkspaceSite,
  device: Device,
  { services }: Pick<SiteServer, "services">,
  dialect?: string,
): Promise<EffectiveRun | string> {
  const phone = phoneFor(device, services, dialect);
  if (typeof phone === "string") return phone;
  const notes = new AskedFiles(site.folder);
  const machine = settle(phone, phone.start(device, site.start), { keepsHistory: true });
  const settled = await driveSlowly(machine, (request) => site.answer(request, device, notes));
  return { site, phone, settled, problems: notes.take(), files: notes.files, asked: notes.all };
}
