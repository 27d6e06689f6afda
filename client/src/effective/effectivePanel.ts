import * as vscode from "vscode";
import type { EffectiveAnswer, EffectiveParams } from "../../../server/src/protocol";
import type { FromPanel, ToPanel } from "../../media/effective/messages";
import { ask } from "../ask";
import type { Host } from "../host";
import { openPanel, type Panel } from "../panel";
import type { DeviceStore } from "../preview/deviceStore";
import { missingSecrets } from "../preview/deviceStore";
import { editDevices } from "../preview/editDevices";
import { homeOf } from "../preview/expandedUri";

/** How long after the last keystroke the device is settled again. */
const pause = 250;

/** What the panel shows. */
export interface EffectiveShown {
  readonly outcome: string;
  readonly settings: number;
}

/** The panel that shows what the chosen device ends up with by all files of its site; there is one. */
export class EffectivePanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #store: DeviceStore;
  readonly #listening: vscode.Disposable;
  #panel: Panel<ToPanel> | undefined;
  /** A file of the site. */
  #file: vscode.Uri | undefined;
  #all = false;
  #answer: EffectiveAnswer | undefined;
  /** Addresses of the files that the answer depends on, as the editor writes them. */
  #watched: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  /** Who waits for the page to show a message with this id or a later one. */
  #waiting: { readonly id: number; readonly resolve: (shown: EffectiveShown | undefined) => void }[] = [];

  constructor(host: Host, store: DeviceStore) {
    this.#host = host;
    this.#store = store;
    this.#listening = vscode.Disposable.from(
      store.onDidChange(() => this.#soon(0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#changed(document.uri);
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#changed(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#changed(uri)),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#panel?.view.dispose();
  }

  /** Opens the panel, or brings it to the front; resolves when it shows something. */
  show(file: vscode.Uri): Promise<EffectiveShown | undefined> {
    this.#file = homeOf(file);
    const id = this.#asked + 1;
    const shown = new Promise<EffectiveShown | undefined>((resolve) => this.#waiting.push({ id, resolve }));
    if (this.#panel) {
      this.#panel.view.reveal(undefined, true);
      this.#soon(0);
    } else this.#open();
    return shown;
  }

  #open(): void {
    const panel = openPanel<ToPanel, FromPanel>(this.#host.extension, {
      name: "effective",
      title: vscode.l10n.t("Effective Configuration"),
      ready: () => this.#soon(0),
      receive: (message) => this.#receive(message),
    });
    // Files that no editor shows change, come and go as well.
    const watcher = vscode.workspace.createFileSystemWatcher("**/*");
    const changed = (uri: vscode.Uri) => this.#changed(uri);
    const watching = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
    panel.view.onDidDispose(() => {
      clearTimeout(this.#timer);
      watching.dispose();
      this.#panel = undefined;
      this.#answer = undefined;
      this.#resolve(this.#asked + 1, undefined);
    });
    this.#panel = panel;
  }

  #receive(message: FromPanel): void {
    switch (message.kind) {
      case "choose":
        void this.#store.choose(message.key, this.#document);
        return;
      case "all":
        this.#all = message.on;
        this.#soon(0);
        return;
      case "open":
        void this.#openFile(message.file, message.line);
        return;
      case "site map":
        void this.#openSiteMap();
        return;
      case "edit devices":
        void editDevices(this.#host, this.#document);
        return;
      case "shown":
        this.#resolve(message.id, { outcome: message.outcome, settings: message.settings });
    }
  }

  get #document() {
    return this.#file && { uri: this.#file };
  }

  #resolve(id: number, shown: EffectiveShown | undefined): void {
    const ready = this.#waiting.filter((each) => each.id <= id);
    this.#waiting = this.#waiting.filter((each) => each.id > id);
    for (const { resolve } of ready) resolve(shown);
  }

  #changed(uri: vscode.Uri): void {
    if (this.#panel && this.#watched.has(homeOf(uri).toString())) this.#soon(pause);
  }

  #soon(wait: number): void {
    if (!this.#panel) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#send().catch((error) => {
        this.#host.log.error("the effective configuration could not be made", error instanceof Error ? error.name : "");
        this.#resolve(this.#asked, undefined);
      });
    }, wait);
  }

  async #send(): Promise<void> {
    const document = this.#document;
    if (!document) return;
    this.#asked++;
    const asked = this.#asked;
    const { devices, chosen, problems } = await this.#store.for(document);
    const client = await this.#host.ready();
    const params: EffectiveParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      ...(chosen && { device: chosen.device }),
      all: this.#all,
    };
    const answer = await ask(client, "flatProfile/effective", params);
    const panel = this.#panel;
    if (!panel || asked !== this.#asked) return; // a newer one is on its way
    this.#answer = answer;
    this.#watched = new Set(answer.watched.map((uri) => client.protocol2CodeConverter.asUri(uri).toString()));
    const { files, watched: _, ...rest } = answer;
    panel.view.title = chosen
      ? vscode.l10n.t("Effective: {0}", chosen.label)
      : vscode.l10n.t("Effective Configuration");
    panel.send({
      kind: "show",
      id: asked,
      devices: devices.map(({ key, label, group }) => ({ key, label, group })),
      key: chosen?.key ?? "",
      problems: [...problems, ...missingSecrets(chosen ? [chosen] : [])],
      answer: rest,
      files: Object.keys(files),
      all: this.#all,
    });
  }

  async #openFile(name: string, line: number | undefined): Promise<void> {
    const address = this.#answer?.files[name];
    if (address === undefined) return;
    const client = await this.#host.ready();
    const at = new vscode.Position(Math.max((line ?? 1) - 1, 0), 0);
    await openBeside(client.protocol2CodeConverter.asUri(address), at, line !== undefined);
  }

  async #openSiteMap(): Promise<void> {
    const address = this.#answer?.config;
    if (address === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("This folder has no flat-profile.config.json with a site."),
      );
      return;
    }
    const client = await this.#host.ready();
    await openBeside(client.protocol2CodeConverter.asUri(address), new vscode.Position(0, 0), false);
  }
}

/** In the column that shows the file, or in the first one; a line is selected from its first letter to its end. */
async function openBeside(uri: vscode.Uri, at: vscode.Position, isLine: boolean): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const { text, firstNonWhitespaceCharacterIndex, range } = document.lineAt(Math.min(at.line, document.lineCount - 1));
  const start = range.start.translate(0, text.trim() === "" ? 0 : firstNonWhitespaceCharacterIndex);
  const selection = isLine ? new vscode.Range(start, range.end) : new vscode.Range(at, at);
  const column = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  await vscode.window.showTextDocument(document, { selection, viewColumn: column ?? vscode.ViewColumn.One });
}
