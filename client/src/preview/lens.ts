import * as vscode from "vscode";
import type { EvaluateParams } from "../../../server/src/protocol";
import { ask } from "../ask";
import { hasOffer, profilesWith } from "../dialectLanguages";
import type { Host } from "../host";
import type { DeviceStore } from "./deviceStore";
import { expandedScheme } from "./expandedUri";

/** Offers the preview above the first profile rule and above the upgrade rule, and what the list of the site does. */
export function offerPreview({ ready }: Host, store: DeviceStore): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(profilesWith("preview"), {
    onDidChangeCodeLenses: store.onDidChange,
    async provideCodeLenses(document) {
      if (document.uri.scheme === expandedScheme) return [];
      if (!vscode.workspace.getConfiguration("flatProfile", document.uri).get("codeLens.enabled", true)) return [];
      const client = await ready();
      const { version } = document;
      const { chosen, devices } = await store.for(document);
      const params: EvaluateParams = {
        textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
        ...(chosen && { device: chosen.device }),
      };
      const answer = await ask(client, "flatProfile/evaluate", params);
      if (!answer || document.isClosed || document.version !== version) return [];
      const { device, rules, starts } = answer;
      const title = vscode.l10n.t("Preview for {0}", device.label ?? device.model ?? device.id);
      const fleet =
        hasOffer(document, "fleet") && devices.some(({ group }) => group === "site")
          ? [{ title: vscode.l10n.t("Show Fleet"), command: "flatProfile.showFleet" }]
          : [];
      const first = ["profile", "upgrade"].map((kind) => rules.findIndex((rule) => rule.kind === kind));
      return first.flatMap((i) => {
        const start = starts[i];
        if (!start) return [];
        const place = new vscode.Position(start.line, start.character);
        const range = new vscode.Range(place, place);
        const commands = [{ title, command: "flatProfile.preview" }, ...fleet];
        return commands.map((command) => new vscode.CodeLens(range, command));
      });
    },
  });
}
