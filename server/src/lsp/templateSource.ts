import * as l10n from "@vscode/l10n";
import type { Snapshot } from "../analysis/snapshot";
import { addressIn, plainAddress, type Tree } from "../deployment/site/tree";
import { configFile } from "../deployment/siteMap";
import type * as Engines from "../templates/engines";
import { type Syntax, syntaxOf } from "../templates/parts";
import { type Data, readData } from "../templates/rows";
import type { Renderer } from "../templates/template";
import { pathParts } from "../text/pathParts";
import { percentDecoded } from "../text/percent";
import type { OpenDocuments } from "./openDocuments";
import type { CommandRenderers, Runtime } from "./runtime";
import { plainText, rootsOf } from "./sites";
import { TypedTree } from "./typedTree";
import type { ConfiguredTemplate } from "./workspaceConfigs";

/** Steps of a rendering at most: some twenty milliseconds, in which no other message is handled. */
const maxSteps = 60_000;
/** Characters of a template and of its data at most. */
const maxTemplate = 1_000_000;
const maxData = 4_000_000;

/** What a template is rendered with, or why it is not. */
export type Loaded = { readonly files: ReadonlySet<string> } & (
  | { readonly data: Data; readonly renderer: Renderer; readonly isCommand: boolean }
  | { readonly fault: string; readonly lacksData?: boolean }
);

interface Choice {
  readonly addresses: readonly string[];
  readonly entry?: ConfiguredTemplate["entry"];
}

/** Finds the data and the other files of templates. Those outside the folders of the workspace are not read. */
export class TemplateSource {
  readonly #trees = new Map<string, Tree>();
  /** By the files that it was read from. */
  readonly #data = new Map<string, { readonly key: string; readonly data: Data }>();
  #engines: Promise<typeof Engines> | undefined;

  constructor(
    readonly runtime: Runtime,
    readonly documents: OpenDocuments,
    readonly folders: () => readonly string[],
  ) {}

  /** Undefined for a file that is not a template. `command` is what runs commands, where this is allowed. */
  async load(
    uri: string,
    { document, source }: Pick<Snapshot, "document" | "source">,
    configured: ConfiguredTemplate | undefined,
    chosen: readonly string[],
    command: CommandRenderers | undefined,
  ): Promise<Loaded | undefined> {
    const files = new Set<string>();
    const failed = (fault: string): Loaded => ({ files, fault });
    if (document.length > maxTemplate)
      return failed(l10n.t("The template is too large to be rendered as it is typed. Use `flat-profile render`."));
    const text = source.toString();
    const entry = configured?.entry;
    const syntax = entry?.syntax ?? syntaxOf(percentDecoded(uri), text);
    if (!syntax && !entry?.renderer) return undefined;
    const choice = this.#choice(configured, chosen);
    if (typeof choice === "string") return failed(choice);
    if (choice.addresses.length === 0)
      return { ...failed(l10n.t("The template has no data. Choose a data file.")), lacksData: true };
    this.#engines ??= import("../templates/engines");
    const engines = await this.#engines;
    const data = await this.#dataOf(uri, choice, files, engines);
    if (typeof data === "string") return failed(data);
    if (entry?.renderer && chosen.length === 0) {
      if (!command)
        return failed(l10n.t("A command makes the files. Commands run in trusted folders of desktop windows only."));
      const renderer = command({ command: entry.renderer, uri, text, syntax: entry.syntax }, engines);
      if (!renderer) return failed(l10n.t("Only files of a disk can be rendered by a command."));
      return { files, data, renderer, isCommand: true };
    }
    const renderer = await this.#template(uri, text, syntax, files, engines);
    return { files, data, renderer, isCommand: false };
  }

  /** Files that a person chose come before those of the configuration. */
  #choice(configured: ConfiguredTemplate | undefined, chosen: readonly string[]): Choice | string {
    if (chosen.length > 0) return { addresses: chosen };
    if (configured?.fault !== undefined) return configured.fault;
    const { entry, folder = "" } = configured ?? {};
    if (!entry) return { addresses: [] };
    const addresses: string[] = [];
    for (const name of entry.data) {
      const address = addressFrom(folder, name);
      if (this.#rootOf(address) === undefined)
        return l10n.t("{0}: `{1}` is outside the folders of the workspace. It is not read.", configFile, name);
      addresses.push(address);
    }
    return { addresses, entry };
  }

  async #template(
    uri: string,
    text: string,
    syntax: Syntax | undefined,
    files: Set<string>,
    { Template }: typeof Engines,
  ): Promise<Renderer> {
    const folder = /^(.*)\/[^/]*$/.exec(uri)?.[1];
    const read = async (file: string) => {
      if (folder === undefined) return undefined;
      files.add(plainAddress(addressIn(folder, file)));
      const found = await this.#file(folder, file);
      return found && (await found.read());
    };
    return Template.read(percentDecoded(uri), text, read, syntax, maxSteps);
  }

  /** Read anew when a file is another; a string says what is wrong with the files. */
  async #dataOf(
    uri: string,
    { addresses, entry }: Choice,
    files: Set<string>,
    { readYaml }: typeof Engines,
  ): Promise<Data | string> {
    const found: { readonly name: string; readonly id: string; read(): Promise<string> }[] = [];
    for (const address of addresses) {
      files.add(plainAddress(address));
      const name = nameFrom(uri, address);
      const root = this.#rootOf(address) ?? address.slice(0, address.lastIndexOf("/"));
      const file = await this.#file(root, percentDecoded(address.slice(root.length + 1)));
      if (!file) return l10n.t("{0}: No such file.", name);
      found.push({ name, ...file });
    }
    const { rows, as } = entry ?? {};
    const key = JSON.stringify([rows, as, found.map(({ name, id }) => [name, id])]);
    const known = this.#data.get(uri);
    if (known?.key === key) return known.data;
    const texts: { readonly name: string; readonly text: string }[] = [];
    for (const { name, read } of found) texts.push({ name, text: await read() });
    if (texts.reduce((sum, { text }) => sum + text.length, 0) > maxData)
      return l10n.t("The data is too large for the editor. Use `flat-profile render`.");
    const data = readData(texts, { rows, as }, readYaml);
    const [fault] = data.faults;
    if (fault !== undefined) return fault;
    if (data.rows.length === 0) return l10n.t("{0}: There are no rows.", data.name);
    this.#data.set(uri, { key, data });
    return data;
  }

  forget(uri: string): void {
    this.#data.delete(uri);
  }

  /** A file below a folder, as it is typed where it is open; links that lead out are not followed. */
  async #file(folder: string, name: string): Promise<{ readonly id: string; read(): Promise<string> } | undefined> {
    let tree = this.#trees.get(folder);
    if (!tree) {
      const saved = this.runtime.siteTree?.(folder);
      if (!saved) return undefined;
      tree = new TypedTree(saved, folder, this.documents, () => undefined);
      this.#trees.set(folder, tree);
    }
    const of = tree;
    const found = await of.find("", name);
    return found.kind === "file" ? { id: found.id, read: async () => plainText(await of.read(found)) } : undefined;
  }

  /** The folder of the workspace that contains a file. */
  #rootOf(address: string): string | undefined {
    return rootsOf(address, this.folders())[0];
  }
}

/** The address of a file by its name, which may begin with `../`. */
function addressFrom(folder: string, name: string): string {
  const parts = pathParts(name.replaceAll("\\", "/"));
  const up = parts.lastIndexOf("..") + 1;
  const above = up === 0 ? [folder] : folder.split("/").slice(0, -up);
  return [...above, ...parts.slice(up).map(encodeURIComponent)].join("/");
}

/** Short, as messages repeat it: seen from the template, or else its last part. */
function nameFrom(template: string, address: string): string {
  const folder = template.slice(0, template.lastIndexOf("/") + 1);
  const isBelow = folder !== "" && address.startsWith(folder);
  return percentDecoded(isBelow ? address.slice(folder.length) : address.slice(address.lastIndexOf("/") + 1));
}
