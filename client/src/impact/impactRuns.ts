import * as vscode from "vscode";
import type { ImpactAnswer, ImpactBase, ImpactParams, ImpactProgress } from "../../../server/src/protocol/site";
import { ask } from "../ask";
import { hasOffer } from "../dialectLanguages";
import type { Host } from "../host";
import { onEdited } from "../onEdited";
import type { DeviceStore } from "../preview/deviceStore";
import { expandedScheme } from "../preview/expandedUri";
import { siteOfWindow } from "../siteOfWindow";

/** How long after the last keystroke phones are compared again. */
const pause = 300;

const baseKey = "flatProfile.impactBase";

/** What the last run came to. */
export interface ImpactState {
  readonly base: ImpactBase;
  /** Undefined until the first one is there. */
  readonly answer: ImpactAnswer | undefined;
  /** Files were edited since. */
  readonly isStale: boolean;
  readonly isFailed: boolean;
}

/**
 * Compares the phones of the site that a person works on, again after each edit. It runs while the page is open; without
 * it only while an open file is changed and code lenses are shown.
 */
export class ImpactRuns implements vscode.Disposable {
  readonly #host: Host;
  readonly #devices: DeviceStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #progressed = new vscode.EventEmitter<ImpactProgress>();
  /** Another answer, or it is stale. */
  readonly onDidChange = this.#changed.event;
  readonly onDidProgress = this.#progressed.event;
  readonly #listening: vscode.Disposable;
  #file: vscode.Uri | undefined;
  #answer: ImpactAnswer | undefined;
  #isStale = false;
  #isFailed = false;
  #isWatched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: vscode.CancellationTokenSource | undefined;
  #asked = 0;

  constructor(host: Host, devices: DeviceStore) {
    this.#host = host;
    this.#devices = devices;
    const watcher = vscode.workspace.createFileSystemWatcher("**/*");
    const onDisk = (uri: vscode.Uri) => {
      const [, inGit] = /\/\.git\/(.*)$/.exec(uri.path) ?? [];
      // A commit and a switch of branches change these; other files of git change all the time.
      if (inGit === undefined ? this.#isOfSite(uri) : /^(?:HEAD|index|packed-refs|refs\/.*)$/.test(inGit))
        this.#edited();
    };
    this.#listening = vscode.Disposable.from(
      this.#changed,
      this.#progressed,
      watcher,
      watcher.onDidChange(onDisk),
      watcher.onDidCreate(onDisk),
      watcher.onDidDelete(onDisk),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#look(editor?.document)),
      // A document gets its language after it was opened.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) this.#look(document);
      }),
      onEdited(({ uri }) => {
        if (this.#isOfSite(uri)) this.#edited();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#isOfSite(uri)) this.#edited();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("flatProfile")) this.#edited();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#edited()),
      devices.onDidChange(() => this.#edited()),
      host.server.onDidStart(() => this.#edited()),
    );
    this.#look(vscode.window.activeTextEditor?.document);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#running?.cancel();
    this.#listening.dispose();
  }

  get state(): ImpactState {
    return { base: this.#base, answer: this.#answer, isStale: this.#isStale, isFailed: this.#isFailed };
  }

  /** Goes on with every edit, also where nothing is changed. */
  watch(isWatched: boolean): void {
    this.#isWatched = isWatched;
    if (isWatched) this.#soon(0);
  }

  /** Compares the phones of this file's site. */
  follow(file: vscode.Uri): void {
    this.#file = file;
    this.#isStale = this.#answer !== undefined;
    this.#soon(0);
  }

  async use(base: ImpactBase): Promise<void> {
    if (base === this.#base) return;
    await this.#host.extension.workspaceState.update(baseKey, base);
    this.#answer = undefined;
    this.#changed.fire();
    this.#soon(0);
  }

  /** Also the phones of a large inventory. */
  runAll(): void {
    this.#soon(0, true);
  }

  /** The report for a pull request, or why it is missing. */
  async markdown(): Promise<ImpactAnswer | undefined> {
    const params = await this.#params({ withMarkdown: true, withAll: true });
    if (!params) return undefined;
    return ask(await this.#host.ready(), "flatProfile/impact", params);
  }

  get #base(): ImpactBase {
    return this.#host.extension.workspaceState.get<ImpactBase>(baseKey, "commit");
  }

  #isOfSite({ path }: vscode.Uri): boolean {
    const answer = this.#answer;
    if (answer?.kind !== "report") return true;
    return path.startsWith(`${vscode.Uri.parse(answer.folder).path}/`);
  }

  #look(document: vscode.TextDocument | undefined): void {
    if (!document || document.uri.scheme === expandedScheme || !hasOffer(document, "phone")) return;
    const isKnown = this.#answer?.kind === "report" && this.#isOfSite(document.uri);
    this.#file = document.uri;
    if (!isKnown) this.#edited();
  }

  #edited(): void {
    if (!this.#file) return;
    if (this.#answer && !this.#isStale) {
      this.#isStale = true;
      this.#changed.fire();
    }
    this.#soon(pause);
  }

  #soon(wait: number, withAll = false): void {
    clearTimeout(this.#timer);
    this.#running?.cancel();
    this.#timer = setTimeout(() => void this.#run(withAll), wait);
  }

  async #run(withAll: boolean): Promise<void> {
    const hasLens = vscode.workspace.getConfiguration("flatProfile", this.#file).get("codeLens.enabled", true);
    if (!this.#isWatched && (!hasLens || !this.#host.server.running)) return;
    const asked = ++this.#asked;
    const running = new vscode.CancellationTokenSource();
    this.#running = running;
    try {
      const client = await this.#host.ready();
      const progress = String(asked);
      const params = await this.#params({ withAll, progress, ...(!this.#isWatched && { onlyIfChanged: true }) });
      if (!params || running.token.isCancellationRequested) return;
      const listening = client.onNotification("flatProfile/progress", (now: ImpactProgress) => {
        if (now.progress === progress) this.#progressed.fire(now);
      });
      try {
        const answer = await ask(client, "flatProfile/impact", params, running.token);
        if (asked !== this.#asked || running.token.isCancellationRequested) return;
        this.#answer = answer;
        this.#isFailed = false;
      } finally {
        listening.dispose();
      }
    } catch (error) {
      if (running.token.isCancellationRequested || asked !== this.#asked) return;
      this.#isFailed = true;
      this.#host.log.error("the impact got no answer", error instanceof Error ? error.name : "");
    }
    this.#isStale = false;
    this.#changed.fire();
  }

  async #params(more: Partial<ImpactParams>): Promise<ImpactParams | undefined> {
    const file = this.#file ?? siteOfWindow();
    if (!file) return undefined;
    const client = await this.#host.ready();
    const { devices } = await this.#devices.for({ uri: file });
    const own = devices.filter(({ group }) => group === "own").map(({ device }) => device);
    return {
      uri: client.code2ProtocolConverter.asUri(file),
      base: this.#base,
      isTrusted: vscode.workspace.isTrusted,
      ...(own.length > 0 && { devices: own }),
      ...more,
    };
  }
}
