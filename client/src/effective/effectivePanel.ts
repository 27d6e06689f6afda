import * as vscode from "vscode";
import type { EffectiveAnswer, EffectiveParams } from "../../../server/src/protocol";
import type { FromPanel, ToPanel } from "../../media/effective/messages";
import { ask } from "../ask";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { onEdited } from "../onEdited";
import { choicesOf, type DeviceStore, missingSecrets } from "../preview/deviceStore";
import { editDevices } from "../preview/editDevices";
import { homeOf } from "../preview/expandedUri";
import { revealLine } from "../reveal";

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
  readonly #panel: LivePanel<ToPanel, FromPanel, EffectiveShown | undefined>;
  #watching: vscode.Disposable | undefined;
  /** A file of the site. */
  #file: vscode.Uri | undefined;
  #all = false;
  #answer: EffectiveAnswer | undefined;
  /** Addresses of the files that the answer depends on, as the editor writes them. */
  #watched: ReadonlySet<string> = new Set();

  constructor(host: Host, store: DeviceStore) {
    this.#host = host;
    this.#store = store;
    this.#panel = new LivePanel(host, {
      name: "effective",
      title: () => vscode.l10n.t("Effective Configuration"),
      nothing: undefined,
      listening: [
        store.onDidChange(() => this.#panel.fillSoon(0)),
        onEdited(({ uri }) => this.#changed(uri)),
        vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#changed(uri)),
        vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#changed(uri)),
      ],
      started: () => this.#watch(),
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      closed: () => {
        this.#watching?.dispose();
        this.#watching = undefined;
        this.#answer = undefined;
      },
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Opens the panel, or brings it to the front; resolves when it shows something. */
  show(file: vscode.Uri): Promise<EffectiveShown | undefined> {
    this.#file = homeOf(file);
    return this.#panel.show();
  }

  /** Files that no editor shows change, come and go as well. */
  #watch(): void {
    if (this.#watching) return;
    const watcher = vscode.workspace.createFileSystemWatcher("**/*");
    const changed = (uri: vscode.Uri) => this.#changed(uri);
    this.#watching = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }

  #receive(message: FromPanel): void {
    switch (message.kind) {
      case "choose":
        void this.#store.choose(message.key, this.#document);
        return;
      case "all":
        this.#all = message.on;
        this.#panel.fillSoon(0);
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
        this.#panel.shown({ outcome: message.outcome, settings: message.settings }, message.id);
    }
  }

  get #document() {
    return this.#file && { uri: this.#file };
  }

  #changed(uri: vscode.Uri): void {
    if (this.#watched.has(homeOf(uri).toString())) this.#panel.fillSoon(pause);
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#document;
    if (!document) return;
    const id = this.#panel.fill;
    const { devices, chosen, problems } = await this.#store.for(document);
    const client = await this.#host.ready();
    const params: EffectiveParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      ...(chosen && { device: chosen.device }),
      all: this.#all,
    };
    const answer = await ask(client, "flatProfile/effective", params);
    if (isObsolete()) return;
    this.#answer = answer;
    this.#watched = new Set(answer.watched.map((uri) => client.protocol2CodeConverter.asUri(uri).toString()));
    const { files, watched: _, ...rest } = answer;
    const title = chosen ? vscode.l10n.t("Effective: {0}", chosen.label) : vscode.l10n.t("Effective Configuration");
    this.#panel.send(
      {
        kind: "show",
        id,
        devices: choicesOf(devices),
        key: chosen?.key ?? "",
        problems: [...problems, ...missingSecrets(chosen ? [chosen] : [])],
        answer: rest,
        files: Object.keys(files),
        all: this.#all,
      },
      title,
    );
  }

  async #openFile(name: string, line: number | undefined): Promise<void> {
    const address = this.#answer?.files[name];
    if (address === undefined) return;
    const client = await this.#host.ready();
    await revealLine(client.protocol2CodeConverter.asUri(address), line);
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
    await revealLine(client.protocol2CodeConverter.asUri(address));
  }
}
