import * as vscode from "vscode";
import type { FromPanel, ToPanel } from "../../media/grid/messages";
import { ask } from "../ask";
import { hasOffer } from "../dialectLanguages";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { reveal } from "../reveal";

/** How long after the last keystroke the table is read again. */
const pause = 120;

/** What the panel shows. */
export interface TablePage {
  readonly sentence: string;
  readonly rows: readonly string[];
}

const nothing: TablePage = { sentence: "", rows: [] };

/** The page that edits a table of a file; there is one. Each edit is one of the text, which can be undone. */
export class TablePanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #panel: LivePanel<ToPanel, FromPanel, TablePage>;
  /** Of the table that is shown. */
  #key: string | undefined;
  #position: vscode.Position | undefined;
  #edits: Promise<void> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
    this.#panel = new LivePanel(host, {
      name: "grid",
      title: () => vscode.l10n.t("Table"),
      nothing,
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
  show(document: vscode.TextDocument, position?: vscode.Position): Promise<TablePage> {
    if (document !== this.#panel.document) this.#key = undefined;
    this.#panel.document = document;
    this.#position = position;
    return this.#panel.show();
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const id = this.#panel.fill;
    const client = await this.#host.ready();
    const position = this.#position;
    const answer = hasOffer(document, "tables")
      ? await ask(client, "flatProfile/table", {
          textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
          ...(position && { position: { line: position.line, character: position.character } }),
          ...(this.#key !== undefined && { key: this.#key }),
        })
      : null;
    if (isObsolete()) return;
    this.#position = undefined;
    this.#key = answer?.table?.key;
    const file = nameOf(document.uri);
    this.#panel.send({ kind: "show", id, file, answer }, vscode.l10n.t("Table: {0}", answer?.table?.name ?? file));
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "choose":
        this.#key = message.key;
        this.#panel.fillSoon(0);
        return;
      case "edit":
        // One after the other: each is an edit of the text that the one before left.
        this.#edits = this.#edits.then(() => this.#edit(message)).catch(() => this.#panel.fillSoon(0));
        return;
      case "reveal":
        await this.#reveal(message);
        return;
      case "run":
        await this.#run(message.command);
        return;
      case "shown":
        this.#panel.shown({ sentence: message.sentence, rows: message.rows }, message.id);
    }
  }

  async #edit({ kind: _, ...params }: Extract<FromPanel, { readonly kind: "edit" }>): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const client = await this.#host.ready();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const answer = await ask(client, "flatProfile/tableEdits", { ...params, textDocument });
    if (answer?.version === document.version) {
      const edit = new vscode.WorkspaceEdit();
      const range = client.protocol2CodeConverter.asRange;
      for (const { range: at, newText } of answer.edits) edit.replace(document.uri, range(at), newText);
      await vscode.workspace.applyEdit(edit);
    }
    // Also when nothing was written: the page shows what was typed.
    this.#panel.fillSoon(0);
  }

  async #reveal({ kind: _, ...place }: Extract<FromPanel, { readonly kind: "reveal" }>): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    const client = await this.#host.ready();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const found = await ask(client, "flatProfile/tablePlace", { ...place, textDocument });
    if (found) await reveal(document, client.protocol2CodeConverter.asRange(found));
  }

  /** Undo and redo are commands of an editor with the focus. */
  async #run(command: "undo" | "redo" | "save"): Promise<void> {
    const document = this.#panel.document;
    if (!document) return;
    if (command === "save") {
      await document.save();
      return;
    }
    await reveal(document);
    await vscode.commands.executeCommand(command);
    this.#panel.focus();
  }
}
