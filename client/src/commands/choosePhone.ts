import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { DeviceAnswer, FileParams } from "../../../server/src/protocol";
import { ask } from "../ask";
import { profileEditor } from "../profileEditor";
import type { Context } from "./context";

interface FamilyItem extends vscode.QuickPickItem {
  readonly id: string;
}

interface PlaceItem extends vscode.QuickPickItem {
  readonly keep: (family: string) => PromiseLike<unknown>;
}

/** Picks the phone family that files are checked for: written into the file, or kept in the settings. */
export async function choosePhone({ ready }: Context): Promise<void> {
  const editor = profileEditor();
  if (!editor) return;
  const client = await ready();
  const params: FileParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) } };
  const device = await ask(client, "flatProfile/device", params);
  if (!device) return;

  const family = await vscode.window.showQuickPick(familyItems(device), {
    title: vscode.l10n.t("Choose the phone for this file"),
    placeHolder: device.reason,
    matchOnDescription: true,
  });
  if (!family) return;
  const place = await vscode.window.showQuickPick(placeItems(client, device, editor), {
    title: vscode.l10n.t("Choose where to save it"),
  });
  await place?.keep(family.id);
}

function familyItems(device: DeviceAnswer): FamilyItem[] {
  const any: FamilyItem = {
    label: vscode.l10n.t("Any phone"),
    description: vscode.l10n.t("accepts what any family accepts"),
    id: "",
  };
  const families = device.families.map(
    ({ id, label }): FamilyItem => ({
      label,
      description: id === device.family ? `${id} · ${certaintyWord(device)}` : id,
      id,
    }),
  );
  return [
    ...families.filter(({ id }) => id === device.family),
    ...families.filter(({ id }) => id !== device.family),
    any,
  ];
}

function certaintyWord({ certainty }: DeviceAnswer): string {
  return certainty === "stated" ? vscode.l10n.t("current") : vscode.l10n.t("detected from the file");
}

function placeItems(client: BaseLanguageClient, device: DeviceAnswer, editor: vscode.TextEditor): PlaceItem[] {
  const setting = vscode.workspace.getConfiguration("flatProfile", editor.document.uri);
  const places: PlaceItem[] = [
    {
      label: vscode.l10n.t("In this file, as a comment"),
      description: device.directive,
      keep: (family) => writeDirective(client, editor, family),
    },
  ];
  if (vscode.workspace.workspaceFolders?.length)
    places.push({
      label: vscode.l10n.t("For this workspace"),
      keep: (family) => setting.update("family", family || undefined, vscode.ConfigurationTarget.Workspace),
    });
  places.push({
    label: vscode.l10n.t("For all my files"),
    keep: (family) => setting.update("family", family || undefined, vscode.ConfigurationTarget.Global),
  });
  return places;
}

/** Replaces the comment that names a phone, or puts one above the settings. */
async function writeDirective(
  client: BaseLanguageClient,
  { document }: vscode.TextEditor,
  family: string,
): Promise<boolean> {
  const params = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) }, family };
  const answer = await ask(client, "flatProfile/deviceDirective", params);
  if (!answer || answer.version !== document.version) return false;
  const edit = new vscode.WorkspaceEdit();
  const edits = await client.protocol2CodeConverter.asTextEdits([...answer.edits]);
  edit.set(document.uri, edits);
  return vscode.workspace.applyEdit(edit);
}
