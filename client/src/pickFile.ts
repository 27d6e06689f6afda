import * as vscode from "vscode";

/** Lets a person choose one of the files, or with `canBrowse` any other. */
export async function pickFile(
  files: readonly vscode.Uri[],
  title: string,
  canBrowse = false,
): Promise<vscode.Uri | undefined> {
  const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const browse = { label: vscode.l10n.t("Browse…"), uri: undefined };
  const picked = await vscode.window.showQuickPick(canBrowse ? [...items, browse] : items, { title });
  if (picked !== browse) return picked?.uri;
  const [chosen] = (await vscode.window.showOpenDialog({ title, canSelectMany: false })) ?? [];
  return chosen;
}
