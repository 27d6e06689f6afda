import * as vscode from "vscode";
import { askWanted, findPlaces, type Wanted } from "../settingSearch";
import type { Context } from "./context";

/** Gives a parameter a value in the files of the workspace; VS Code shows each edit before it is made. */
export async function changeSettings(context: Context, argument?: unknown): Promise<boolean> {
  const title = vscode.l10n.t("Change Settings");
  const given = argument as (Wanted & { readonly newValue: string }) | undefined;
  const wanted = given ?? (await askWanted(context, title));
  if (!wanted) return false;
  const { parameter } = wanted;
  const newValue =
    given?.newValue ??
    (await vscode.window.showInputBox({ title: `${title}: ${parameter}`, prompt: vscode.l10n.t("The new value") }));
  if (newValue === undefined) return false;
  const places = await findPlaces(context, { ...wanted, newValue });
  if (places.length === 0) return false;
  const { asUri, asRange } = (await context.ready()).protocol2CodeConverter;
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, name, edits } of places)
    for (const { range, newText } of edits)
      edit.replace(asUri(uri), asRange(range), newText, {
        label: vscode.l10n.t("Set {0}", name),
        needsConfirmation: true,
      });
  return vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
