import * as vscode from "vscode";
import type { ScriptAnswer, ScriptKind, ScriptParams } from "../../server/src/protocol";
import type { FromScriptPanel, ScriptShown } from "../media/shared/scriptMessages";
import type { Context } from "./context";
import { languageId } from "./languageId";
import { openPanel, type Panel } from "./panel";

/** Where a code lens stands; a command from the palette takes the cursor. */
export interface ScriptPlace {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

interface ScriptPanelKind {
  readonly kind: ScriptKind;
  /** Of the bundle. */
  readonly name: string;
  readonly title: () => string;
}

/** Milliseconds of quiet before an edit is shown. */
const rest = 120;

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
  async open(context: Context, argument: unknown): Promise<string | undefined> {
    const place = placeFrom(argument);
    const document = place ? await documentOf(place, context) : vscode.window.activeTextEditor?.document;
    if (document?.languageId !== languageId) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Open a flat-profile file first."));
      return undefined;
    }
    this.#document = document;
    this.#position = place?.position ?? vscode.window.activeTextEditor?.selection.active;
    this.#name = undefined;
    if (this.#panel) {
      this.#panel.view.reveal();
      await this.#show(context);
      return this.#name;
    }
    let started: () => void = () => undefined;
    const start = new Promise<void>((resolve) => {
      started = resolve;
    });
    const panel = openPanel<ScriptShown, FromScriptPanel>(context.extension, {
      name: this.about.name,
      title: this.about.title(),
      ready: () => void this.#show(context).then(started),
      receive: (message) => void receive(message, this.#document),
    });
    const listeners = [
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === this.#document) this.#showSoon(context);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (textEditor.document !== this.#document || !selection) return;
        this.#position = selection.active;
        this.#showSoon(context);
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

  #showSoon(context: Context): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(context), rest);
  }

  async #show({ ready, log }: Context): Promise<void> {
    const document = this.#document;
    if (!document || !this.#panel) return;
    try {
      const client = await ready();
      const params: ScriptParams = {
        textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
        kind: this.about.kind,
        ...(this.#position && { position: { line: this.#position.line, character: this.#position.character } }),
        ...(this.#name !== undefined && { name: this.#name }),
      };
      const script = await client.sendRequest<ScriptAnswer | null>("flatProfile/script", params);
      if (document !== this.#document) return;
      this.#name = script?.name ?? this.#name;
      this.#panel?.send({ kind: "script", script, file: vscode.workspace.asRelativePath(document.uri) });
    } catch (error) {
      log.error(`the ${this.about.name} got no answer`, error instanceof Error ? error : String(error));
    }
  }
}

function placeFrom(argument: unknown): ScriptPlace | undefined {
  const place = argument as Partial<ScriptPlace> | undefined;
  return typeof place?.uri === "string" && typeof place.position?.line === "number"
    ? (place as ScriptPlace)
    : undefined;
}

async function documentOf({ uri }: ScriptPlace, { client }: Context): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(uri));
}

async function receive(message: FromScriptPanel, document: vscode.TextDocument | undefined): Promise<void> {
  if (message.kind === "copy") {
    await vscode.env.clipboard.writeText(message.text);
    vscode.window.setStatusBarMessage(vscode.l10n.t("Copied: {0}", message.text), 4_000);
    return;
  }
  const folder = document?.uri.scheme === "untitled" ? undefined : document;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t("Save Sound"),
    filters: { WAV: ["wav"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, "..", message.name) }),
  });
  if (target) await vscode.workspace.fs.writeFile(target, message.bytes);
}
