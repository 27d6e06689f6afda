// For many small files: calls that take microseconds are made at once, which is quicker than to ask another thread
// for each; only flushing waits. Names become lasting when the folder is flushed, once for all files in it.
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  fsync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { promisify } from "node:util";
import type { Disk } from "./atomicWrite";
import { asPath } from "./filePath";
import { readOrdinarySync } from "./ordinaryFile";

/** Bytes; it is meant for small files. */
const maxBytes = 100_000_000;
const flush = promisify(fsync);

export const syncDisk: Disk = {
  lstat: async (file) => lstatSync(file),
  realpath: async (file) => (typeof file === "string" ? realpathSync(file) : asPath(realpathSync(file, "buffer"))),
  checkWritable: async (file) => accessSync(file, constants.W_OK),
  async create(file, mode) {
    const handle = openSync(file, "wx", mode);
    return {
      async write(bytes) {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      },
      sync: () => flush(handle),
      owner: async () => fstatSync(handle),
      chown: async (uid, gid) => fchownSync(handle, uid, gid),
      close: async () => closeSync(handle),
    };
  },
  async *read(file) {
    yield readOrdinarySync(file, { limit: maxBytes });
  },
  chmod: async (file, mode) => chmodSync(file, mode),
  link: async (file, name) => linkSync(file, name),
  rename: async (from, to) => renameSync(from, to),
  unlink: async (file) => unlinkSync(file),
  syncFolder: async () => undefined,
};
