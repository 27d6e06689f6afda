import * as vscode from "vscode";
import { isProfile } from "../dialectLanguages";
import type { EffectiveShown } from "../effective/effectivePanel";
import { expandedOf } from "../preview/expandedUri";
import { deviceNode } from "../views/deviceView";
import type { Context } from "./context";

/** Shows what the chosen device, or that of a row of the view "Devices", ends up with by all files of its site. */
export async function showEffectiveConfiguration(
  { effective, deviceView, preview: { devices } }: Context,
  argument?: unknown,
): Promise<EffectiveShown | undefined> {
  const row = deviceNode(argument);
  const file = (row && deviceView.document?.uri) ?? fileOfSite();
  if (!file) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first."));
    return undefined;
  }
  if (row) await devices.choose(row.key, { uri: file });
  return effective.show(file);
}

/** The file in the editor, or else any place in the folder that is open. */
function fileOfSite(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (document && (isProfile(document) || !folder || vscode.workspace.getWorkspaceFolder(document.uri)))
    return expandedOf(document.uri)?.source ?? document.uri;
  return folder && vscode.Uri.joinPath(folder.uri, "flat-profile.config.json");
}
