import dialects from "dialect-files";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { fileGlobs, mayBeOurs } from "../../server/src/dialects/recognize";
import type { ReadFileParams } from "../../server/src/protocol";
import { readUnasked } from "./readUnasked";

/** More files are not listed. */
const maxFiles = 20_000;
const pieceSize = 1 << 13;

/** Reads the workspace for a server that runs in a worker; it may be remote or have no disk at all. */
export function serveWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest("flatProfile/readFile", async ({ uri }: ReadFileParams) => {
      const bytes = await readUnasked(client.protocol2CodeConverter.asUri(uri));
      return bytes ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) : null;
    }),
    client.onRequest("flatProfile/readBytes", async ({ uri }: ReadFileParams) => {
      const bytes = await readUnasked(client.protocol2CodeConverter.asUri(uri));
      return bytes ? base64Of(bytes) : null;
    }),
    client.onRequest("flatProfile/listFiles", async () => {
      const glob = `{${fileGlobs(dialects).join(",")}}`;
      const found = await vscode.workspace.findFiles(glob, "**/node_modules/**", maxFiles);
      const ours = found.filter(({ path }) => mayBeOurs(dialects, path));
      return ours.map((file) => client.code2ProtocolConverter.asUri(file));
    }),
  );
}

/** In pieces, as a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += pieceSize)
    text += String.fromCharCode(...bytes.subarray(at, at + pieceSize));
  return btoa(text);
}
