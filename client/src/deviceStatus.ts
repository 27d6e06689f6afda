import * as vscode from "vscode";
import type { FileParams } from "../../server/src/protocol";
import { ask } from "./ask";
import { isProfile, profiles } from "./dialectLanguages";
import type { Host } from "./host";

/** How long after the last keystroke the phone is asked for again. */
const pause = 600;

/** Shows beside the language which phone the file is checked for; a click chooses another. */
export function showDevice({ ready }: Host): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("flatProfile.device", profiles);
  item.name = vscode.l10n.t("Phone");
  item.command = { command: "flatProfile.choosePhone", title: vscode.l10n.t("Choose…") };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!isProfile(document)) return;
    const { version } = document;
    const client = await ready();
    const params: FileParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
    const device = await ask(client, "flatProfile/device", params);
    if (!device || document.isClosed || document.version !== version) return;
    item.text = device.label ?? vscode.l10n.t("Any phone");
    item.detail = device.reason;
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
