import * as vscode from "vscode";

/** A name in the first folder of the window, for the site of that folder. */
export function siteOfWindow(): vscode.Uri | undefined {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  return first && vscode.Uri.joinPath(first.uri, "flat-profile.config.json");
}
