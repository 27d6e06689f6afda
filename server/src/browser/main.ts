import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { startServer } from "../lsp/startServer";
import { listFilesMethod, type ReadFileParams, readFileMethod } from "../protocol";

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, {
  delay(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  yieldToMessages: () => new Promise((resolve) => setTimeout(resolve, 0)),

  // A worker reaches no files, the client does; one that cannot help answers with an error.
  async readFile(uri) {
    const params: ReadFileParams = { uri };
    const text = await connection.sendRequest<string | null>(readFileMethod, params).catch(() => null);
    return text ?? undefined;
  },
  listFiles: () => connection.sendRequest<readonly string[]>(listFilesMethod).catch(() => []),
});
