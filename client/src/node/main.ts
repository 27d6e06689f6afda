import type { ExtensionContext } from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind } from "vscode-languageclient/node";
import { atomicWrite } from "../../../server/src/node/atomicWrite";
import { sourceOf } from "../../../server/src/sealed/bytes";
import { type SaveBytes, saveThroughEditor } from "../sealed/saveBytes";

let client: LanguageClient | undefined;

export function createClient(extension: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const module = extension.asAbsolutePath("server/dist/server.js");
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
}

export const saveBytes: SaveBytes = (target, bytes, verify) =>
  target.scheme === "file"
    ? atomicWrite(target.fsPath, sourceOf(bytes), { verify })
    : saveThroughEditor(target, bytes, verify);

export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.stop();
}
