import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start } from "../start";

let client: LanguageClient | undefined;
let worker: Worker | undefined;

export function activate(extension: ExtensionContext): void {
  const script = Uri.joinPath(extension.extensionUri, "server/dist/server.web.js").toString(true);
  start(extension, (options) => {
    client = new LanguageClient(
      "flatProfile",
      "Flat Profile",
      async () => {
        worker?.terminate(); // the one before a restart
        worker = new Worker(script);
        return worker;
      },
      options,
    );
    return client;
  });
}

export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.stop();
  worker?.terminate();
}
