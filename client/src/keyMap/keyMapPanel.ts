import * as vscode from "vscode";
import type { FromPanel, ToPanel } from "../../media/keyMap/messages";
import { ask } from "../ask";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { revealLine } from "../reveal";

/** How long after the last keystroke the keys are shown again. */
const pause = 150;

/** What tests of the editor read. */
export interface KeyMapPage {
  readonly titles: readonly string[];
  readonly keys: number;
}

/** The page of the keys of a phone; there is one. */
export class KeyMapPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #panel: LivePanel<ToPanel, FromPanel, KeyMapPage | undefined>;
  #model = "";

  constructor(host: Host) {
    this.#host = host;
    this.#panel = new LivePanel(host, {
      name: "keyMap",
      title: () => vscode.l10n.t("Key Map"),
      nothing: undefined,
      pause,
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      failed: { kind: "failed" },
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Opens the page, or brings it to the front; resolves to what it shows. */
  show(document: vscode.TextDocument): Promise<KeyMapPage | undefined> {
    if (document !== this.#panel.document) this.#model = "";
    this.#panel.document = document;
    return this.#panel.show();
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const id = this.#panel.fill;
    const chosen = this.#model;
    const client = await this.#host.ready();
    const answer = await ask(client, "flatProfile/keyMap", {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      ...(chosen !== "" && { model: chosen }),
    });
    if (isObsolete()) return;
    const file = nameOf(document.uri);
    this.#panel.send({ kind: "show", id, file, chosen, answer: answer ?? undefined }, vscode.l10n.t("Keys: {0}", file));
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "model":
        this.#model = message.model;
        this.#panel.fillSoon(0);
        return;
      case "reveal":
        if (this.#panel.document) await revealLine(this.#panel.document.uri, message.line);
        return;
      case "shown":
        this.#panel.shown({ titles: message.titles, keys: message.keys }, message.id);
    }
  }
}
