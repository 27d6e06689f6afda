import * as l10n from "@vscode/l10n";
import type { CancellationToken } from "vscode-languageserver-protocol";
import { phoneFor, serviceOfPhone } from "../analysis/phones";
import { valueCheck } from "../analysis/valueCheck";
import type { Phone } from "../deployment/phone";
import { addressIn, plainAddress, type Tree } from "../deployment/site/tree";
import { isDevice } from "../devices/deviceFile";
import { Followed } from "../impact/followed";
import { Plan } from "../impact/groups";
import type { ValueCheck } from "../impact/impact";
import { isChange } from "../impact/kinds";
import { markdown } from "../impact/markdown";
import type { FileImpact, ImpactAnswer, ImpactParams, ImpactReason } from "../protocol/site";
import { SiteFiles, TypedFiles } from "./impactFiles";
import { leftBehindRemarks } from "./leftBehind";
import { isFlag, isText, listOf, oneOf, optional } from "./paramShapes";
import type { RequestFeature, Server } from "./requestFeature";
import type { WorkspaceSite } from "./workspaceSite";

/** Phones that are compared unasked, while a person types. */
const maxUnasked = 20_000;
/** Phones for which the disk is not asked for each file in each run. */
const longList = 2_000;
/** Groups of a kind, and phones of a group, that the page lists. */
const maxListed = 100;
/** The same for a pull request, as the command line has it. */
const maxInMarkdown = 20;
/** Faults of the list that are shown. */
const maxFaults = 5;
/** Phones between two reports of how far it is. */
const reportEach = 20;

/** What changes of a site's files do to its phones; secrets are masked. */
export const impact: RequestFeature<"flatProfile/impact"> = {
  params: {
    uri: isText,
    base: oneOf("commit", "branch", "saved"),
    isTrusted: isFlag,
    devices: optional(listOf(isDevice)),
    withAll: optional(isFlag),
    onlyIfChanged: optional(isFlag),
    withMarkdown: optional(isFlag),
    progress: optional(isText),
  },
  run(params, server, token) {
    // One by one: runs of a site share what they remember.
    const before = running.get(server) ?? Promise.resolve();
    const answer = before.then(() => compared(params, server, token));
    running.set(
      server,
      answer.then(
        () => undefined,
        () => undefined,
      ),
    );
    return answer;
  },
};

const running = new WeakMap<Server, Promise<void>>();

const none = (reason: ImpactReason, detail?: string): ImpactAnswer => ({
  kind: "none",
  reason,
  ...(detail !== undefined && { detail }),
});

async function compared(params: ImpactParams, server: Server, token: CancellationToken): Promise<ImpactAnswer> {
  if (token.isCancellationRequested) return none("unchanged");
  const site = await server.site(params.uri);
  if (!site) return none("no site");
  if (site.fault !== undefined) return none("site fault", site.fault);
  const sides = await sidesOf(params, site, server);
  if (typeof sides === "string") return none(sides);
  try {
    if (params.onlyIfChanged && !(await isSomeOpenFileChanged(sides, site, server))) {
      server.remark(site.folder, new Map());
      return none("unchanged");
    }
    const answer = await comparedPhones(params, site, sides, server, token);
    // A list has a page of its own for what many phones keep.
    const isSaid = answer.kind === "report" && answer.inventory === undefined && params.base !== "saved";
    if (answer.kind === "report")
      server.remark(
        site.folder,
        isSaid ? await leftBehindRemarks(answer.report, site.folder, sides.base.tree, server) : new Map(),
      );
    return answer;
  } finally {
    sides.base.tree.close?.();
  }
}

/** Both sides of one site, kept from one run to the next. */
interface Sides {
  /** What they are made of. */
  readonly of: string;
  readonly site: WorkspaceSite;
  readonly label: string;
  readonly base: SiteFiles;
  readonly head: TypedFiles;
  readonly followed: Followed;
}

/** By server, and the address of the folder. */
const kept = new WeakMap<Server, Map<string, Sides>>();

async function sidesOf(
  { base, isTrusted }: ImpactParams,
  site: WorkspaceSite,
  server: Server,
): Promise<Sides | ImpactReason> {
  const { folder } = site;
  let of = "saved";
  let label = l10n.t("saved files");
  let open: () => Promise<Tree> = async () => site.saved;
  let counted: ReadonlySet<string> | undefined;
  if (base !== "saved") {
    const { history } = server;
    if (!history) return "no git";
    if (!isTrusted) return "untrusted";
    const commit = await history.base(folder, base);
    if (typeof commit === "string") return commit;
    of = commit.id;
    label = commit.label;
    open = () => history.tree(folder, commit);
    counted = await history.counted(folder);
  }
  const ofServer = kept.get(server) ?? new Map<string, Sides>();
  kept.set(server, ofServer);
  let sides = ofServer.get(folder);
  if (sides?.of !== of || sides.site !== site) {
    const old = await open();
    const files = new SiteFiles(site, old);
    const followed = new Followed(files, checksOf);
    sides = {
      of,
      site,
      label,
      base: files,
      head: new TypedFiles(site, old, (bytes) => server.decode(bytes)),
      followed,
    };
    ofServer.set(folder, sides);
  }
  sides.head.begin(counted);
  return { ...sides, label };
}

const checks = new WeakMap<Phone, ValueCheck>();

function checksOf(phone: Phone): ValueCheck {
  let check = checks.get(phone);
  if (!check) {
    check = valueCheck(phone, serviceOfPhone(phone));
    checks.set(phone, check);
  }
  return check;
}

async function isSomeOpenFileChanged({ head }: Sides, { folder }: WorkspaceSite, server: Server): Promise<boolean> {
  const start = `${plainAddress(folder)}/`;
  for await (const { uri } of server.openFiles()) {
    const address = plainAddress(uri);
    if (address.startsWith(start) && (await head.isChanged(address.slice(start.length)))) return true;
  }
  return false;
}

async function comparedPhones(
  { devices: own = [], withAll = false, withMarkdown = false, progress }: ImpactParams,
  site: WorkspaceSite,
  { label, head, followed }: Sides,
  server: Server,
  token: CancellationToken,
): Promise<ImpactAnswer> {
  const inventory = await site.inventory();
  const devices = inventory ? inventory.devices.map(({ device }) => device) : own;
  if (devices.length === 0 && (inventory?.faults.length ?? 0) === 0) return none("no phones");
  if ((devices.length > maxUnasked || inventory?.isCut) && !withAll) return { kind: "large", phones: devices.length };
  if (devices.length > longList) head.useReported();
  const headLabel = l10n.t("working tree");
  const plans = [new Plan(label, headLabel, maxListed)];
  if (withMarkdown) plans.push(new Plan(label, "working tree", maxInMarkdown));
  const files = new FileCounts();
  const faults = [...(inventory?.faults ?? [])];
  const problems = new Set<string>();
  let changed = 0;
  for (const [i, device] of devices.entries()) {
    if (token.isCancellationRequested) return none("unchanged");
    await server.pause();
    if (progress !== undefined && i % reportEach === 0) server.report({ progress, done: i, of: devices.length });
    const phone = phoneFor(device, server.services);
    if (typeof phone === "string") {
      faults.push(phone);
      continue;
    }
    const found = await followed.of(phone, device, head);
    const by = { model: device.model ?? device.family ?? "" };
    for (const plan of plans) plan.add({ ...found.impact, by });
    for (const each of found.problems) problems.add(each);
    const isChanged = isChange(found.impact.kinds);
    if (isChanged) changed++;
    files.add(found.files, isChanged, found.impact.leftBehind.length > 0);
  }
  const [plan, brief] = plans.map((each) => each.report());
  if (!plan) return none("no phones");
  return {
    kind: "report",
    report: plan,
    changed,
    folder: site.folder,
    ...(inventory && { inventory: addressIn(site.folder, inventory.name) }),
    files: await files.changed(head, site.folder),
    problems: [...listFaults(faults, inventory), ...problems],
    ...(brief && { markdown: markdown(brief) }),
  };
}

/** How many phones ask for each file. */
class FileCounts {
  readonly #counts = new Map<string, { phones: number; changed: number; leftBehind: number }>();

  add(names: readonly string[], isChanged: boolean, isLeftBehind: boolean): void {
    for (const name of names) {
      const count = this.#counts.get(name) ?? { phones: 0, changed: 0, leftBehind: 0 };
      this.#counts.set(name, count);
      count.phones++;
      if (isChanged) count.changed++;
      if (isLeftBehind) count.leftBehind++;
    }
  }

  /** Those that are not as before; the most phones first. */
  async changed(head: TypedFiles, folder: string): Promise<readonly FileImpact[]> {
    const found: FileImpact[] = [];
    for (const [name, count] of this.#counts)
      if (await head.isChanged(name)) found.push({ name, uri: addressIn(folder, name), ...count });
    return found.sort((a, b) => b.phones - a.phones || (a.name < b.name ? -1 : 1));
  }
}

function listFaults(
  faults: readonly string[],
  inventory: { readonly isCut: boolean; readonly name: string; readonly devices: readonly unknown[] } | undefined,
): readonly string[] {
  const shown = faults.slice(0, maxFaults);
  if (faults.length > shown.length) shown.push(l10n.t("{0} more rows have no phone.", faults.length - shown.length));
  if (inventory?.isCut)
    shown.push(
      l10n.t(
        "Only the first {0} phones of {1} are compared. flat-profile plan compares all.",
        inventory.devices.length,
        inventory.name,
      ),
    );
  return shown;
}
