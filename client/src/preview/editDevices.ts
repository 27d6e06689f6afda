import * as vscode from "vscode";

export const deviceFile = ".vscode/flat-profile.devices.json";

const first = `{
  "devices": [
    {
      "id": "desk-1",
      "label": "Desk 1",
      "model": "8841",
      "mac": "00:00:5e:00:53:01",
      "firmware": "sip88xx.12-0-3MPP0001-87"
    }
  ]
}
`;

/** The device file of the folder that a document is in; says so when no folder is open. */
export function deviceFileFor(document: vscode.TextDocument | undefined): vscode.Uri | undefined {
  const own = document && vscode.workspace.getWorkspaceFolder(document.uri);
  const folder = own ?? vscode.workspace.workspaceFolders?.[0];
  if (folder) return vscode.Uri.joinPath(folder.uri, deviceFile);
  void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first: {0} is kept in it.", deviceFile));
  return undefined;
}

/** As it stands in an editor, or else on the disk; undefined when there is none. */
export async function readDeviceFile(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Opens the workspace's device file; a new one begins with one phone. */
export async function editDevices(document: vscode.TextDocument | undefined): Promise<void> {
  const uri = deviceFileFor(document);
  if (!uri) return;
  if ((await readDeviceFile(uri)) === undefined)
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(first));
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
}
