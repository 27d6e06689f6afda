import type { Connection } from "vscode-languageserver/browser";
import type { Platform } from "../encryption/platform";
import type { Runtime } from "../lsp/runtime";
import type { ServerRequests } from "../protocol";
import { ClientTree } from "./clientTree";

declare const self: DedicatedWorkerGlobalScope;

export const runtimeOf = (connection: Connection): Runtime => ({
  delay(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  packedFile(name, codeUri = self.location.href) {
    const request = new XMLHttpRequest();
    request.open("GET", new URL(name, codeUri).href, false); // a worker may wait
    try {
      request.send();
    } catch {
      return undefined; // not reached
    }
    return request.status < 400 ? request.responseText : undefined;
  },
  yieldToMessages: () => new Promise((resolve) => setTimeout(resolve, 0)),

  // A worker reaches no files, the client does; one that cannot help answers with an error.
  async readFile(uri) {
    return (await askClient(connection, "flatProfile/readFile", { uri }).catch(() => null)) ?? undefined;
  },
  listFiles: () => askClient(connection, "flatProfile/listFiles", {}).catch(() => []),
  siteTree: (folder) => new ClientTree(folder, (uri) => askClient(connection, "flatProfile/readBytes", { uri })),
  platform: self as unknown as Platform,
});

function askClient<M extends keyof ServerRequests>(
  connection: Connection,
  method: M,
  params: ServerRequests[M]["params"],
): Promise<ServerRequests[M]["result"]> {
  return connection.sendRequest(method, params);
}
