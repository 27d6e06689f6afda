import * as vscode from "vscode";
import { isTrusted } from "../encryption/encryption";
import { nameOf } from "../nameOf";
import type { Context } from "./context";
import { encryptAndSaveAs } from "./encryptAndSaveAs";

/** Switches for the profile in the editor whether saving it writes its encrypted twin as well; answers the new state. */
export async function encryptOnSave(context: Context): Promise<boolean | undefined> {
  if (!isTrusted()) return undefined;
  const { memory } = context.encryption;
  const document = vscode.window.activeTextEditor?.document;
  if (!document || document.isUntitled) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Save the profile to a file first."));
    return undefined;
  }
  // where and how is asked once
  if (!memory.of(document.uri) && !(await encryptAndSaveAs(context))) return undefined;
  const remembered = memory.of(document.uri);
  if (!remembered) return undefined;
  const onSave = !remembered.onSave;
  await memory.remember(document.uri, { ...remembered, onSave });
  const [name, twin] = [nameOf(document.uri), nameOf(vscode.Uri.parse(remembered.target, true))];
  void vscode.window.showInformationMessage(
    onSave
      ? vscode.l10n.t("Encrypt on Save is on: saving {0} also writes {1}.", name, twin)
      : vscode.l10n.t("Encrypt on Save is off: saving {0} no longer writes {1}.", name, twin),
  );
  return onSave;
}
