import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ReadFileParams } from "../../server/src/protocol";

/** Larger files, and more of them, are not read unasked. */
const largest = 5_000_000;
const mostFiles = 20_000;

/** Reads the workspace for a server that runs in a worker; it may be remote or have no disk at all. */
export function serveWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest("flatProfile/readFile", async ({ uri }: ReadFileParams) => {
      try {
        const file = client.protocol2CodeConverter.asUri(uri);
        if ((await vscode.workspace.fs.stat(file)).size > largest) return null;
        return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file));
      } catch {
        return null;
      }
    }),
    client.onRequest("flatProfile/listFiles", async () => {
      const files = await vscode.workspace.findFiles("**/*.{xml,cfg}", "**/node_modules/**", mostFiles);
      return files.map((file) => client.code2ProtocolConverter.asUri(file));
    }),
  );
}
