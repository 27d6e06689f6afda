import * as vscode from "vscode";
import type { FromPanel, ToPanel } from "../../media/gate/messages";
import { ask } from "../ask";
import { copyText } from "../copyText";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { onEdited } from "../onEdited";
import { pickFile } from "../pickFile";
import { revealLine } from "../reveal";
import { isList, unsavedLists } from "../unsavedLists";

/** How long after the last keystroke the verdicts are computed again. */
const pause = 300;

/** The page of the verdicts of phones on images; there is one. */
export class GatePanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #panel: LivePanel<ToPanel, FromPanel, readonly string[]>;
  #override = false;
  /** The list that a person chose, and the one that is shown. */
  #chosen: vscode.Uri | undefined;
  #list: vscode.Uri | undefined;

  constructor(host: Host) {
    this.#host = host;
    const renew = (document: vscode.TextDocument) => {
      if (document === this.#panel.document || isList(document)) this.#panel.fillSoon(pause);
    };
    this.#panel = new LivePanel(host, {
      name: "gate",
      title: () => vscode.l10n.t("Firmware Gate"),
      nothing: [],
      listening: [
        onEdited(renew),
        vscode.workspace.onDidSaveTextDocument(renew),
        // Edits may have been given up.
        vscode.workspace.onDidCloseTextDocument(renew),
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
    if (document !== this.#panel.document) this.#chosen = undefined;
    this.#panel.document = document;
    return this.#panel.show();
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const id = this.#panel.fill;
    const client = await this.#host.ready();
    const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = client;
    const override = this.#override;
    const answer = await ask(client, "flatProfile/gate", {
      uri: code.asUri(document.uri),
      text: document.getText(),
      override,
      ...(this.#chosen && { inventory: code.asUri(this.#chosen) }),
      unsaved: unsavedLists(code.asUri),
    });
    if (isObsolete()) return;
    this.#list = answer.kind === "report" ? protocol.asUri(answer.inventory.uri) : undefined;
    const file = nameOf(document.uri);
    this.#panel.send({ kind: "show", id, file, override, answer }, vscode.l10n.t("Gate: {0}", file));
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "override":
        this.#override = message.on;
        this.#panel.fillSoon(0);
        return;
      case "choose list": {
        const lists = await vscode.workspace.findFiles("**/*.csv", "**/node_modules/**", 200);
        this.#chosen = (await pickFile(lists, vscode.l10n.t("Select a list of phones"))) ?? this.#chosen;
        this.#panel.fillSoon(0);
        return;
      }
      case "reveal": {
        const uri = message.file === "list" ? this.#list : this.#panel.document?.uri;
        if (uri) await revealLine(uri, message.line);
        return;
      }
      case "copy":
        await copyText(message.text, vscode.l10n.t("Copied the verdicts."));
        return;
      case "shown":
        this.#panel.shown(message.titles, message.id);
    }
  }
}
