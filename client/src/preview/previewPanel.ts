import * as vscode from "vscode";
import type { EvaluateParams } from "../../../server/src/protocol";
import type { Span } from "../../../server/src/text/span";
import type { FromPanel, Side, ToPanel } from "../../media/preview/messages";
import { ask } from "../ask";
import { copyText } from "../copyText";
import { hasOffer, isProfile } from "../dialectLanguages";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { reveal } from "../reveal";
import { choicesOf, type DeviceStore, type KnownDevice, keyAfter, missingSecrets } from "./deviceStore";
import { editDevices } from "./editDevices";
import { expandedScheme } from "./expandedUri";
import { compareExpanded, showExpanded } from "./openExpanded";

/** How long after the last keystroke the file is evaluated again. */
const pause = 200;

/** The panel that shows what a phone does with the file in the editor; there is one, and it follows the editor. */
export class PreviewPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #store: DeviceStore;
  readonly #panel: LivePanel<ToPanel, FromPanel, readonly string[]>;
  #document: vscode.TextDocument | undefined;
  /** The second device, while two are compared. */
  #other: string | undefined;
  /** Lines that the chosen device does not come to. */
  readonly #skipped = vscode.window.createTextEditorDecorationType({ opacity: "0.45" });

  constructor(host: Host, store: DeviceStore) {
    this.#host = host;
    this.#store = store;
    this.#panel = new LivePanel(host, {
      name: "preview",
      title: () => vscode.l10n.t("Preview"),
      nothing: [],
      listening: [
        store.onDidChange(() => this.#panel.fillSoon(0)),
        vscode.window.onDidChangeActiveTextEditor((editor) => {
          if (!this.#panel.isOpen || !editor || !isProfile(editor.document)) return;
          if (editor.document.uri.scheme === expandedScheme) return;
          this.#document = editor.document;
          this.#panel.fillSoon(0);
        }),
        vscode.workspace.onDidChangeTextDocument(({ document }) => {
          if (document === this.#document) this.#panel.fillSoon(pause);
        }),
        vscode.workspace.onDidChangeConfiguration((event) => {
          if (event.affectsConfiguration("flatProfile")) this.#panel.fillSoon(pause);
        }),
      ],
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      closed: () => {
        if (this.#document) this.#fade(this.#document, []);
      },
    });
  }

  dispose(): void {
    this.#skipped.dispose();
    this.#panel.dispose();
  }

  /** Opens the panel, or brings it to the front; resolves to the rules that are shown. */
  show(document: vscode.TextDocument): Promise<readonly string[]> {
    this.#document = document;
    return this.#panel.show();
  }

  #receive(message: FromPanel): void {
    switch (message.kind) {
      case "choose":
        if (message.side === 0) void this.#store.choose(message.key, this.#document);
        else {
          this.#other = message.key;
          this.#panel.fillSoon(0);
        }
        return;
      case "compare":
        void this.#compare(message.on);
        return;
      case "reveal":
        void this.#reveal(message.span);
        return;
      case "copy":
        void copyText(message.text, vscode.l10n.t("Copied the preview."));
        return;
      case "expand":
        void this.#expand();
        return;
      case "edit devices":
        void editDevices(this.#host, this.#document);
        return;
      case "compare models":
        if (this.#document)
          void vscode.commands.executeCommand("flatProfile.compareModels", { file: this.#document.uri });
        return;
      case "shown":
        this.#panel.shown(message.rules, message.id);
    }
  }

  /** The second device is at first the next one in the list. */
  async #compare(isOn: boolean): Promise<void> {
    const { devices, chosen } = await this.#store.for(this.#document);
    this.#other = isOn ? keyAfter(devices, chosen?.key) : undefined;
    this.#panel.fillSoon(0);
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

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#document;
    if (!document) return;
    const id = this.#panel.fill;
    const { devices, chosen, problems } = await this.#store.for(document);
    const keys = [chosen?.key ?? "", ...(this.#other === undefined ? [] : [this.#other])];
    const sides = await Promise.all(keys.map((key) => this.#side(document, key, devices)));
    if (isObsolete()) return;
    const file = nameOf(document.uri);
    this.#fade(document, sides[0]?.answer?.script?.skipped ?? []);
    this.#panel.send(
      {
        kind: "show",
        id,
        file,
        devices: choicesOf(devices),
        problems: [...problems, ...missingSecrets(devices.filter(({ key }) => keys.includes(key)))],
        hasMatrix: hasOffer(document, "matrix"),
        sides,
      },
      vscode.l10n.t("Preview {0}", file),
    );
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
    await reveal(document, new vscode.Range(document.positionAt(start), document.positionAt(end)));
  }
}
