import * as vscode from "vscode";
import { saveFile } from "../encryption/saveBytes";
import type { Host } from "../host";
import { readToChange, readUnasked } from "../readUnasked";
import { homeOf } from "./expandedUri";
import { decoded } from "./textOf";

export const deviceFile = ".vscode/flat-profile.devices.json";

const first = `{
  "devices": [
    {
      "id": "desk-1",
      "label": "Desk 1",
      "model": "8841",
      "mac": "00:00:5e:00:53:01"
    }
  ]
}
`;

/** A document, or where one is. */
export interface InFile {
  readonly uri: vscode.Uri;
}

/**
 * The device file that a document goes by: the nearest one above it in its folder; otherwise the first one at the
 * root of any folder. Undefined when there is none.
 */
export async function findDeviceFile(
  document: InFile | undefined,
): Promise<{ readonly uri: vscode.Uri; readonly text: string } | undefined> {
  for (const folder of [
    ...foldersAbove(document),
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  ]) {
    const uri = vscode.Uri.joinPath(folder, deviceFile);
    const text = await readDeviceFile(uri);
    if (text !== undefined) return { uri, text };
  }
  return undefined;
}

/** From the folder a document is in up to the root of its workspace folder. */
function foldersAbove(document: InFile | undefined): vscode.Uri[] {
  const root = document && folderOf(document)?.uri;
  if (!root) return [];
  const folders: vscode.Uri[] = [];
  let at = homeOf(document.uri);
  while (at.path.length > root.path.length && at.path !== "/") {
    at = vscode.Uri.joinPath(at, "..");
    folders.push(at);
  }
  return folders;
}

function folderOf(document: InFile): vscode.WorkspaceFolder | undefined {
  return vscode.workspace.getWorkspaceFolder(homeOf(document.uri));
}

/** The device file to write to for a document, which may not be there yet; shows a message when no folder is open. */
export async function deviceFileFor(document: InFile | undefined): Promise<vscode.Uri | undefined> {
  const found = await findDeviceFile(document);
  if (found) return found.uri;
  const folder = (document && folderOf(document)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder) return vscode.Uri.joinPath(folder.uri, deviceFile);
  void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first. {0} is saved in it.", deviceFile));
  return undefined;
}

/** As it is being typed, or else on the disk; undefined when there is none. */
export async function readDeviceFile(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty) return open.getText();
  const bytes = await readUnasked(uri);
  return bytes && decoded(bytes);
}

/** The text that a change begins with; undefined when there is no file. Faults when there is one that is not read. */
export async function deviceTextToChange(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.isDirty ? open.getText() : readToChange(uri);
}

/** Opens the workspace's device file; a new one begins with one phone. */
export async function editDevices({ save }: Pick<Host, "save">, document: InFile | undefined): Promise<void> {
  const uri = await deviceFileFor(document);
  if (!uri) return;
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!isThere && (await readDeviceFile(uri)) === undefined) await saveFile(save, uri, new TextEncoder().encode(first));
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
}

/** An open file changes in its editor, so that it can be undone, and is saved. */
export async function writeDeviceFile({ save }: Pick<Host, "save">, uri: vscode.Uri, text: string): Promise<void> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(open.positionAt(0), open.positionAt(open.getText().length)), text);
    if ((await vscode.workspace.applyEdit(edit)) && (await open.save())) return;
  }
  // Not open, or the editor has not yet seen what changed on the disk.
  await saveFile(save, uri, new TextEncoder().encode(text));
}
