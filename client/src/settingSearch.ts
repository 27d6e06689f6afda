import * as vscode from "vscode";
import type { FindSettingsAnswer } from "../../server/src/protocol/settingSearch";
import { ask } from "./ask";
import type { Host } from "./host";

/** What a person looks for in the files of the workspace. */
export interface Wanted {
  readonly parameter: string;
  readonly matches?: string;
}

/** Asks for a parameter and a pattern of its value; undefined when the person gives up. */
export async function askWanted({ ready }: Pick<Host, "ready">, title: string): Promise<Wanted | undefined> {
  const names = await ask(await ready(), "flatProfile/names", {});
  const parameter = await pickName(
    names.map(({ word, detail }) => ({ label: word, ...(detail !== undefined && { description: detail }) })),
    title,
  );
  if (parameter === undefined) return undefined;
  const matches = await vscode.window.showInputBox({
    title: `${title}: ${parameter}`,
    prompt: vscode.l10n.t("A regular expression that the present value contains. Leave it empty for all values."),
  });
  return matches === undefined ? undefined : { parameter, ...(matches !== "" && { matches }) };
}

/** A name of the list, or what was typed, such as `Name*`. */
function pickName(items: readonly vscode.QuickPickItem[], title: string): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = title;
  pick.placeholder = vscode.l10n.t("Name of a parameter; n is any number, * any text");
  pick.matchOnDescription = true;
  pick.items = items;
  pick.onDidChangeValue((value) => {
    pick.items = value.includes("*") ? [{ label: value, alwaysShow: true }, ...items] : items;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const typed = pick.value.trim();
      // a shape is meant as it is typed, whatever else it is like
      const isMeant = typed.includes("*") || items.some(({ label }) => label === typed);
      resolve(isMeant ? typed : (pick.selectedItems[0]?.label ?? (typed || undefined)));
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** What the server finds; shows why there is nothing. */
export async function findPlaces(
  { ready }: Pick<Host, "ready">,
  wanted: Wanted & { readonly newValue?: string },
): Promise<FindSettingsAnswer["places"]> {
  const client = await ready();
  const { places, fault, leftAlone, isCut } = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Looking for settings…"),
      cancellable: true,
    },
    (_, token) => ask(client, "flatProfile/findSettings", wanted, token),
  );
  if (fault !== undefined) void vscode.window.showWarningMessage(fault);
  else if (places.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t("No setting was found."));
  if (isCut)
    void vscode.window.showWarningMessage(vscode.l10n.t("Only the first {0} settings are shown.", places.length));
  if (leftAlone > 0)
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        "{0} values with placeholders, or in formats that cannot have the new one, are left alone.",
        leftAlone,
      ),
    );
  return places;
}
