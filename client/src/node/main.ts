import type { ExtensionContext } from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind } from "vscode-languageclient/node";
import { atomicWrite } from "../../../server/src/node/atomicWrite";
import { sourceOf } from "../../../server/src/sealed/bytes";
import { type SaveBytes, saveThroughEditor } from "../sealed/saveBytes";
import { start } from "../start";

let client: LanguageClient | undefined;

export function activate(extension: ExtensionContext): void {
  const module = extension.asAbsolutePath("server/dist/server.js");
  const createClient = (options: LanguageClientOptions) => {
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
  };
  start(extension, createClient, saveBytes);
}

const saveBytes: SaveBytes = (target, bytes, verify) =>
  target.scheme === "file"
    ? atomicWrite(target.fsPath, sourceOf(bytes), { verify })
    : saveThroughEditor(target, bytes, verify);

export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.stop();
}
