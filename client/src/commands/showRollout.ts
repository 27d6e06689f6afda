import * as vscode from "vscode";
import { pickFile } from "../pickFile";
import type { Context } from "./context";

const isDescription = (uri: vscode.Uri) => /(?:^|[/.])rollout\.json$/i.test(uri.path);

/** Shows what a rollout costs: that of the editor, or one that a person chooses; resolves to the titles of the page. */
export async function showRollout({ rollout }: Context, argument?: unknown): Promise<readonly string[]> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = argument instanceof vscode.Uri ? argument : active && isDescription(active) ? active : undefined;
  const uri = own ?? (await chooseDescription());
  return uri ? rollout.show(await vscode.workspace.openTextDocument(uri)) : [];
}

async function chooseDescription(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles("**/*rollout.json", "**/node_modules/**", 50);
  const files = found.filter(isDescription);
  if (files.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        "Describe the rollout in a file whose name ends with `.rollout.json`: files, network and a list of phones.",
      ),
    );
    return undefined;
  }
  return pickFile(files, vscode.l10n.t("Select a rollout"));
}
