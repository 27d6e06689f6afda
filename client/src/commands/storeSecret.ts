import * as vscode from "vscode";
import { secretPrefix } from "../preview/deviceStore";
import type { Context } from "./context";

/** Keeps a secret that the device file names: `"SA": { "stored": "office" }`. An empty one is forgotten. */
export async function storeSecret({ extension }: Context): Promise<void> {
  const title = vscode.l10n.t("Store Secret for Devices");
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Name of the secret, used in the device file: "SA": { "stored": "name" }'),
    validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("Enter a name.") : undefined),
  });
  if (name === undefined) return;
  const value = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("Value of the secret {0} (leave empty to delete it)", name.trim()),
    password: true,
    ignoreFocusOut: true,
  });
  if (value === undefined) return;
  const key = secretPrefix + name.trim();
  if (value === "") await extension.secrets.delete(key);
  else await extension.secrets.store(key, value);
}
