import * as vscode from "vscode";
import type { Host } from "../host";
import { nameOf } from "../nameOf";
import { type Encryption, showFault } from "./encryption";
import { bytesOf, errorCount } from "./plainProfile";
import type { Remembered } from "./profileMemory";
import { recipeName } from "./recipe";

/** Writes the encrypted twin of a profile each time it is saved, for profiles that ask for it. */
export function encryptOnSaving(host: Host, encryption: Encryption): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument((document) => {
    const remembered = encryption.memory.of(document.uri);
    if (remembered?.onSave && vscode.workspace.isTrusted) void writeTwin(document, remembered);
  });

  async function writeTwin(document: vscode.TextDocument, twin: Remembered): Promise<void> {
    const target = vscode.Uri.parse(twin.target, true);
    try {
      const plain = await bytesOf(document);
      const count = await errorCount(host, document);
      if (count > 0 && !(await isConfirmed(document.uri, target))) return;
      const key = await encryption.keys.get(twin.keyName);
      if (key === undefined) {
        void vscode.window.showErrorMessage(
          vscode.l10n.t("{0} was not written. The key {1} is not stored anymore.", nameOf(target), twin.keyName),
        );
        return;
      }
      await encryption.save(target, plain, key, twin.recipe);
      host.log.info(`${nameOf(target)} has been written again: ${recipeName(twin.recipe)}`);
      vscode.window.setStatusBarMessage(vscode.l10n.t("$(lock) {0} encrypted", nameOf(target)), 4000);
    } catch (error) {
      showFault(host, target, error);
    }
  }
}

async function isConfirmed(profile: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  const yes = vscode.l10n.t("Encrypt Anyway");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("{0} has errors, so {1} was not written.", nameOf(profile), nameOf(target)),
    yes,
  );
  return answer === yes;
}
