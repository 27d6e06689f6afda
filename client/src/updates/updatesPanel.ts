import * as vscode from "vscode";
import type { UpdateQuestion } from "../../../server/src/deployment/updates";
import type { FromPanel, ToPanel } from "../../media/updates/messages";
import { ask } from "../ask";
import { hasOffer } from "../dialectLanguages";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { choicesOf, type DeviceStore } from "../preview/deviceStore";
import { revealLine } from "../reveal";

/** How long after the last keystroke the plan is worked out again. */
const pause = 200;

/** The page of what a device fetches by itself; there is one, and it follows the editor. */
export class UpdatesPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #store: DeviceStore;
  readonly #panel: LivePanel<ToPanel, FromPanel, readonly string[]>;
  #question: UpdateQuestion = {};
  #key = "";

  constructor(host: Host, store: DeviceStore) {
    this.#host = host;
    this.#store = store;
    this.#panel = new LivePanel(host, {
      name: "updates",
      title: () => vscode.l10n.t("Update Plan"),
      nothing: [],
      pause,
      listening: [
        store.onDidChange(() => this.#panel.fillSoon(0)),
        vscode.window.onDidChangeActiveTextEditor((editor) => {
          if (!this.#panel.isOpen || !editor || !hasOffer(editor.document, "updates")) return;
          this.#panel.document = editor.document;
          this.#panel.fillSoon(0);
        }),
      ],
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      failed: { kind: "failed" },
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Opens the page, or brings it to the front; resolves to its texts. */
  show(document: vscode.TextDocument, question = this.#question): Promise<readonly string[]> {
    this.#panel.document = document;
    this.#question = question;
    return this.#panel.show();
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const id = this.#panel.fill;
    const client = await this.#host.ready();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const [list, answer] = await Promise.all([
      this.#store.for(document),
      ask(client, "flatProfile/updates", { textDocument, question: this.#question }),
    ]);
    if (isObsolete()) return;
    const devices = choicesOf(list.devices.filter(({ group }) => group !== "sample"));
    const file = nameOf(document.uri);
    this.#panel.send(
      { kind: "show", id, file, devices, key: this.#key, question: this.#question, answer },
      vscode.l10n.t("Updates: {0}", file),
    );
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "ask":
        this.#question = message.question;
        this.#key = "";
        this.#panel.fillSoon(pause);
        return;
      case "device":
        await this.#choose(message.key);
        return;
      case "reveal":
        if (this.#panel.document) await revealLine(this.#panel.document.uri, message.line);
        return;
      case "shown":
        this.#panel.shown(message.texts, message.id);
    }
  }

  /** Fills in what is known of a device of the workspace. */
  async #choose(key: string): Promise<void> {
    if (!this.#panel.document) return;
    const { devices } = await this.#store.for(this.#panel.document);
    const { mac, firmware } = devices.find((each) => each.key === key)?.device ?? {};
    this.#key = key;
    this.#question = { ...this.#question, mac, firmware };
    this.#panel.fillSoon(0);
  }
}
