import * as vscode from "vscode";
import type { EvaluateParams } from "../../../server/src/protocol";
import type { Span } from "../../../server/src/text/span";
import type { FromPanel, Side, ToPanel } from "../../media/preview/messages";
import { ask } from "../ask";
import { isProfile } from "../dialectLanguages";
import type { Host } from "../host";
import { openPanel, type Panel } from "../panel";
import { type DeviceStore, type KnownDevice, missingSecrets } from "./deviceStore";
import { editDevices } from "./editDevices";
import { expandedScheme } from "./expandedUri";
import { compareExpanded, showExpanded } from "./openExpanded";

/** How long after the last keystroke the file is evaluated again. */
const pause = 200;

/** The panel that shows what a phone does with the file in the editor; there is one, and it follows the editor. */
export class PreviewPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #store: DeviceStore;
  #panel: Panel<ToPanel> | undefined;
  #document: vscode.TextDocument | undefined;
  /** The second device, while two are compared. */
  #other: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  /** Lines that the chosen device does not come to. */
  readonly #skipped = vscode.window.createTextEditorDecorationType({ opacity: "0.45" });
  #waiting: ((rules: readonly string[]) => void)[] = [];
  readonly #listening: vscode.Disposable;

  constructor(host: Host, store: DeviceStore) {
    this.#host = host;
    this.#store = store;
    this.#listening = vscode.Disposable.from(
      store.onDidChange(() => this.#soon(0)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!this.#panel || !editor || !isProfile(editor.document)) return;
        if (editor.document.uri.scheme === expandedScheme) return;
        this.#document = editor.document;
        this.#soon(0);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document) this.#soon(pause);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("flatProfile")) this.#soon(pause);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#skipped.dispose();
    this.#listening.dispose();
    this.#panel?.view.dispose();
  }

  /** Opens the panel, or brings it to the front; resolves to the rules that are shown. */
  show(document: vscode.TextDocument): Promise<readonly string[]> {
    this.#document = document;
    const shown = new Promise<readonly string[]>((resolve) => this.#waiting.push(resolve));
    if (this.#panel) {
      this.#panel.view.reveal(undefined, true);
      this.#soon(0);
    } else this.#open();
    return shown;
  }

  #open(): void {
    const panel = openPanel<ToPanel, FromPanel>(this.#host.extension, {
      name: "preview",
      title: vscode.l10n.t("Preview"),
      ready: () => this.#soon(0),
      receive: (message) => this.#receive(message),
    });
    panel.view.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#panel = undefined;
      if (this.#document) this.#fade(this.#document, []);
      this.#resolveShown([]);
    });
    this.#panel = panel;
  }

  #receive(message: FromPanel): void {
    switch (message.kind) {
      case "choose":
        if (message.side === 0) void this.#store.choose(message.key, this.#document);
        else {
          this.#other = message.key;
          this.#soon(0);
        }
        return;
      case "compare":
        void this.#compare(message.on);
        return;
      case "reveal":
        void this.#reveal(message.span);
        return;
      case "copy":
        void vscode.env.clipboard.writeText(message.text).then(() => {
          vscode.window.setStatusBarMessage(vscode.l10n.t("Copied the preview."), 3000);
        });
        return;
      case "expand":
        void this.#expand();
        return;
      case "edit devices":
        void editDevices(this.#host, this.#document);
        return;
      case "shown":
        this.#resolveShown(message.rules);
    }
  }

  #resolveShown(rules: readonly string[]): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(rules);
  }

  /** The second device is at first the next one in the list. */
  async #compare(isOn: boolean): Promise<void> {
    const { devices, chosen } = await this.#store.for(this.#document);
    this.#other = isOn ? nextOf(devices, chosen?.key) : undefined;
    this.#soon(0);
  }

  async #expand(): Promise<void> {
    const profile = this.#document?.uri;
    if (!profile) return;
    const { devices, chosen } = await this.#store.for({ uri: profile });
    if (this.#other === undefined) await showExpanded(profile);
    else
      await compareExpanded(
        profile,
        chosen,
        devices.find(({ key }) => key === this.#other),
      );
  }

  #soon(wait: number): void {
    if (!this.#panel) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#send().catch((error) => {
        this.#host.log.error("the preview could not be made", error instanceof Error ? error.name : "");
        this.#resolveShown([]);
      });
    }, wait);
  }

  async #send(): Promise<void> {
    const document = this.#document;
    if (!document) return;
    this.#asked++;
    const asked = this.#asked;
    const { devices, chosen, problems } = await this.#store.for(document);
    const keys = [chosen?.key ?? "", ...(this.#other === undefined ? [] : [this.#other])];
    const sides = await Promise.all(keys.map((key) => this.#side(document, key, devices)));
    const panel = this.#panel;
    if (!panel || asked !== this.#asked) return; // a newer one is on its way
    const file = document.uri.path.split("/").at(-1) ?? "";
    this.#fade(document, sides[0]?.answer?.script?.skipped ?? []);
    panel.view.title = vscode.l10n.t("Preview {0}", file);
    panel.send({
      kind: "show",
      file,
      devices: devices.map(({ key, label, group }) => ({ key, label, group })),
      problems: [...problems, ...missingSecrets(devices.filter(({ key }) => keys.includes(key)))],
      sides,
    });
  }

  /** Shows faintly what the first device does not come to. */
  #fade(document: vscode.TextDocument, spans: readonly Span[]): void {
    const ranges = spans.map(
      ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
    );
    for (const editor of vscode.window.visibleTextEditors)
      editor.setDecorations(this.#skipped, editor.document === document ? ranges : []);
  }

  async #side(document: vscode.TextDocument, key: string, devices: readonly KnownDevice[]): Promise<Side> {
    const client = await this.#host.ready();
    const found = devices.find((device) => device.key === key);
    const params: EvaluateParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      ...(found && { device: found.device }),
    };
    const answer = await ask(client, "flatProfile/evaluate", params);
    return { key: found?.key ?? "", answer: answer ?? undefined };
  }

  async #reveal({ start, end }: Span): Promise<void> {
    const document = this.#document;
    if (!document) return;
    const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const column = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    await vscode.window.showTextDocument(document, { selection, viewColumn: column ?? vscode.ViewColumn.One });
  }
}

function nextOf(devices: readonly KnownDevice[], chosen: string | undefined): string {
  const at = devices.findIndex(({ key }) => key === chosen);
  return (devices[at + 1] ?? devices[0])?.key ?? "";
}
