import * as l10n from "@vscode/l10n";
import type { DialectServices } from "../analysis/dialectServices";
import { InventoryRows } from "../analysis/inventoryRows";
import { RememberedTree } from "../deployment/site/rememberedTree";
import { SiteAnswers } from "../deployment/site/siteAnswers";
import type { Tree } from "../deployment/site/tree";
import { configFile, emptySite, readSite, type Site, startIn } from "../deployment/siteMap";
import type { Platform } from "../encryption/platform";
import type { Inventory, WorkspaceSite } from "../features/workspaceSite";
import { configMember } from "./configMember";
import type { OpenDocuments } from "./openDocuments";
import type { Runtime } from "./runtime";
import { TypedTree } from "./typedTree";

/** Devices of a list that are read at most. */
const maxDevices = 20_000;
/** Characters of a list that are read in one go. */
const atOnce = 1 << 16;

interface KnownSite extends WorkspaceSite {
  filesChanged(): void;
}

/** The sites of the workspace, by the folders of their configurations. */
export class Sites {
  readonly #known = new Map<string, { readonly text: string; readonly site: KnownSite | undefined }>();

  constructor(
    readonly runtime: Runtime,
    readonly documents: OpenDocuments,
    readonly services: DialectServices,
  ) {}

  /** The site of the nearest configuration, in the folder of a file or above, and inside a folder of the workspace. */
  async of(uri: string, workspace: readonly string[]): Promise<WorkspaceSite | undefined> {
    for (const folder of foldersAbove(uri, workspace)) {
      const text = await this.runtime.readFile?.(`${folder}/${configFile}`);
      if (text === undefined) this.#known.delete(folder);
      else return this.#at(folder, text);
    }
    return undefined;
  }

  /** Files on the disk may be others than before. */
  filesChanged(): void {
    for (const { site } of this.#known.values()) site?.filesChanged();
  }

  #at(folder: string, text: string): WorkspaceSite | undefined {
    const known = this.#known.get(folder);
    if (known?.text === text) return known.site;
    const tree = this.runtime.siteTree?.(folder);
    const { platform } = this.runtime;
    const { value: site, fault } = configMember(text, "site", readSite);
    const isOne = tree && platform && (site || fault !== undefined);
    const made = isOne
      ? siteOf({ folder, site: site ?? emptySite, fault, tree, platform }, this.documents, this.services, this.runtime)
      : undefined;
    this.#known.set(folder, { text, site: made });
    return made;
  }
}

interface Parts {
  readonly folder: string;
  readonly site: Site;
  readonly fault: string | undefined;
  readonly tree: Tree;
  readonly platform: Platform;
}

function siteOf(
  { folder, site, fault, tree, platform }: Parts,
  documents: OpenDocuments,
  services: DialectServices,
  runtime: Runtime,
): KnownSite {
  const typed = new TypedTree(tree, folder, documents, (id) => answers.forget(id));
  const over = (files: Tree) =>
    new SiteAnswers(site, files, { platform, decode: utf8Text, encode: (text) => new TextEncoder().encode(text) });
  const answers = over(typed);
  const remembered = new RememberedTree(tree);
  const typedMany = new TypedTree(remembered, folder, documents, (id) => many.forget(id));
  const many = over(typedMany);
  let list: { readonly id: string; readonly inventory: Inventory } | undefined;
  return {
    config: `${folder}/${configFile}`,
    folder,
    site,
    ...(fault !== undefined && { fault }),
    start: startIn(site),
    typed,
    typedMany,
    saved: tree,
    over,
    answer: (request, device, notes) => answers.answer(request, device, notes),
    answerMany: (request, device, notes) => many.answer(request, device, notes),
    filesChanged: () => remembered.forget(),
    async inventory() {
      if (site.inventory === undefined) return undefined;
      const found = await typed.find("", site.inventory);
      if (found.kind !== "file") return missing(site.inventory);
      if (list?.id === found.id) return list.inventory;
      const bytes = await typed.read(found);
      const inventory = await readInventory(site.inventory, decode(bytes), services, runtime);
      list = { id: found.id, inventory };
      return inventory;
    },
  };
}

function missing(name: string): Inventory {
  return { name, devices: [], faults: [l10n.t("{0}: No such file in the folder of the site.", name)], isCut: false };
}

async function readInventory(
  name: string,
  text: string,
  services: DialectServices,
  runtime: Runtime,
): Promise<Inventory> {
  const rows = new InventoryRows(name, services);
  const devices: Inventory["devices"][number][] = [];
  const faults: string[] = [];
  for (let at = 0; at <= text.length; at += atOnce) {
    const isLast = at + atOnce > text.length;
    for (const row of [...rows.read(text.slice(at, at + atOnce)), ...(isLast ? rows.finish() : [])]) {
      if ("device" in row) devices.push(row);
      else faults.push(row.fault);
      if ("fault" in row && row.isUseless) return { name, devices: [], faults: [row.fault], isCut: false };
    }
    if (devices.length > maxDevices) return { name, devices: devices.slice(0, maxDevices), faults, isCut: true };
    await runtime.yieldToMessages();
  }
  return { name, devices, faults, isCut: false };
}

/** The folders of the workspace that contain a file, the outermost first. */
export function rootsOf(uri: string, workspace: readonly string[]): string[] {
  const roots = workspace.map((root) => root.replace(/\/$/, "")).filter((root) => uri.startsWith(`${root}/`));
  return roots.sort((a, b) => a.length - b.length);
}

/** From the folder of a file up to the folder of the workspace that contains it. */
export function foldersAbove(uri: string, workspace: readonly string[]): string[] {
  const root = rootsOf(uri, workspace).at(-1);
  if (root === undefined) return [];
  const folders: string[] = [];
  for (let at = uri.lastIndexOf("/"); at >= root.length; at = uri.lastIndexOf("/", at - 1))
    folders.push(uri.slice(0, at));
  return folders;
}

/** The text of a file without a byte-order mark and with LF at the end of lines. */
export function plainText(bytes: Uint8Array): string {
  return decode(bytes)
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n");
}

function utf8Text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** UTF-8, or UTF-16 with its mark. */
export function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
