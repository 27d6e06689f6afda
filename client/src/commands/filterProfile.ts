import * as vscode from "vscode";
import type { Context } from "./context";

/** Asks for words that the explorer's view "Profile" is narrowed to, and narrows it while they are typed. */
export async function filterProfile({ profileView }: Context): Promise<void> {
  await vscode.commands.executeCommand("flatProfile.profile.focus");
  const before = profileView.filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t("Filter Profile View");
  input.placeholder = vscode.l10n.t("Words of the name, the web page or the value, or @changed, @problems, @secret");
  input.value = before;
  let accepted = false;
  await new Promise<void>((resolve) => {
    input.onDidChangeValue((text) => {
      profileView.filter = text;
    });
    input.onDidAccept(() => {
      accepted = true;
      input.hide();
    });
    input.onDidHide(() => resolve());
    input.show();
  });
  if (!accepted) profileView.filter = before;
  input.dispose();
}
