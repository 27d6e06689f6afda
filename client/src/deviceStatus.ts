import * as vscode from "vscode";
import type { FileParams } from "../../server/src/protocol";
import { ask } from "./ask";
import { isProfile } from "./dialectLanguages";
import type { Host } from "./host";

/** How long after the last keystroke the phone is asked for again. */
const pause = 600;
/** Left of the language and what belongs to it. */
const priority = 100.45;

/** Shows in the status bar which phone the file is checked for; a click chooses another. */
export function showDevice({ ready }: Host): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("flatProfile.device", vscode.StatusBarAlignment.Right, priority);
  item.name = vscode.l10n.t("Phone");
  item.command = "flatProfile.choosePhone";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!isProfile(document)) return item.hide();
    const { version } = document;
    const client = await ready();
    const params: FileParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
    const device = await ask(client, "flatProfile/device", params);
    if (document !== vscode.window.activeTextEditor?.document) return;
    if (!device || document.isClosed || document.version !== version) return;
    const label = device.label ?? vscode.l10n.t("Any phone");
    item.text = `$(device-mobile) ${label}`;
    item.tooltip = device.reason;
    item.accessibilityInformation = { label: vscode.l10n.t("Phone: {0}. Choose another.", label) };
    item.show();
  };
  const soon = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void show().catch(() => undefined), wait); // a server that stopped has shown a message
  };

  soon(0);
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.window.onDidChangeActiveTextEditor(() => soon(0)),
    vscode.workspace.onDidOpenTextDocument(() => soon(0)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("flatProfile")) soon(pause);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) soon(pause);
    }),
  );
}
