import * as vscode from "vscode";
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
  const place = await vscode.window.showQuickPick(placeItems(editor), {
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

function placeItems(editor: vscode.TextEditor): PlaceItem[] {
  const setting = vscode.workspace.getConfiguration("flatProfile", editor.document.uri);
  const places: PlaceItem[] = [
    {
      label: vscode.l10n.t("In this file, as a comment"),
      description: "<!-- flat-profile-device … -->",
      keep: (family) => writeDirective(editor, family),
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

const directive = /<!--\s*flat-profile-device\b[^>]*-->[ \t]*(?:\r?\n)?/;

/** Replaces the comment that names a phone, or puts one above the root element. */
function writeDirective(editor: vscode.TextEditor, family: string): Thenable<boolean> {
  const { document } = editor;
  const text = document.getText();
  const newline = document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
  const comment = family === "" ? "" : `<!-- flat-profile-device family=${family} -->${newline}`;
  const present = directive.exec(text);
  if (present) {
    const end = present.index + present[0].length;
    const range = new vscode.Range(document.positionAt(present.index), document.positionAt(end));
    return editor.edit((edit) => edit.replace(range, comment));
  }
  const declaration = /^\uFEFF?\s*<\?xml[^>]*\?>[ \t]*(?:\r?\n)?/.exec(text)?.[0] ?? "";
  const inserted = declaration === "" || declaration.endsWith("\n") ? comment : newline + comment;
  return editor.edit((edit) => edit.insert(document.positionAt(declaration.length), inserted));
}
