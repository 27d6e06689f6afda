import * as vscode from "vscode";
import type { FleetView } from "../../../server/src/preview/fleetView";
import type { FleetAnswer, FleetExportFormat } from "../../../server/src/protocol/fleet";
import type { FromPanel, ToPanel } from "../../media/fleet/messages";
import { ask } from "../ask";
import { copyText } from "../copyText";
import { hasOffer } from "../dialectLanguages";
import { saveFile } from "../encryption/saveBytes";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { onEdited } from "../onEdited";
import { pickFile } from "../pickFile";
import type { DeviceStore } from "../preview/deviceStore";
import type { PreviewPanel } from "../preview/previewPanel";
import { revealLine } from "../reveal";
import { isList, unsavedLists } from "../unsavedLists";

/** How long after the last keystroke the list is evaluated again; a long list takes as long as it took before. */
const pause = 300;
/** How long after a change of the filter. */
const shortPause = 100;

const listsKey = "flatProfile.fleetLists";
const everything: FleetView = { text: "", picks: {}, starts: {} };

type Report = Extract<FleetAnswer, { readonly kind: "report" }>;

/** The page of what the file in the editor makes the phones of a list do; there is one, and it follows the editor. */
export class FleetPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #store: DeviceStore;
  readonly #preview: PreviewPanel;
  readonly #panel: LivePanel<ToPanel, FromPanel, readonly string[]>;
  #view = everything;
  #report: Report | undefined;
  /** Counts changes of the file and the list. */
  #changes = 0;
  /** How many of them the report has. */
  #reported = 0;
  #took = 0;
  #running: vscode.CancellationTokenSource | undefined;

  constructor(host: Host, store: DeviceStore, preview: PreviewPanel) {
    this.#host = host;
    this.#store = store;
    this.#preview = preview;
    const renew = (document: vscode.TextDocument) => {
      if (document === this.#panel.document || isList(document)) this.#renew(Math.max(pause, this.#took));
    };
    this.#panel = new LivePanel(host, {
      name: "fleet",
      title: () => vscode.l10n.t("Fleet"),
      nothing: [],
      listening: [
        onEdited(renew),
        vscode.workspace.onDidSaveTextDocument(renew),
        // Edits may have been given up.
        vscode.workspace.onDidCloseTextDocument(renew),
        // Lists on the disk, or the site.
        store.onDidChange(() => this.#renew(pause)),
        vscode.window.onDidChangeActiveTextEditor((editor) => {
          if (!this.#panel.isOpen || !editor || !hasOffer(editor.document, "fleet")) return;
          if (editor.document === this.#panel.document) return;
          this.#panel.document = editor.document;
          this.#renew(0);
        }),
      ],
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      failed: { kind: "failed" },
      closed: () => this.#closed(),
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** What the page is about, while it is open. */
  get document(): vscode.TextDocument | undefined {
    return this.#panel.isOpen ? this.#panel.document : undefined;
  }

  /** Opens the page, or brings it to the front; resolves to its headings. */
  show(document: vscode.TextDocument, view = this.#view): Promise<readonly string[]> {
    this.#panel.document = document;
    this.#view = view;
    this.#changes++;
    const shown = this.#panel.show();
    this.#panel.focus();
    return shown;
  }

  #renew(wait: number): void {
    this.#changes++;
    this.#panel.fillSoon(wait);
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const id = this.#panel.fill;
    const view = this.#view;
    this.#running?.cancel();
    const running = new vscode.CancellationTokenSource();
    this.#running = running;
    const client = await this.#host.ready();
    const { code2ProtocolConverter: code } = client;
    const chosen = this.#lists[folderOf(document)];
    const changes = this.#changes;
    // Nothing but the view is another.
    const table = changes === this.#reported ? this.#report?.table : undefined;
    const began = Date.now();
    const params = {
      textDocument: { uri: code.asUri(document.uri) },
      ...(chosen !== undefined && { inventory: chosen }),
      unsaved: unsavedLists(code.asUri),
      view,
      ...(table !== undefined && { table }),
    };
    const answer = await ask(client, "flatProfile/fleet", params, running.token);
    if (isObsolete()) return;
    if (table === undefined) this.#took = Date.now() - began;
    this.#report = answer.kind === "report" ? answer : undefined;
    this.#reported = changes;
    const file = nameOf(document.uri);
    this.#panel.send({ kind: "show", id, file, view, answer }, vscode.l10n.t("Fleet: {0}", file));
  }

  #closed(): void {
    this.#running?.cancel();
    const table = this.#report?.table;
    this.#report = undefined;
    this.#view = everything;
    if (table === undefined) return;
    void this.#host.ready().then((client) => ask(client, "flatProfile/fleetDone", { table }));
  }

  /** Addresses of the lists that a person chose, by the folder of the file. */
  get #lists(): Readonly<Record<string, string>> {
    return this.#host.extension.workspaceState.get(listsKey, {});
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "view":
        this.#view = message.view;
        this.#panel.fillSoon(shortPause);
        return;
      case "choose list":
        await this.#choose();
        return;
      case "reveal":
        if (this.#report) await revealLine(vscode.Uri.parse(this.#report.inventory.uri), message.line);
        return;
      case "preview":
        await this.#previewDevice(message.line);
        return;
      case "copy": {
        const text = await this.#exported(message.format);
        if (text !== undefined) await copyText(text, vscode.l10n.t("Copied the list."));
        return;
      }
      case "save":
        await this.#save(message.format);
        return;
      case "shown":
        this.#panel.shown(message.titles, message.id);
    }
  }

  async #choose(): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const found = await vscode.workspace.findFiles("**/*.{csv,tsv}", "**/node_modules/**", 200);
    const list = await pickFile(found, vscode.l10n.t("Select a list of phones"), true);
    if (!list) return;
    const client = await this.#host.ready();
    const lists = { ...this.#lists, [folderOf(document)]: client.code2ProtocolConverter.asUri(list) };
    await this.#host.extension.workspaceState.update(listsKey, lists);
    this.#renew(0);
  }

  async #previewDevice(line: number): Promise<void> {
    const document = this.#panel.document;
    const table = this.#report?.table;
    if (!document || table === undefined) return;
    const device = await ask(await this.#host.ready(), "flatProfile/fleetDevice", { table, line });
    if (!device) return;
    await this.#store.visit(device, document);
    await this.#preview.show(document);
  }

  async #exported(format: FleetExportFormat): Promise<string | undefined> {
    const table = this.#report?.table;
    if (table === undefined) return undefined;
    const params = { table, format, view: this.#view };
    return (await ask(await this.#host.ready(), "flatProfile/fleetExport", params)) ?? undefined;
  }

  async #save(format: FleetExportFormat): Promise<void> {
    const list = this.#report?.inventory.uri;
    const text = await this.#exported(format);
    if (list === undefined || text === undefined) return;
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t("Save What the Phones Do"),
      defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(list), "..", `fleet.${format}`),
    });
    if (target) await saveFile(this.#host.save, target, new TextEncoder().encode(text));
  }
}

function folderOf({ uri }: vscode.TextDocument): string {
  return vscode.Uri.joinPath(uri, "..").toString();
}
