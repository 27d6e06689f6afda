import { phoneFor, readDump } from "../analysis/phones";
import { compared, type Source } from "../deployment/driftComparison";
import { FileSource, SiteSource } from "../deployment/driftSource";
import type { Dump } from "../deployment/dump";
import { asDumped, DeviceList, deviceOf, type WrongPhone } from "../deployment/dumpDevice";
import type { SiteFile } from "../deployment/exchange";
import type { Commit, History } from "../deployment/site/history";
import { SiteProblems } from "../deployment/site/siteAnswers";
import { plainAddress, type Tree } from "../deployment/site/tree";
import type { Device } from "../devices/device";
import { isDevice } from "../devices/deviceFile";
import type { DriftAnswer, DriftParams } from "../protocol/site";
import { isDocument, isFlag, isText, listOf, optional } from "./paramShapes";
import type { RequestFeature, Server } from "./requestFeature";
import type { WorkspaceSite } from "./workspaceSite";

/** Compares an open dump of a phone with the settings that its files lead to. Secrets are masked. */
export const drift: RequestFeature<"flatProfile/drift"> = {
  params: {
    textDocument: isDocument,
    isTrusted: isFlag,
    near: optional(isText),
    against: optional(isText),
    devices: optional(listOf(isDevice)),
  },
  async run(params, server): Promise<DriftAnswer> {
    const { textDocument, near, against, devices = [] } = params;
    const file = await server.file(textDocument.uri);
    if (!file) return { kind: "none", reason: "not open" };
    const name = nameOf(textDocument.uri);
    const read = readDump(file.snapshot.text.toString(), server.services);
    if (!read) return { kind: "none", reason: "not a dump" };
    const { dump, dialect } = read;
    const site = (await server.site(textDocument.uri)) ?? (near === undefined ? undefined : await server.site(near));
    const found = await (against === undefined
      ? siteSource(params, site, server)
      : fileSource(params, against, server));
    if (typeof found === "string") return { kind: "none", reason: found };
    const which = await deviceFor(dump, name, site, devices);
    const device = asDumped(which.device, dump);
    const phone = phoneFor(device, server.services, dialect.id);
    if (typeof phone === "string") return { kind: "none", reason: "not a dump" };
    const how = { isDelta: false, isLeftOut: () => false, withSuggestions: true };
    const report = await compared(name, dump, phone, device, found.source, how).finally(() => found.close());
    const revisions = found.revisions();
    return {
      kind: "report",
      report: { ...report, problems: [...which.problems, ...report.problems] },
      folder: found.folder,
      ...(revisions !== undefined && { revisions }),
    };
  },
};

interface Found {
  readonly source: Source;
  /** Address of the folder that names of files are relative to. */
  readonly folder: string;
  /** How many were compared; undefined if none is known. */
  revisions(): number | undefined;
  close(): void;
}

async function siteSource(
  { isTrusted }: DriftParams,
  site: WorkspaceSite | undefined,
  { history }: Server,
): Promise<Found | "no site"> {
  if (!site || site.site.entries.length === 0) return "no site";
  const { folder, start, typed, over } = site;
  const notes = new SiteProblems();
  const answers = over(typed);
  const past = new PastCommits(isTrusted ? history : undefined, folder);
  const source = new SiteSource(
    start,
    { answer: (request, device) => answers.answer(request, device, notes), takeProblems: () => notes.take() },
    () => past.each((tree, { label }) => ({ revision: label, answers: over(tree) })),
  );
  return { source, folder, revisions: () => past.count, close: () => past.close() };
}

async function fileSource(
  { isTrusted }: DriftParams,
  against: string,
  server: Server,
): Promise<Found | "not a profile"> {
  const text = await server.read(against);
  if (text === undefined) return "not a profile";
  const folder = against.slice(0, against.lastIndexOf("/"));
  const name = nameOf(against);
  const fileOf = (content: string): SiteFile => ({ name, text: content, layers: [], isShared: true });
  const past = new PastCommits(isTrusted ? server.history : undefined, folder, name);
  const source = new FileSource(fileOf(text), () =>
    past.each(async (tree, { label }) => {
      const found = await tree.find("", name);
      const bytes = found.kind === "file" ? await tree.read(found) : new Uint8Array();
      return { revision: label, file: fileOf(server.decode(bytes)) };
    }),
  );
  return { source, folder, revisions: () => past.count, close: () => past.close() };
}

/** Earlier commits of a folder, looked at when a difference asks for them. */
class PastCommits {
  count: number | undefined;
  readonly #trees: Tree[] = [];

  constructor(
    readonly history: History | undefined,
    readonly folder: string,
    readonly name?: string,
  ) {
    if (history) this.count = 0;
  }

  async each<T>(use: (tree: Tree, commit: Commit) => T | Promise<T>): Promise<readonly T[]> {
    const { history, folder, name } = this;
    if (!history || typeof (await history.base(folder, "commit")) === "string") {
      this.count = undefined;
      return [];
    }
    const commits = await history.past(folder, name);
    this.count = commits.length;
    return Promise.all(
      commits.map(async (commit) => {
        const tree = await history.tree(folder, commit);
        this.#trees.push(tree);
        return use(tree, commit);
      }),
    );
  }

  /** Ends the programs that read for the trees. */
  close(): void {
    for (const tree of this.#trees) tree.close?.();
  }
}

/** The device of the list that printed the dump; if none did, the device as the dump describes it. */
async function deviceFor(
  dump: Dump,
  name: string,
  site: WorkspaceSite | undefined,
  own: readonly Device[],
): Promise<{ readonly device: Device; readonly problems: readonly WrongPhone[] }> {
  const inventory = await site?.inventory();
  const listed = inventory ? inventory.devices.map(({ device }) => device) : own;
  const list = new DeviceList();
  for (const device of listed) list.add(device);
  const found = list.find(dump, name);
  if (!("code" in found)) return { device: found, problems: [] };
  return { device: deviceOf(dump, name), problems: listed.length > 0 ? [found] : [] };
}

function nameOf(uri: string): string {
  const address = plainAddress(uri);
  return address.slice(address.lastIndexOf("/") + 1);
}
