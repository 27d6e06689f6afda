import * as vscode from "vscode";
import type { ImportDevicesAnswer, ImportDevicesParams } from "../../../server/src/protocol";
import { ask } from "../ask";
import { secretPrefix } from "../preview/deviceStore";
import { deviceFile, deviceFileFor, deviceTextToChange, writeDeviceFile } from "../preview/editDevices";
import { decoded } from "../preview/textOf";
import type { Context } from "./context";

type Problems = ImportDevicesAnswer["problems"];

/** Rows of lists that could not be read, where a person can go through them. */
let shown: vscode.DiagnosticCollection | undefined;

/** Adds the devices of a list (CSV) to the workspace's device file. The address of the list may be given. */
export async function importDevices({ ready, extension, save }: Context, address?: unknown): Promise<void> {
  const target = await deviceFileFor(vscode.window.activeTextEditor?.document);
  const list = target && (address instanceof vscode.Uri ? address : await chooseList());
  if (!target || !list) return;
  const existing = await deviceTextToChange(target);
  const params: ImportDevicesParams = {
    list: decoded(await vscode.workspace.fs.readFile(list)),
    ...(existing !== undefined && { existing }),
  };
  const answer = await ask(await ready(), "flatProfile/importDevices", params);
  if (!answer) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("{0} has errors. Fix them first, so that nothing is lost.", deviceFile),
    );
    return;
  }
  for (const { name, value } of answer.secrets) await extension.secrets.store(secretPrefix + name, value);
  if (answer.ids.length > 0) await writeDeviceFile({ save }, target, answer.text);
  if (!shown) {
    shown = vscode.languages.createDiagnosticCollection("flat-profile devices");
    extension.subscriptions.push(shown);
  }
  shown.clear();
  shown.set(list, answer.problems.map(diagnosticOf));
  // Messages stay until a person closes them.
  void report(answer.ids.length, answer.problems, list, target);
}

async function chooseList(): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Select a list of devices (the first row names columns such as mac, model, firmware)"),
      filters: { CSV: ["csv", "tsv", "txt"] },
    })) ?? [];
  return file;
}

function diagnosticOf({ line, message, isLost }: Problems[number]): vscode.Diagnostic {
  const severity = isLost ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
  const diagnostic = new vscode.Diagnostic(new vscode.Range(line, 0, line, 10_000), message, severity);
  diagnostic.source = "flat-profile";
  return diagnostic;
}

async function report(added: number, problems: Problems, list: vscode.Uri, target: vscode.Uri): Promise<void> {
  const lost = problems.filter(({ isLost }) => isLost);
  const choose = vscode.l10n.t("Choose Device…");
  const open = vscode.l10n.t("Open {0}", "flat-profile.devices.json");
  const rows = vscode.l10n.t("Show Rows");
  const picked =
    lost.length === 0
      ? await vscode.window.showInformationMessage(vscode.l10n.t("Devices added: {0}.", added), choose, open)
      : await vscode.window.showWarningMessage(
          vscode.l10n.t("Devices added: {0}. Rows that could not be read: {1}.", added, lost.length),
          rows,
          ...(added > 0 ? [choose, open] : []),
        );
  if (picked === choose) await vscode.commands.executeCommand("flatProfile.choosePreviewDevice");
  if (picked === open) await vscode.window.showTextDocument(target);
  if (picked !== rows) return;
  const line = lost[0]?.line ?? 0;
  await vscode.window.showTextDocument(list, { selection: new vscode.Range(line, 0, line, 0) });
  await vscode.commands.executeCommand("workbench.actions.view.problems");
}
