import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setImmediate as immediate } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Runtime } from "../lsp/runtime";

/** Files larger than this are not read unasked. */
const largest = 5_000_000;
/** Files listed at most in one workspace. */
const mostFiles = 20_000;

export const nodeRuntime: Runtime = {
  delay(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },

  yieldToMessages: () => immediate(),

  async readFile(uri) {
    if (!uri.startsWith("file:")) return undefined;
    try {
      const file = fileURLToPath(uri);
      if ((await stat(file)).size > largest) return undefined;
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await readFile(file));
    } catch {
      return undefined;
    }
  },

  async listFiles(folders) {
    const found: string[] = [];
    for (const folder of folders) {
      if (folder.startsWith("file:")) await collect(fileURLToPath(folder), found);
    }
    return found;
  },
};

async function collect(folder: string, found: string[]): Promise<void> {
  let entries: import("node:fs").Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= mostFiles) return;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules" && !entry.name.startsWith(".")) await collect(file, found);
    } else if (entry.isFile() && /\.(?:xml|cfg)$/i.test(entry.name)) found.push(pathToFileURL(file).href);
  }
}
