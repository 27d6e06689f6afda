import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Runtime } from "../lsp/runtime";
import { plainText } from "../lsp/sites";
import { CommandRenderer } from "./commandRenderer";
import { DiskTree } from "./diskTree";
import { gitHistory } from "./git/history";
import { readOrdinary } from "./ordinaryFile";
import { packedFile } from "./packedFile";
import { platform } from "./platform";
import { endWithoutWaiting, inTime } from "./slowDisk";

/** Files larger than this are not read unasked. */
const maxBytes = 5_000_000;
/** Files listed at most in one workspace. */
const maxFiles = 20_000;
/** Folders read at most below one folder of the workspace, which may be the root of a disk. */
const maxFolders = 20_000;
/** Milliseconds after which a listing ends with what it has found. */
const maxListingMs = 10_000;

export const nodeRuntime: Runtime = {
  delay(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },

  yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),

  packedFile,

  async readFile(uri) {
    const file = pathOf(uri);
    if (file === undefined) return undefined;
    const bytes = await inTime(() => readOrdinary(file, { limit: maxBytes }));
    return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  },

  async listFiles(folders, mayBeOurs) {
    const found = new Set<string>();
    const end = performance.now() + maxListingMs;
    for (const folder of folders) {
      const at = pathOf(folder);
      if (at !== undefined) await collect(at, mayBeOurs, found, end);
    }
    return [...found];
  },

  siteTree(folder) {
    const at = pathOf(folder);
    return at === undefined ? undefined : new DiskTree(at);
  },

  platform,

  history: gitHistory,

  commandRenderer({ uri, ...template }, engines) {
    const file = pathOf(uri);
    return file === undefined ? undefined : new CommandRenderer({ ...template, file }, engines, plainText);
  },
};

/** The same, for a process that serves a client. */
export function runtimeOf(): Runtime {
  endWithoutWaiting();
  return nodeRuntime;
}

/** Undefined for a place that this machine cannot have: one of another host, or with a coded separator, or none. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:/") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

async function collect(
  root: string,
  mayBeOurs: (fileName: string) => boolean,
  found: Set<string>,
  end: number,
): Promise<void> {
  const folders = [root];
  for (let next = 0; next < folders.length && performance.now() < end; next++) {
    const folder = folders[next] as string;
    const entries = (await inTime(() => readdir(folder, { withFileTypes: true }))) ?? [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.size >= maxFiles) return;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules" && !entry.name.startsWith(".") && folders.length < maxFolders)
          folders.push(file);
      } else if (entry.isFile() && mayBeOurs(entry.name)) found.add(pathToFileURL(file).href);
    }
  }
}
