import * as vscode from "vscode";
import { chooseWritten } from "./chooseWritten";
import type { Context } from "./context";

/** Shows what a rollout costs; resolves to the titles of the page. */
export async function showRollout({ rollout }: Context, argument?: unknown): Promise<readonly string[]> {
  const uri = await chooseWritten(argument, {
    ending: "rollout.json",
    title: vscode.l10n.t("Select a rollout"),
    nothing: vscode.l10n.t(
      "Describe the rollout in a file whose name ends with `.rollout.json`: files, network and a list of phones.",
    ),
  });
  return uri ? rollout.show(await vscode.workspace.openTextDocument(uri)) : [];
}
