import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from "vscode-languageclient/browser";
import { saveThroughEditor } from "../encryption/saveBytes";
import type { Server } from "../server";
import { start } from "../start";

let server: Server | undefined;
let worker: Worker | undefined;

export function activate(extension: ExtensionContext): void {
  server = start(extension, { createClient, saveBytes: saveThroughEditor });
}

export async function deactivate(): Promise<void> {
  await server?.stop();
  worker?.terminate();
}

async function createClient(extension: ExtensionContext, options: LanguageClientOptions): Promise<LanguageClient> {
  const script = Uri.joinPath(extension.extensionUri, "server/dist/server.js").toString(true);
  // The worker is made of a copy of the script, and reads the files beside it.
  const initializationOptions = { ...options.initializationOptions, codeUri: script };
  const all = { ...options, initializationOptions };
  return new LanguageClient("flatProfile", "Flat Profile", async () => connect(script), all);
}

/**
 * A worker begins with each start of the client, so that windows without a flat-profile have none.
 * VS Code's own kind of worker is not a `Worker` to the client library, hence the reader and writer.
 */
function connect(script: string) {
  worker?.terminate();
  worker = new Worker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
