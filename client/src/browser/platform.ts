import { type ExtensionContext, Uri, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { saveThroughEditor } from "../encryption/saveBytes";
import type { Platform } from "../platform";

let worker: Worker | undefined;

export const platform: Platform = {
  createClient,
  saveBytes: saveThroughEditor,
  stop: () => worker?.terminate(),
};

async function createClient(extension: ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient> {
  const script = Uri.joinPath(extension.extensionUri, "server/dist/server.js").toString(true);
  // The worker is made of a copy of the script, and reads the files beside it.
  const initializationOptions = { ...options.initializationOptions, codeUri: script };
  const all = { ...options, initializationOptions };
  const { clientOfWorkers } = await libraryBundle(extension);
  const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await clientOfWorkers();
  /**
   * A worker begins with each start of the client, so that windows without a flat-profile have none.
   * VS Code's own kind of worker is not a `Worker` to the client library, hence the reader and writer.
   */
  const connect = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient("flatProfile", "Flat Profile", connect, all);
}

/** Another bundle of the extension. `require` of workers has no files, so it is run as VS Code runs the first one. */
async function libraryBundle({ extensionUri }: ExtensionContext): Promise<typeof import("../languageClient")> {
  const file = Uri.joinPath(extensionUri, "client/dist/languageClient.js");
  const code = new TextDecoder().decode(await workspace.fs.readFile(file));
  const module = { exports: {} as typeof import("../languageClient") };
  const run = new Function("module", "exports", "require", `${code}\n//# sourceURL=${file.toString(true)}`);
  run(module, module.exports, require);
  return module.exports;
}
