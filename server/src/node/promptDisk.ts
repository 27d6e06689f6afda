// For many small files: calls that take microseconds are made at once, which is quicker than to ask another thread
// for each; only flushing waits. Names become lasting when the folder is flushed, once for all files in it.
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { promisify } from "node:util";
import type { Disk } from "./atomicWrite";

const flush = promisify(fsync);

export const promptDisk: Disk = {
  lstat: async (file) => lstatSync(file),
  checkWritable: async (file) => accessSync(file, constants.W_OK),
  async create(file, mode) {
    const handle = openSync(file, "wx", mode);
    return {
      async write(bytes) {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      },
      sync: () => flush(handle),
      close: async () => closeSync(handle),
    };
  },
  async *read(file) {
    yield readFileSync(file);
  },
  chmod: async (file, mode) => chmodSync(file, mode),
  rename: async (from, to) => renameSync(from, to),
  unlink: async (file) => unlinkSync(file),
  syncFolder: async () => undefined,
};
