import * as vscode from "vscode";
import type { Context } from "../context";
import { secretPrefix } from "../preview/deviceStore";

/** Keeps a secret that the device file names: `"SA": { "stored": "office" }`. An empty one is forgotten. */
export async function storeSecret({ extension }: Context): Promise<void> {
  const title = vscode.l10n.t("Store a Secret for Devices");
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Its name; the device file refers to it: "SA": { "stored": "name" }'),
    validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("A name is needed.") : undefined),
  });
  if (name === undefined) return;
  const value = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("The secret {0}; leave it empty to forget it", name.trim()),
    password: true,
    ignoreFocusOut: true,
  });
  if (value === undefined) return;
  const key = secretPrefix + name.trim();
  if (value === "") await extension.secrets.delete(key);
  else await extension.secrets.store(key, value);
}
