import * as vscode from "vscode";
import type { FileParams, ParameterEntry } from "../../../server/src/protocol";
import { ask } from "../ask";
import { profileEditor } from "../profileEditor";
import type { Context } from "./context";

interface Item extends vscode.QuickPickItem {
  readonly parameter: ParameterEntry;
}

/** Picks a parameter by its name or by the words of the web page, and inserts its element at the cursor. */
export async function insertParameter({ ready }: Context): Promise<void> {
  const editor = profileEditor();
  if (!editor) return;
  const client = await ready();
  const params: FileParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) } };
  const entries = await ask(client, "flatProfile/parameters", params);
  const picked = await vscode.window.showQuickPick(itemsFrom(entries), {
    title: vscode.l10n.t("Insert Parameter"),
    placeHolder: vscode.l10n.t("Element name or words of the phone's web page"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;

  const element = await ask(client, "flatProfile/element", {
    ...params,
    name: picked.parameter.name,
    position: editor.selection.active,
  });
  if (!element) return;
  const line = editor.document.lineAt(editor.selection.active.line);
  const snippet = new vscode.SnippetString();
  // beside other text the element gets a line of its own
  if (!line.isEmptyOrWhitespace) snippet.appendText(`\n`);
  snippet.appendText(element.before).appendTabstop(0).appendText(element.after);
  await editor.insertSnippet(snippet, line.isEmptyOrWhitespace ? editor.selection.active : line.range.end);
}

/** What this file lacks comes first; it is what a person looks for. */
function itemsFrom(entries: readonly ParameterEntry[]): Item[] {
  const item = (parameter: ParameterEntry): Item => ({
    label: parameter.name,
    description: parameter.label,
    detail: parameter.note === "" ? parameter.place : `${parameter.place} · ${parameter.note}`,
    parameter,
  });
  const missing = entries.filter((entry) => !entry.present).map(item);
  const present = entries.filter((entry) => entry.present).map(item);
  if (present.length === 0) return missing;
  const separator = {
    label: vscode.l10n.t("already in this file"),
    kind: vscode.QuickPickItemKind.Separator,
  } as Item;
  return [...missing, separator, ...present];
}
