import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { DialectServices } from "../analysis/dialectServices";
import type { UserSettings } from "../analysis/settings";
import { readSiteParameters } from "../analysis/siteParameters";
import type { Policies } from "../checks/policy/policy";
import type { History } from "../deployment/site/history";
import { plainAddress } from "../deployment/site/tree";
import type { Dialect } from "../dialects/dialect";
import { dialects } from "../dialects/index";
import { mayBeOurs } from "../dialects/recognize";
import { toDiagnostic } from "../features/diagnostics";
import type { ClientAbilities, OpenFile } from "../features/feature";
import type { Server } from "../features/requestFeature";
import type { SiteRemark } from "../features/siteRemarks";
import type { WorkspaceSite } from "../features/workspaceSite";
import type { Neighbors } from "../profile/neighbors";
import type { ImpactProgress } from "../protocol/site";
import type { RenderedAnswer, TemplateNews, TemplateState } from "../protocol/templates";
import { extensionFile } from "../schema/extension";
import type { Parameter } from "../schema/model";
import { faultPlace } from "../text/fault";
import { ClientSettings } from "./clientSettings";
import { readClosed } from "./closedFiles";
import { Folders } from "./folders";
import { OpenDocuments } from "./openDocuments";
import { OverriddenSettings } from "./overriddenSettings";
import { RenderedTemplates } from "./renderedTemplates";
import type { Runtime } from "./runtime";
import { SiteRemarks } from "./siteRemarks";
import { decode, Sites } from "./sites";
import { type ConfiguredTemplate, WorkspaceConfigs } from "./workspaceConfigs";

/** Milliseconds after which files are checked with the catalogue as it is; a virtual workspace may never answer. */
const maxWaitMs = 1_000;

/** The state of one connection. */
export class Session implements Server {
  readonly documents = new OpenDocuments();
  /** As the client gave them at the start. */
  capabilities: ClientCapabilities = {};
  client: ClientAbilities = {
    snippets: false,
    labelDetails: false,
    markdown: true,
    hierarchicalSymbols: true,
    editRangeDefault: false,
  };
  folders: readonly string[] = [];
  /** Address of the server's own code, where the client says it. */
  codeUri: string | undefined;
  /** Of files that were open when the client started the server. */
  openLanguages: readonly string[] = [];
  /** Phones chosen to preview rules for, by file. */
  readonly previewDevices = new Map<string, NonNullable<OpenFile["previewDevice"]>>();
  /** Every dialect with its catalogue and analyzers. */
  readonly services: DialectServices;
  readonly #sites: Sites;
  readonly #configs: WorkspaceConfigs;
  /** Settings with the policies of a file, one object for equal ones. */
  readonly #withPolicies = new WeakMap<UserSettings, WeakMap<Policies, UserSettings>>();
  readonly overridden: OverriddenSettings;
  readonly templates: RenderedTemplates;
  readonly remarks = new SiteRemarks(() => this.onNews());
  /** Called when something else is known of open files than before. */
  onNews: () => void = () => undefined;
  /** Files that added parameters. */
  #extensionUris: ReadonlySet<string> = new Set();
  #loading: Promise<unknown> = Promise.resolve();
  #extensionRead: Promise<unknown> | undefined;
  readonly clientSettings: ClientSettings;
  readonly neighborhoods: Folders;

  constructor(
    readonly connection: Connection,
    readonly runtime: Runtime,
  ) {
    this.neighborhoods = new Folders(runtime);
    this.clientSettings = new ClientSettings(connection, runtime);
    const log = (where: string, error: unknown) =>
      this.connection.console.error(`${where} failed: ${faultPlace(error)}`);
    const packedFile = (name: string) => this.packedFile(name);
    this.services = new DialectServices(dialects, packedFile, log, new Date().getFullYear());
    this.#sites = new Sites(runtime, this.documents, this.services);
    this.#configs = new WorkspaceConfigs(
      runtime,
      this.services,
      (uri, diagnostics) => void this.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }),
      () => this.#extensionRead,
    );
    this.#configs.onLate = () => {
      this.templates.all();
      this.onNews();
    };
    this.overridden = new OverriddenSettings(this, () => this.onNews(), log);
    this.templates = new RenderedTemplates(this, () => this.onNews(), log);
  }

  /** The text of a file that the build put beside the code. */
  packedFile(name: string): string | undefined {
    return this.runtime.packedFile(name, this.codeUri);
  }

  /**
   * Reads the parameters that the folders of the workspace add, and reports what is wrong with their files. Answers
   * whether there are others than before. Files wait for the first reading, so that new
   * names are not reported as unknown.
   */
  loadExtension(): Promise<boolean> {
    const loading = this.#loading.then(() => this.#loadExtension()); // one by one, so that the last one counts
    this.#loading = loading.catch(() => undefined);
    this.#extensionRead ??= Promise.race([
      this.#loading,
      new Promise((resolve) => this.runtime.delay(maxWaitMs, () => resolve(undefined))),
    ]);
    return loading;
  }

  async #loadExtension(): Promise<boolean> {
    const added = new Map<Dialect, readonly Parameter[]>();
    const read = new Set<string>();
    for (const folder of this.folders) {
      const uri = `${folder.replace(/\/$/, "")}/${extensionFile}`;
      const text = await this.runtime.readFile?.(uri);
      if (text === undefined) continue;
      const { added: own, problems } = readSiteParameters(text, extensionFile, this.services);
      for (const [dialect, parameters] of own) added.set(dialect, [...(added.get(dialect) ?? []), ...parameters]);
      read.add(uri);
      const lines = TextDocument.create(uri, "json", 0, text);
      const diagnostics = problems.map((problem) => toDiagnostic(problem, { uri, lines }));
      void this.connection.sendDiagnostics({ uri, diagnostics });
    }
    for (const uri of this.#extensionUris)
      if (!read.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#extensionUris = read;
    let isChanged = false;
    for (const dialect of this.services.dialects)
      if (this.services.add(dialect, added.get(dialect) ?? [])) isChanged = true;
    return isChanged;
  }

  /** Forgets what it knows and asks again for open files; answers whether any has other settings than before. */
  settingsChanged(): Promise<boolean> {
    return this.clientSettings.askAgain([...this.documents.uris()]);
  }

  async settings(uri: string): Promise<UserSettings> {
    const [settings, policies] = await Promise.all([
      this.clientSettings.of(uri),
      this.#configs.policies(uri, this.folders),
    ]);
    if (!policies) return settings;
    const known = this.#withPolicies.get(settings) ?? new WeakMap<Policies, UserSettings>();
    this.#withPolicies.set(settings, known);
    const both = known.get(policies) ?? { ...settings, analysis: { ...settings.analysis, policies } };
    known.set(policies, both);
    return both;
  }

  /** Reads the configurations of the workspace anew, and those in these folders; answers whether one is another. */
  loadConfigs(folders: readonly string[] = []): Promise<boolean> {
    return this.#configs.reload([...this.folders, ...folders]);
  }

  async file(uri: string): Promise<OpenFile | undefined> {
    if (this.documents.version(uri) === undefined) return undefined;
    const [settings] = await Promise.all([this.settings(uri), this.#extensionRead]);
    let file = this.documents.file(uri, this.services, settings, this.client);
    if (file?.snapshot.dialect.places) {
      const typed = (other: string) => this.documents.typed(plainAddress(other))?.text.toString();
      const neighbors = await this.neighborhoods.of(uri, file.snapshot.service, typed);
      file = this.documents.file(uri, this.services, settings, this.client, neighbors);
    }
    const previewDevice = this.previewDevices.get(uri);
    const remarks = this.remarks.of(uri, this.overridden.of(uri));
    const rendered = this.templates.problems(uri);
    return (
      file && {
        ...file,
        ...(previewDevice && { previewDevice }),
        ...(remarks.length > 0 && { remarks }),
        ...(rendered.length > 0 && { rendered }),
      }
    );
  }

  /** The beginning of a large file of which nothing was read yet, alone. */
  async beginning(uri: string): Promise<OpenFile | undefined> {
    const [settings] = await Promise.all([this.settings(uri), this.#extensionRead]);
    return this.documents.beginning(uri, this.services, settings, this.client);
  }

  async saved({ uri, snapshot }: OpenFile): Promise<Neighbors | undefined> {
    return this.neighborhoods.saved(uri, snapshot.service);
  }

  async *openFiles(): AsyncIterable<OpenFile> {
    for (const uri of [...this.documents.uris()]) {
      const file = await this.file(uri);
      if (file) yield file;
    }
  }

  async *workspaceFiles(): AsyncIterable<OpenFile> {
    yield* this.openFiles();
    const mayBe = (name: string) => mayBeOurs(dialects, name);
    for (const uri of (await this.runtime.listFiles?.(this.folders, mayBe)) ?? []) {
      if (this.documents.version(uri) !== undefined) continue;
      const file = await readClosed(this, uri);
      if (file) yield file;
      await this.pause();
    }
  }

  get history(): History | undefined {
    return this.runtime.history;
  }

  async read(uri: string): Promise<string | undefined> {
    return this.documents.typed(plainAddress(uri))?.text.toString() ?? (await this.runtime.readFile?.(uri));
  }

  decode(bytes: Uint8Array): string {
    return decode(bytes);
  }

  pause(): Promise<void> {
    return this.runtime.yieldToMessages();
  }

  remark(folder: string, found: ReadonlyMap<string, readonly SiteRemark[]>): void {
    this.remarks.set(folder, found);
  }

  async rendered(uri: string, row: number): Promise<RenderedAnswer | null> {
    return (await this.templates.row(uri, row)) ?? null;
  }

  report(progress: ImpactProgress): void {
    this.attempt(this.connection.sendNotification("flatProfile/progress", progress));
  }

  templateConfig(uri: string): Promise<ConfiguredTemplate | undefined> {
    return this.#configs.template(uri, this.folders);
  }

  templateNews(uri: string, state: TemplateState): void {
    this.attempt(this.connection.sendNotification("flatProfile/template", { uri, ...state } satisfies TemplateNews));
  }

  /** Called when the first template with data was opened. */
  onTemplates: () => void = () => undefined;

  site(uri: string): Promise<WorkspaceSite | undefined> {
    return this.#sites.of(uri, this.folders);
  }

  /** A file of the disk, as far as it matters to sites. */
  siteFilesChanged(): void {
    this.#sites.filesChanged();
    this.overridden.changed();
  }

  /** Asks the client for something that it may refuse: the server does without it. */
  attempt(asked: Promise<unknown>): void {
    asked.catch(() => undefined);
  }
}
