import * as vscode from "vscode";
import type { FileParams, PanelKind } from "../../server/src/protocol";
import { ask } from "./ask";
import { profilesWith } from "./dialectLanguages";
import type { Host } from "./host";
import type { LensPlace } from "./placeIn";

const offers: Readonly<Record<PanelKind, { readonly title: () => string; readonly command: string }>> = {
  sound: { title: () => vscode.l10n.t("Play"), command: "flatProfile.playTone" },
  "dial-plan": { title: () => vscode.l10n.t("Test"), command: "flatProfile.testDialPlan" },
  table: { title: () => vscode.l10n.t("Edit as Table"), command: "flatProfile.editTable" },
};

export const panelCommands: readonly string[] = Object.values(offers).map(({ command }) => command);

/** Offers above tones, cadences, rings, dial plans and tables the panels that play, try and edit them. */
export function offerScripts({ ready }: Host): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(profilesWith("scripts", "tables"), {
    async provideCodeLenses(document) {
      if (!vscode.workspace.getConfiguration("flatProfile", document.uri).get("codeLens.enabled", true)) return [];
      const client = await ready();
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const params: FileParams = { textDocument: { uri } };
      const answer = await ask(client, "flatProfile/scripts", params);
      if (!answer || document.isClosed || document.version !== answer.version) return [];
      return answer.scripts.map(({ kind, position }) => {
        const { title, command } = offers[kind];
        const at = new vscode.Position(position.line, position.character);
        const place: LensPlace = { uri, position };
        return new vscode.CodeLens(new vscode.Range(at, at), { title: title(), command, arguments: [place] });
      });
    },
  });
}
