import * as vscode from "vscode";
import { chooseKey, isSureToDelete } from "../encryption/chooseKey";
import { copyKey } from "../encryption/copyKey";
import { isTrusted } from "../encryption/encryption";
import type { Context } from "./context";

/** Lists the keys that are kept; one can be added, copied or deleted. */
export async function manageKeys({ encryption: { keys } }: Context): Promise<void> {
  if (!isTrusted()) return;
  const before = new Set(await keys.names());
  const chosen = await chooseKey(keys, vscode.l10n.t("Manage Keys"));
  if (chosen?.name === undefined || !before.has(chosen.name)) return;
  const copy = vscode.l10n.t("$(clippy) Copy Key (the clipboard is cleared after a minute)");
  const remove = vscode.l10n.t("$(trash) Delete Key");
  const answer = await vscode.window.showQuickPick([copy, remove], { title: chosen.name });
  if (answer === copy) await copyKey(chosen.key);
  if (answer === remove && (await isSureToDelete(chosen.name))) await keys.delete(chosen.name);
}
