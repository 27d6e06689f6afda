import * as vscode from "vscode";
import { copyText } from "../copyText";
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
  await copyText(answer.markdown, vscode.l10n.t("Copied the impact as Markdown."));
  return answer.markdown;
}
