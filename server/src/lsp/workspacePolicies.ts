import type { Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { DialectServices } from "../analysis/dialectServices";
import { readSitePolicies } from "../analysis/sitePolicies";
import type { Policies } from "../checks/policy/policy";
import { configFile } from "../deployment/siteMap";
import { toDiagnostic } from "../features/diagnostics";
import { percentDecoded } from "../text/percent";
import type { Runtime } from "./runtime";
import { foldersAbove } from "./sites";

/** Milliseconds after which files are checked without policies; a virtual workspace may never answer. */
const maxWaitMs = 1_000;

/** What a folder has: policies, a configuration without any, or no configuration. */
type Found = Policies | "none" | "no file";

/** The policies of the workspace, by the folders of their configurations, as they were when a change was last reported. */
export class WorkspacePolicies {
  readonly #found = new Map<string, Found>();
  readonly #reading = new Map<string, Promise<Found>>();
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

  /** Those of the nearest configuration, in the folder of a file or above. */
  async of(uri: string, workspace: readonly string[]): Promise<Policies | undefined> {
    for (const folder of foldersAbove(uri, workspace)) {
      const found = this.#found.get(folder) ?? (await this.#inTime(this.#at(folder)));
      if (found === undefined || found === "none") return undefined;
      if (found !== "no file") return found.forFile(partsOf(uri, folder));
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

  #at(folder: string): Promise<Found> {
    let reading = this.#reading.get(folder);
    if (!reading) {
      reading = this.#read(folder);
      this.#reading.set(folder, reading);
    }
    return reading;
  }

  async #read(folder: string): Promise<Found> {
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
    const found = policies ?? (text === undefined ? "no file" : "none");
    this.#found.set(folder, found);
    return found;
  }

  #report(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.#reported.delete(uri)) return;
    if (diagnostics.length > 0) this.#reported.add(uri);
    this.send(uri, diagnostics);
  }

  /** Undefined when it takes long. */
  #inTime(reading: Promise<Found>): Promise<Found | undefined> {
    return new Promise((resolve) => {
      let isLate = false;
      const stop = this.runtime.delay(maxWaitMs, () => {
        isLate = true;
        resolve(undefined);
      });
      const end = (found: Found | undefined) => {
        stop();
        resolve(found);
        if (isLate && typeof found === "object") this.onLate();
      };
      reading.then(end, () => end(undefined));
    });
  }
}

const nothing = { policies: undefined, problems: [] };

/** Folders and name of a file in a folder. */
function partsOf(uri: string, folder: string): readonly string[] {
  return uri
    .slice(folder.length + 1)
    .split("/")
    .map(percentDecoded);
}
