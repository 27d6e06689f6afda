import * as vscode from "vscode";
import { deviceFile } from "./deviceStore";

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

/** Opens the workspace's device file beside nothing else; a new one begins with one phone. */
export async function editDevices(beside: vscode.TextDocument | undefined): Promise<void> {
  const own = beside && vscode.workspace.getWorkspaceFolder(beside.uri);
  const folder = own ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first: {0} is kept in it.", deviceFile));
    return;
  }
  const uri = vscode.Uri.joinPath(folder.uri, deviceFile);
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(first));
  }
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
}
