import * as vscode from "vscode";

/** Lets a person choose one of the files. */
export async function pickFile(files: readonly vscode.Uri[], title: string): Promise<vscode.Uri | undefined> {
  const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const picked = await vscode.window.showQuickPick(items, { title });
  return picked?.uri;
}
