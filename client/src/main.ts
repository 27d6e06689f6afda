import type { ExtensionContext } from "vscode";
import type { Platform } from "./platform";
import type { Server } from "./server";
import { start } from "./start";

let server: Server | undefined;
let platform: Platform | undefined;

export async function activate(extension: ExtensionContext): Promise<void> {
  const host = "WorkerGlobalScope" in globalThis ? await import("./browser/platform") : await import("./node/platform");
  platform = host.platform;
  server = start(extension, platform);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
  platform?.stop?.();
}
