import * as vscode from "vscode";
import type { DidChangeWatchedFilesParams } from "vscode-languageclient";
import type { LearnParams } from "../../../server/src/protocol/learn";
import { ask } from "../ask";
import { firstLanguageWith, hasOffer, inItsLanguage } from "../dialectLanguages";
import { saveFile } from "../encryption/saveBytes";
import { readToChange } from "../readUnasked";
import type { Context } from "./context";

const fileName = "flat-profile.parameters.json";

/** Reads the dump in the editor and writes what the catalogue does not have into the workspace's own file. */
export async function learnParameters(context: Context): Promise<void> {
  const document = await chooseDump();
  if (document) await learnFrom(context, document);
}

/** Writes what a document has and the catalogue has not; with `only` this name. */
export async function learnFrom(
  { ready, save }: Context,
  document: vscode.TextDocument,
  only?: LearnParams["only"],
): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first. {0} is saved in it.", fileName));
    return;
  }
  const target = vscode.Uri.joinPath(folder.uri, fileName);
  const existing = await readToChange(target);
  const client = await ready();
  const params: LearnParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    ...(existing !== undefined && { existing }),
    ...(only && { only }),
  };
  const learned = await ask(client, "flatProfile/learn", params);
  if (!learned) return;
  if (learned.incomplete) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("{0} has errors. Fix them first, so that nothing is lost.", fileName),
    );
    return;
  }
  const count = learned.added.length + learned.widened.length;
  if (count === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("The catalogue already contains everything in this dump."));
    return;
  }
  await saveFile(save, target, new TextEncoder().encode(learned.text));
  // the editor reports it later, and not at all in a window that is being opened
  const change: DidChangeWatchedFilesParams = {
    changes: [{ uri: client.code2ProtocolConverter.asUri(target), type: 2 /* changed */ }],
  };
  await client.sendNotification("workspace/didChangeWatchedFiles", change);
  const open = vscode.l10n.t("Open {0}", fileName);
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      "New parameters: {0}. Parameters with new choices: {1}.",
      learned.added.length,
      learned.widened.length,
    ),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(target);
}

async function chooseDump(): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active && hasOffer(active, "dumps")) return active;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Select a phone's dump (/admin/cfg.xml on its web page)"),
      filters: { XML: ["xml", "cfg"] },
    })) ?? [];
  if (!file) return undefined;
  const document = await vscode.workspace.openTextDocument(file);
  const known = await inItsLanguage(document, firstLanguageWith("dumps"));
  await vscode.window.showTextDocument(known);
  return known;
}
