import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ScriptEditsParams, ScriptKind, ScriptParams } from "../../server/src/protocol";
import type { FromScriptPanel, ScriptShown } from "../media/shared/scriptMessages";
import { ask } from "./ask";
import { copyText } from "./copyText";
import { isProfile } from "./dialectLanguages";
import { showNotWritten } from "./encryption/encryption";
import { type SaveBytes, saveFile } from "./encryption/saveBytes";
import type { Host } from "./host";
import { openPanel, type Panel } from "./panel";
import { placeIn } from "./placeIn";
import { showNoProfile } from "./profileEditor";

interface ScriptPanelKind {
  readonly kind: ScriptKind;
  /** Of the bundle. */
  readonly name: string;
  readonly title: () => string;
}

/** Milliseconds of quiet before an edit is shown. */
const idleMs = 120;

/** A panel for the script at the cursor, which follows the cursor and the edits of that file. */
export class ScriptPanel {
  #panel: Panel<ScriptShown> | undefined;
  #document: vscode.TextDocument | undefined;
  #position: ScriptParams["position"];
  /** Element name of the script that is shown. */
  #name: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly about: ScriptPanelKind) {}

  /** Answers the element name of the script that is shown. */
  async open(host: Host, argument: unknown): Promise<string | undefined> {
    const { document, position } = await placeIn(argument, host);
    if (!isProfile(document)) {
      showNoProfile();
      return undefined;
    }
    this.#document = document;
    this.#position = position;
    this.#name = undefined;
    if (this.#panel) {
      this.#panel.view.reveal();
      await this.#show(host);
      return this.#name;
    }
    let started: () => void = () => undefined;
    const start = new Promise<void>((resolve) => {
      started = resolve;
    });
    const panel = openPanel<ScriptShown, FromScriptPanel>(host.extension, {
      name: this.about.name,
      title: this.about.title(),
      ready: () => void this.#show(host).then(started),
      receive: (message) => void this.#receive(host, message),
    });
    const listeners = [
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === this.#document) this.#showSoon(host);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (textEditor.document !== this.#document || !selection) return;
        this.#position = selection.active;
        this.#showSoon(host);
      }),
    ];
    panel.view.onDidDispose(() => {
      this.#panel = undefined;
      started();
      clearTimeout(this.#timer);
      for (const listener of listeners) listener.dispose();
    });
    this.#panel = panel;
    await start;
    return this.#name;
  }

  #showSoon(host: Host): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(host), idleMs);
  }

  async #show({ ready, log }: Host): Promise<void> {
    const document = this.#document;
    if (!document || !this.#panel) return;
    try {
      const client = await ready();
      const params: ScriptParams = {
        ...this.#place(client, document),
        ...(this.#name !== undefined && { name: this.#name }),
      };
      const script = await ask(client, "flatProfile/script", params);
      if (document !== this.#document) return;
      this.#name = script?.name ?? this.#name;
      this.#panel?.send({ kind: "script", script, file: vscode.workspace.asRelativePath(document.uri) });
    } catch (error) {
      log.error(`the ${this.about.name} got no answer`, error instanceof Error ? error : String(error));
    }
  }

  #place(client: BaseLanguageClient, document: vscode.TextDocument): Omit<ScriptParams, "name"> {
    const { line, character } = this.#position ?? {};
    return {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      kind: this.about.kind,
      ...(line !== undefined && character !== undefined && { position: { line, character } }),
    };
  }

  async #receive({ ready, log, save }: Host, message: FromScriptPanel): Promise<void> {
    if (message.kind === "copy") return copyText(message.text, vscode.l10n.t("Copied: {0}", message.text));
    if (message.kind === "save") {
      await saveSound(save, message.name, message.bytes, this.#document).catch((error: unknown) => {
        if (!showNotWritten({ log }, error)) throw error;
      });
      return;
    }
    const document = this.#document;
    if (!document) return;
    try {
      const client = await ready();
      const { name, text } = message;
      const params: ScriptEditsParams = { ...this.#place(client, document), name, text };
      const answer = await ask(client, "flatProfile/scriptEdits", params);
      if (answer?.version !== document.version) return;
      const edit = new vscode.WorkspaceEdit();
      const range = client.protocol2CodeConverter.asRange;
      for (const { range: at, newText } of answer.edits) edit.replace(document.uri, range(at), newText);
      await vscode.workspace.applyEdit(edit);
    } catch (error) {
      log.error(`the ${this.about.name} could not write`, error instanceof Error ? error : String(error));
    }
  }
}

async function saveSound(
  save: SaveBytes,
  name: string,
  bytes: Uint8Array,
  document: vscode.TextDocument | undefined,
): Promise<void> {
  const folder = document?.uri.scheme === "untitled" ? undefined : document;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t("Save Sound"),
    filters: { WAV: ["wav"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, "..", name) }),
  });
  if (target) await saveFile(save, target, bytes);
}
