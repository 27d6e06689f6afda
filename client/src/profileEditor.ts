import * as vscode from "vscode";
import { isProfile } from "./dialectLanguages";

/** The editor in front, when it shows a profile; shows a message when it does not. */
export function profileEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor && isProfile(editor.document)) return editor;
  showNoProfile();
  return undefined;
}

export function showNoProfile(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t("Open a flat-profile file first."));
}
