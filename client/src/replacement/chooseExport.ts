import * as vscode from "vscode";
import { workspaceProfiles } from "../drift/workspaceProfiles";
import { pickFile } from "../pickFile";

/** Lets a person choose the export of a running device, which may be outside of the workspace. */
export async function chooseExport(file: vscode.Uri): Promise<vscode.Uri | undefined> {
  const ending = /\.\w+$/.exec(file.path)?.[0].toLowerCase() ?? "";
  const others = (await workspaceProfiles()).filter(
    (uri) => uri.toString() !== file.toString() && uri.path.toLowerCase().endsWith(ending),
  );
  return pickFile(others, vscode.l10n.t("Select the export of the running device"), true);
}
