import * as vscode from "vscode";
import { profilesWith } from "../dialectLanguages";
import { expandedScheme } from "../preview/expandedUri";
import type { ImpactRuns } from "./impactRuns";

/** Shows at the top of a changed file how many phones it changes. */
export function showImpactLens(runs: ImpactRuns): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(profilesWith("phone"), {
    onDidChangeCodeLenses: runs.onDidChange,
    provideCodeLenses({ uri }) {
      if (uri.scheme === expandedScheme) return [];
      if (!vscode.workspace.getConfiguration("flatProfile", uri).get("codeLens.enabled", true)) return [];
      const { answer } = runs.state;
      if (answer?.kind !== "report") return [];
      const file = answer.files.find((each) => vscode.Uri.parse(each.uri).path === uri.path);
      if (!file) return [];
      const title = lensTitle(file.changed, answer.report.devices, file.leftBehind);
      return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command: "flatProfile.showImpact" })];
    },
  });
}

function lensTitle(changed: number, all: number, leftBehind: number): string {
  const phones =
    all === 1
      ? vscode.l10n.t("changes {0} of 1 phone", changed)
      : vscode.l10n.t("changes {0} of {1} phones", changed, all);
  return leftBehind === 0 ? phones : vscode.l10n.t("{0}, {1} left behind", phones, leftBehind);
}
