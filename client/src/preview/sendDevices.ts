import * as vscode from "vscode";
import type { PreviewDevicesParams } from "../../../server/src/protocol";
import { notify } from "../ask";
import { isProfile } from "../dialectLanguages";
import type { Host } from "../host";
import type { DeviceStore } from "./deviceStore";
import { expandedScheme } from "./expandedUri";

const nothing = JSON.stringify({ files: [] } satisfies PreviewDevicesParams);

/** Sends the server the phone that was chosen for each open file, for its hovers and inlay hints. */
export function sendDevices({ server }: Host, store: DeviceStore): vscode.Disposable {
  let sent = nothing;
  let asked = 0;
  const send = async () => {
    const client = server.running;
    if (!client) return;
    asked++;
    const mine = asked;
    const open = vscode.workspace.textDocuments.filter(
      (document) => isProfile(document) && document.uri.scheme !== expandedScheme,
    );
    const files = await Promise.all(
      open.map(async (document) => {
        const { chosen } = await store.for(document);
        return chosen ? [{ uri: client.code2ProtocolConverter.asUri(document.uri), device: chosen.device }] : [];
      }),
    );
    const params: PreviewDevicesParams = { files: files.flat() };
    const news = JSON.stringify(params);
    if (mine !== asked || news === sent || server.running !== client) return;
    sent = news;
    await notify(client, "flatProfile/previewDevices", params);
  };
  const sendSafely = () => void send().catch(() => undefined); // a server that stopped has shown a message
  return vscode.Disposable.from(
    server.onDidStart(() => {
      sent = nothing; // a new server has none
      sendSafely();
    }),
    store.onDidChange(sendSafely),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isProfile(document)) sendSafely();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (isProfile(document)) sendSafely();
    }),
  );
}
