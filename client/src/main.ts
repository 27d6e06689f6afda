import type { ExtensionContext } from "vscode";
import { start } from "./start";

/** What only Node or only a worker can do; the module for the other one is in the bundle and never run. */
const platform = "WorkerGlobalScope" in globalThis ? import("./browser/main") : import("./node/main");

export async function activate(extension: ExtensionContext): Promise<void> {
  start(extension, await platform);
}

export async function deactivate(): Promise<void> {
  await (await platform).deactivate();
}
