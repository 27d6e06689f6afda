import * as vscode from "vscode";
import { clipboardSeconds, copyWithTimeout } from "./clearingClipboard";

/** Copies a text with a key in it; it is taken away again after a while. */
export async function copyKey(text: string): Promise<void> {
  await copyWithTimeout(vscode.env.clipboard, text);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t("$(clippy) Copied. The clipboard is cleared in {0} seconds.", clipboardSeconds),
    clipboardSeconds * 1000,
  );
}
