import dialects from "dialect-files";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { fileGlobs } from "../../server/src/dialects/recognize";
import type { ReadFileParams } from "../../server/src/protocol";
import { readUnasked } from "./readUnasked";

/** More files are not listed. */
const maxFiles = 20_000;

/** Reads the workspace for a server that runs in a worker; it may be remote or have no disk at all. */
export function serveWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest("flatProfile/readFile", async ({ uri }: ReadFileParams) => {
      const bytes = await readUnasked(client.protocol2CodeConverter.asUri(uri));
      return bytes ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) : null;
    }),
    client.onRequest("flatProfile/listFiles", async () => {
      const found = await Promise.all(
        fileGlobs(dialects).map((glob) => vscode.workspace.findFiles(glob, "**/node_modules/**", maxFiles)),
      );
      return [...new Set(found.flat().map((file) => client.code2ProtocolConverter.asUri(file)))].slice(0, maxFiles);
    }),
  );
}
