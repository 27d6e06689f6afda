import * as vscode from "vscode";

const shownMs = 4_000;

/** Copies a text that has no secret; the status bar shows `words` for a while. */
export async function copyText(text: string, words: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(words, shownMs);
}
