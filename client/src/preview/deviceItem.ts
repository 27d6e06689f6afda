import * as vscode from "vscode";
import { hasOffer, profilesWith } from "../dialectLanguages";
import type { DeviceStore } from "./deviceStore";

/** Shows beside the language which device rules are previewed for; a click chooses another. */
export function showPreviewDevice(store: DeviceStore): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("flatProfile.previewDevice", profilesWith("preview"));
  item.name = vscode.l10n.t("Preview device");
  item.command = { command: "flatProfile.choosePreviewDevice", title: vscode.l10n.t("Choose…") };
  const show = async () => {
    // Without a flat-profile the item is hidden, and no server is started for it.
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !hasOffer(document, "preview")) return;
    const { chosen } = await store.for(document);
    if (document !== vscode.window.activeTextEditor?.document) return;
    item.text = chosen?.label ?? vscode.l10n.t("Typical phone for this file");
    item.detail = vscode.l10n.t("Device for the preview of rules");
  };
  const showSafely = () => void show().catch(() => undefined); // a server that stopped has shown a message
  showSafely();
  return vscode.Disposable.from(
    item,
    store.onDidChange(showSafely),
    vscode.window.onDidChangeActiveTextEditor(showSafely),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (hasOffer(document, "preview")) showSafely();
    }),
  );
}
