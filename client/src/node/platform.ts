import { type ExtensionContext, ExtensionMode, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { sourceOf } from "../../../server/src/encryption/bytes";
import { atomicWrite } from "../../../server/src/node/atomicWrite";
import { saveThroughEditor } from "../encryption/saveBytes";
import type { Platform } from "../platform";
import { compiledFolder } from "./compiledFolder";
import { serverProcesses, v8Flags } from "./serverProcess";

export const platform: Platform = {
  createClient,
  saveBytes: (target, bytes, how) =>
    target.scheme === "file" ? atomicWrite(target.fsPath, sourceOf(bytes), how) : saveThroughEditor(target, bytes, how),
};

async function createClient(extension: ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient> {
  await Promise.resolve(); // the activation returns before it costs the milliseconds of starting a process
  const isDeveloped = extension.extensionMode === ExtensionMode.Development;
  const next = serverProcesses(
    extension.asAbsolutePath("server/dist/server.js"),
    isDeveloped ? ["--nolazy", "--inspect=6011"] : [],
    v8Flags,
    isDeveloped ? undefined : compiledFolder(extension, workspace.fs),
  ); // the first gets ready while the library is read
  await new Promise((resolve) => setTimeout(resolve)); // the library comes after what else waits
  const { clientOfNode } = await import("../languageClient");
  const { LanguageClient } = await clientOfNode();
  return new LanguageClient("flatProfile", "Flat Profile", next, options);
}
