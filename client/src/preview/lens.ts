import * as vscode from "vscode";
import type { EvaluateParams } from "../../../server/src/protocol";
import { ask } from "../ask";
import type { Host } from "../host";
import { profilesWith } from "../languageId";
import type { DeviceStore } from "./deviceStore";
import { expandedScheme } from "./expandedUri";

/** Offers the preview above the first profile rule and above the upgrade rule. */
export function offerPreview({ ready }: Host, store: DeviceStore): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(profilesWith("preview"), {
    onDidChangeCodeLenses: store.onDidChange,
    async provideCodeLenses(document) {
      if (document.uri.scheme === expandedScheme) return [];
      if (!vscode.workspace.getConfiguration("flatProfile", document.uri).get("codeLens.enabled", true)) return [];
      const client = await ready();
      const { version } = document;
      const { chosen } = await store.for(document);
      const params: EvaluateParams = {
        textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
        ...(chosen && { device: chosen.device }),
      };
      const answer = await ask(client, "flatProfile/evaluate", params);
      if (!answer || document.isClosed || document.version !== version) return [];
      const { device, rules } = answer;
      const title = vscode.l10n.t("Preview for {0}", device.label ?? device.model ?? device.id);
      const first = ["profile", "upgrade"].flatMap((kind) => rules.find((rule) => rule.kind === kind) ?? []);
      return first.map(({ span }) => {
        const tag = document.getText().lastIndexOf("<", span.start); // the value may begin lines below
        const place = document.positionAt(Math.max(tag, 0));
        return new vscode.CodeLens(new vscode.Range(place, place), { title, command: "flatProfile.preview" });
      });
    },
  });
}
