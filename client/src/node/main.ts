import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start } from "../start";

let client: LanguageClient | undefined;

export function activate(extension: ExtensionContext): void {
  const module = extension.asAbsolutePath("server/dist/server.js");
  start(extension, (options) => {
    client = new LanguageClient(
      "flatProfile",
      "Flat Profile",
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6011"] } },
      },
      options,
    );
    return client;
  });
}

export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.stop();
}
