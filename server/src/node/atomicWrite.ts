// Saves a file so that a crash, a full disk or a fault at any step leaves the old one whole: the content goes to
// a new file in the same folder, is flushed, read back and proved, and only then takes the old one's place.
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, lstat, open, rename, unlink } from "node:fs/promises";
import path from "node:path";
import * as l10n from "@vscode/l10n";
import { readChunks } from "./readChunks";

/** The calls that a save makes; tests let each of them fail. */
export interface Disk {
  lstat(file: string): Promise<Kind>;
  /** Faults when the file may not be written. */
  checkWritable(file: string): Promise<void>;
  create(file: string, mode: number): Promise<OpenFile>;
  read(file: string): AsyncIterable<Uint8Array>;
  chmod(file: string, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(file: string): Promise<void>;
  syncFolder(folder: string): Promise<void>;
}

export interface Kind {
  readonly mode: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface SaveOptions {
  /** Faults when what was written is not what was meant. */
  readonly verify?: (content: AsyncIterable<Uint8Array>) => Promise<void>;
  /** For a new file; an old one's rights are kept. Files are made for their owner only and opened up at the end. */
  readonly mode?: number;
  readonly disk?: Disk;
}

/** A save that was refused or failed; the old file is as it was. */
export class SaveFault extends Error {
  override name = "SaveFault";
}

const newFile = 0o644;
const ownerOnly = 0o600;

export async function atomicWrite(
  target: string,
  content: AsyncIterable<Uint8Array>,
  { verify, mode = newFile, disk = nodeDisk }: SaveOptions = {},
): Promise<void> {
  const old = await existing(target, disk);
  const folder = path.dirname(target);
  const draft = path.join(folder, `.${path.basename(target).slice(0, 100)}.${randomBytes(6).toString("hex")}.tmp`);
  let isMade = false;
  try {
    const file = await disk.create(draft, ownerOnly);
    isMade = true;
    try {
      await writeAll(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await verify?.(disk.read(draft));
    await disk.chmod(draft, old ? old.mode & 0o777 : mode);
    await disk.rename(draft, target);
    isMade = false;
  } catch (error) {
    if (isMade) await disk.unlink(draft).catch(() => undefined);
    throw told(error, target);
  }
  // The name is in place; where folders cannot be flushed, the file system does it in its own time.
  await disk.syncFolder(folder).catch(() => undefined);
}

/** The next piece is made while one is written. */
async function writeAll(file: OpenFile, content: AsyncIterable<Uint8Array>): Promise<void> {
  let writing = Promise.resolve();
  try {
    for await (const chunk of content) {
      await writing;
      writing = file.write(chunk);
      writing.catch(() => undefined); // told when its turn comes
    }
  } finally {
    await writing;
  }
}

async function existing(target: string, disk: Disk): Promise<Kind | undefined> {
  let kind: Kind;
  try {
    kind = await disk.lstat(target);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw told(error, target);
  }
  if (kind.isSymbolicLink())
    throw new SaveFault(l10n.t("{0}: is a symbolic link; name the file that it points to", target));
  if (kind.isDirectory()) throw new SaveFault(l10n.t("{0}: is a folder", target));
  if (!kind.isFile()) throw new SaveFault(l10n.t("{0}: is no ordinary file", target));
  if ((kind.mode & 0o222) === 0) throw new SaveFault(l10n.t("{0}: is read-only", target));
  try {
    await disk.checkWritable(target);
  } catch {
    throw new SaveFault(l10n.t("{0}: is read-only", target));
  }
  return kind;
}

function told(error: unknown, target: string): unknown {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new SaveFault(l10n.t("{0}: there is no such folder", target));
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new SaveFault(l10n.t("{0}: no permission to write there", target));
    case "ENOSPC":
    case "EDQUOT":
      return new SaveFault(l10n.t("{0}: the disk is full; the old file is as it was", target));
    case "EIO":
      return new SaveFault(l10n.t("{0}: the disk does not take it; the old file is as it was", target));
    default:
      return error;
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code;
}

export const nodeDisk: Disk = {
  lstat,
  checkWritable: (file) => access(file, constants.W_OK),
  async create(file, mode) {
    const handle = await open(file, "wx", mode);
    return {
      async write(bytes) {
        await handle.writeFile(bytes);
      },
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  read: readChunks,
  chmod,
  rename,
  unlink,
  async syncFolder(folder) {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
