import { spawn } from "node:child_process";
import { type ExtensionContext, ExtensionMode, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { sourceOf } from "../../../server/src/encryption/bytes";
import { atomicWrite } from "../../../server/src/node/atomicWrite";
import { saveThroughEditor } from "../encryption/saveBytes";
import type { Platform, ProgramResult } from "../platform";
import { compiledFolder } from "./compiledFolder";
import { serverProcesses, v8Flags } from "./serverProcess";

export const platform: Platform = {
  createClient,
  run,
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

/** Milliseconds and characters after which a program is ended. */
const maxMs = 60_000;
const maxOutput = 32 << 20;

function run([program = "", ...args]: readonly string[], cwd: string): Promise<ProgramResult | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: maxMs });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      if (out.length > maxOutput) child.kill();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err = (err + text).slice(0, 10_000);
    });
    child.on("error", () => resolve(undefined));
    child.on("close", () => resolve({ out, err }));
  });
}
