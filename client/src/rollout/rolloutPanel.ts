import * as vscode from "vscode";
import type { FromPanel, ToPanel } from "../../media/rollout/messages";
import { ask } from "../ask";
import { copyText } from "../copyText";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";

/** How long after the last keystroke the rollout is computed again. */
const pause = 300;

/** The page of a rollout; there is one. */
export class RolloutPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #panel: LivePanel<ToPanel, FromPanel, readonly string[]>;

  constructor(host: Host) {
    this.#host = host;
    this.#panel = new LivePanel(host, {
      name: "rollout",
      title: () => vscode.l10n.t("Firmware Rollout"),
      nothing: [],
      pause,
      listening: [
        // The list of phones may be another file.
        vscode.workspace.onDidSaveTextDocument(() => this.#panel.fillSoon(pause)),
      ],
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      failed: { kind: "failed" },
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Opens the page, or brings it to the front; resolves to its titles. */
  show(document: vscode.TextDocument): Promise<readonly string[]> {
    this.#panel.document = document;
    return this.#panel.show();
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const id = this.#panel.fill;
    const client = await this.#host.ready();
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const answer = await ask(client, "flatProfile/rollout", { uri, text: document.getText() });
    if (isObsolete()) return;
    const file = nameOf(document.uri);
    this.#panel.send({ kind: "show", id, file, answer }, vscode.l10n.t("Rollout: {0}", file));
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "copy":
        await copyText(message.text, vscode.l10n.t("Copied the rollout."));
        return;
      case "shown":
        this.#panel.shown(message.titles, message.id);
    }
  }
}
