import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from "vscode-languageclient/browser";

export { saveThroughEditor as saveBytes } from "../sealed/saveBytes";

let client: LanguageClient | undefined;
let worker: Worker | undefined;

export function createClient(extension: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(extension.extensionUri, "server/dist/server.js").toString(true);
  client = new LanguageClient("flatProfile", "Flat Profile", async () => connect(script), options);
  return client;
}

/**
 * A worker begins with each start of the client, so that windows without a flat-profile have none.
 * VS Code's own kind of worker is no `Worker` to the client library, hence the reader and writer.
 */
function connect(script: string) {
  worker?.terminate();
  worker = new Worker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.stop();
  worker?.terminate();
}
