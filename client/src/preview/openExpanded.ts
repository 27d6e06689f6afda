import * as vscode from "vscode";
import { nameOf } from "../nameOf";
import type { KnownDevice } from "./deviceStore";
import { expandedUri, typicalKey } from "./expandedUri";

// Profiles with the macros of a device expanded, alone and compared. `undefined` is an invented phone of their family.

/** Beside the editor; follows the device that is chosen at each time. */
export async function showExpanded(profile: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(ofChosen(profile));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

export async function compareWithTyped(profile: vscode.Uri, chosen: KnownDevice | undefined): Promise<void> {
  const title = vscode.l10n.t("{0} ↔ expanded for {1}", nameOf(profile), labelOf(chosen));
  await vscode.commands.executeCommand("vscode.diff", profile, ofChosen(profile), title);
}

export async function compareExpanded(
  profile: vscode.Uri,
  first: KnownDevice | undefined,
  second: KnownDevice | undefined,
): Promise<void> {
  await vscode.commands.executeCommand(
    "vscode.diff",
    expandedUri(profile, first?.key ?? typicalKey, labelOf(first)),
    expandedUri(profile, second?.key ?? typicalKey, labelOf(second)),
    `${nameOf(profile)}: ${labelOf(first)} ↔ ${labelOf(second)}`,
  );
}

function ofChosen(profile: vscode.Uri): vscode.Uri {
  return expandedUri(profile, "", vscode.l10n.t("expanded"));
}

function labelOf(device: KnownDevice | undefined): string {
  return device?.label ?? vscode.l10n.t("Typical phone for this file");
}
