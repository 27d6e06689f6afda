import * as vscode from "vscode";
import { chooseWritten } from "./chooseWritten";
import type { Context } from "./context";

/** Shows which phones take the images of a manifest; resolves to the titles of the page. */
export async function showGate({ gate }: Context, argument?: unknown): Promise<readonly string[]> {
  const uri = await chooseWritten(argument, {
    ending: "bind.json",
    title: vscode.l10n.t("Select a list of images"),
    nothing: vscode.l10n.t("List the images of software in a file whose name ends with `.bind.json`."),
  });
  return uri ? gate.show(await vscode.workspace.openTextDocument(uri)) : [];
}
