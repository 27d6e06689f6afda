import type { Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { DialectServices } from "../analysis/dialectServices";
import { readSitePolicies } from "../analysis/sitePolicies";
import type { Policies } from "../checks/policy/policy";
import { configFile } from "../deployment/siteMap";
import { toDiagnostic } from "../features/diagnostics";
import { readTemplates, type TemplateEntry } from "../templates/templateMap";
import { PathPatterns } from "../text/pathPatterns";
import { percentDecoded } from "../text/percent";
import { configMember } from "./configMember";
import type { Runtime } from "./runtime";
import { foldersAbove } from "./sites";

/** Milliseconds after which files are checked without policies; a virtual workspace may never answer. */
const maxWaitMs = 1_000;

/** What the configuration of a folder says. */
interface Found {
  readonly folder: string;
  readonly policies: Policies | undefined;
  readonly templates: readonly TemplateFiles[];
  /** Why its templates are not used. */
  readonly fault?: string;
}

interface TemplateFiles {
  readonly entry: TemplateEntry;
  readonly files: PathPatterns;
}

/** What the nearest configuration says of the data of a template. */
export interface ConfiguredTemplate {
  /** Of the configuration: names of data are relative to it. */
  readonly folder: string;
  readonly entry?: TemplateEntry;
  readonly fault?: string;
}

/** The configurations of the workspace, by their folders, as they were when a change was last reported. */
export class WorkspaceConfigs {
  readonly #found = new Map<string, Found | "no file">();
  readonly #reading = new Map<string, Promise<Found | "no file">>();
  /** What was read there last. */
  readonly #texts = new Map<string, string | undefined>();
  /** Configurations whose problems the client has. */
  readonly #reported = new Set<string>();
  /** Files were served without policies that came later. */
  onLate: () => void = () => undefined;

  constructor(
    readonly runtime: Runtime,
    readonly services: DialectServices,
    readonly send: (uri: string, diagnostics: readonly Diagnostic[]) => void,
    /** Policies name parameters that the workspace may add. */
    readonly ready: () => Promise<unknown> | undefined,
  ) {}

  /** Policies of the nearest configuration, in the folder of a file or above. */
  async policies(uri: string, workspace: readonly string[]): Promise<Policies | undefined> {
    const found = await this.#nearest(uri, workspace);
    return found?.policies?.forFile(partsOf(uri, found.folder));
  }

  /** What it says of a template; undefined where it says nothing. */
  async template(uri: string, workspace: readonly string[]): Promise<ConfiguredTemplate | undefined> {
    const found = await this.#nearest(uri, workspace);
    if (!found) return undefined;
    const { folder, templates, fault } = found;
    if (fault !== undefined) return { folder, fault };
    const parts = templates.length === 0 ? [] : partsOf(uri, folder);
    const named = templates.find(({ files }) => files.has(parts));
    return named && { folder, entry: named.entry };
  }

  async #nearest(uri: string, workspace: readonly string[]): Promise<Found | undefined> {
    for (const folder of foldersAbove(uri, workspace)) {
      const found = this.#found.get(folder) ?? (await this.#inTime(this.#at(folder)));
      if (found !== "no file") return found;
    }
    return undefined;
  }

  /** Reads the configurations of these folders, and those that are known, anew; answers whether one is another. */
  async reload(folders: readonly string[]): Promise<boolean> {
    const all = [...new Set([...folders.map((folder) => folder.replace(/\/$/, "")), ...this.#texts.keys()])];
    const state = () => JSON.stringify(all.map((folder) => this.#texts.get(folder)));
    const before = state();
    this.#found.clear();
    this.#reading.clear();
    for (const folder of all) await this.#at(folder);
    return state() !== before;
  }

  #at(folder: string): Promise<Found | "no file"> {
    let reading = this.#reading.get(folder);
    if (!reading) {
      reading = this.#read(folder);
      this.#reading.set(folder, reading);
    }
    return reading;
  }

  async #read(folder: string): Promise<Found | "no file"> {
    const uri = `${folder}/${configFile}`;
    const text = await this.runtime.readFile?.(uri);
    if (text !== undefined) await this.ready();
    this.#texts.set(folder, text);
    const { policies, problems } = text === undefined ? nothing : readSitePolicies(text, this.services);
    const lines = TextDocument.create(uri, "json", 0, text ?? "");
    this.#report(
      uri,
      problems.map((problem) => toDiagnostic(problem, { uri, lines })),
    );
    const found = text === undefined ? "no file" : { folder, policies, ...templatesOf(text) };
    this.#found.set(folder, found);
    return found;
  }

  #report(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.#reported.delete(uri)) return;
    if (diagnostics.length > 0) this.#reported.add(uri);
    this.send(uri, diagnostics);
  }

  /** Undefined when it takes long. */
  #inTime(reading: Promise<Found | "no file">): Promise<Found | "no file" | undefined> {
    return new Promise((resolve) => {
      let isLate = false;
      const stop = this.runtime.delay(maxWaitMs, () => {
        isLate = true;
        resolve(undefined);
      });
      const end = (found: Found | "no file" | undefined) => {
        stop();
        resolve(found);
        if (isLate && typeof found === "object" && (found.policies || found.templates.length > 0)) this.onLate();
      };
      reading.then(end, () => end(undefined));
    });
  }
}

const nothing = { policies: undefined, problems: [] };

function templatesOf(text: string): Pick<Found, "templates" | "fault"> {
  const { value = [], fault } = configMember(text, "templates", (raw, fail) =>
    readTemplates(raw, fail).map((entry): TemplateFiles => {
      const files = PathPatterns.read(entry.files);
      return files instanceof PathPatterns ? { entry, files } : fail(files.message);
    }),
  );
  return { templates: value, ...(fault !== undefined && { fault }) };
}

/** Folders and name of a file in a folder. */
function partsOf(uri: string, folder: string): readonly string[] {
  return uri
    .slice(folder.length + 1)
    .split("/")
    .map(percentDecoded);
}
