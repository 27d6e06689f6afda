import * as vscode from "vscode";
import type { ImpactRuns } from "./impactRuns";

/** Copies the report for a pull request; resolves to it. */
export async function copyImpact(runs: ImpactRuns): Promise<string | undefined> {
  const answer = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Comparing phones") },
    () => runs.markdown(),
  );
  if (answer?.kind !== "report" || answer.markdown === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("There is nothing to copy. Show Impact of My Changes says why."),
    );
    return undefined;
  }
  await vscode.env.clipboard.writeText(answer.markdown);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied the impact as Markdown."), 4_000);
  return answer.markdown;
}
