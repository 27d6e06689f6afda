import { type ChildProcess, fork } from "node:child_process";
import { type ExtensionContext, ExtensionMode } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { sourceOf } from "../../../server/src/encryption/bytes";
import { atomicWrite } from "../../../server/src/node/atomicWrite";
import { type SaveBytes, saveThroughEditor } from "../encryption/saveBytes";
import type { Server } from "../server";
import { start } from "../start";

const saveBytes: SaveBytes = (target, bytes, how) =>
  target.scheme === "file" ? atomicWrite(target.fsPath, sourceOf(bytes), how) : saveThroughEditor(target, bytes, how);

let server: Server | undefined;

export function activate(extension: ExtensionContext): void {
  server = start(extension, { createClient, saveBytes });
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

async function createClient(extension: ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient> {
  await Promise.resolve(); // the activation returns before it costs the milliseconds of starting a process
  let early: ChildProcess | undefined = startProcess(extension); // gets ready while the library is read
  await new Promise((resolve) => setTimeout(resolve)); // the library comes after what else waits
  const { LanguageClient } = await import("./languageClient");
  const serve = async () => {
    const child = early ?? startProcess(extension);
    early = undefined;
    return child;
  };
  return new LanguageClient("flatProfile", "Flat Profile", serve, options);
}

/** The client library speaks over its input and output, logs what it writes to stderr and ends it. */
function startProcess(extension: ExtensionContext): ChildProcess {
  const child = fork(
    extension.asAbsolutePath("server/dist/server.js"),
    ["--stdio", `--clientProcessId=${process.pid}`],
    {
      silent: true,
      execArgv: extension.extensionMode === ExtensionMode.Development ? ["--nolazy", "--inspect=6011"] : [],
      // as the client library starts one: the desktop's own program then runs as Node
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", ELECTRON_NO_ASAR: "1" },
    },
  );
  child.on("error", () => undefined); // without a listener it would end the extension host; the exit is reported anyway
  return child;
}
