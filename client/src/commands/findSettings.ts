import * as vscode from "vscode";
import { askWanted, findPlaces, type Wanted } from "../settingSearch";
import type { Context } from "./context";

/** Lists where the files of the workspace set a parameter, in the editor's own list of places. */
export async function findSettings(context: Context, argument?: unknown): Promise<void> {
  const wanted = (argument as Wanted | undefined) ?? (await askWanted(context, vscode.l10n.t("Find Settings")));
  if (!wanted) return;
  const places = await findPlaces(context, wanted);
  const client = await context.ready();
  const locations = places.map(
    ({ uri, range }) =>
      new vscode.Location(client.protocol2CodeConverter.asUri(uri), client.protocol2CodeConverter.asRange(range)),
  );
  const [first] = locations;
  if (!first) return;
  await vscode.window.showTextDocument(first.uri, { selection: first.range });
  await vscode.commands.executeCommand("editor.action.peekLocations", first.uri, first.range.start, locations, "peek");
}
