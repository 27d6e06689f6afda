// Saves a file so that a crash, a full disk or a fault at any step leaves the old one whole: the content goes to
// a new file in the same folder, is flushed, read back and proved, and only then takes the old one's place.
// Reading back shows the same bytes before, while and after they are flushed, so that both are done at a time.
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, link, lstat, open, realpath, rename, unlink } from "node:fs/promises";
import * as l10n from "@vscode/l10n";
import { asPath, draftOf, type FilePath, folderOf, shownPath } from "./filePath";
import { readChunks } from "./readChunks";

/** The calls that a save makes; tests let each of them fail. */
export interface Disk {
  lstat(file: FilePath): Promise<Kind>;
  /** Where the links of a name lead to. */
  realpath(file: FilePath): Promise<FilePath>;
  /** Faults when the file may not be written. */
  checkWritable(file: FilePath): Promise<void>;
  create(file: FilePath, mode: number): Promise<OpenFile>;
  read(file: FilePath): AsyncIterable<Uint8Array>;
  chmod(file: FilePath, mode: number): Promise<void>;
  rename(from: FilePath, to: FilePath): Promise<void>;
  /** Gives a file a second name. */
  link(file: FilePath, name: FilePath): Promise<void>;
  unlink(file: FilePath): Promise<void>;
  syncFolder(folder: FilePath): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface Kind extends Owner {
  readonly mode: number;
  /** How many names the file has. */
  readonly nlink: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  owner(): Promise<Owner>;
  chown(uid: number, gid: number): Promise<void>;
  close(): Promise<void>;
}

interface SaveOptions {
  /** Faults when what was written is not what was meant. */
  readonly verify?: (content: AsyncIterable<Uint8Array>) => Promise<void>;
  /**
   * Rights of a new file, else those that the system gives to new files; an old one's are kept. Files are made for
   * their owner only and opened up at the end.
   */
  readonly mode?: number;
  /** Writes the file that a symbolic link points to; else links are refused. */
  readonly followLinks?: boolean;
  /** Further names of the old file (hard links): they name the new one afterward. With others it is refused. */
  readonly otherNames?: readonly FilePath[];
  readonly disk?: Disk;
}

/** A save that was refused or failed; the old file is as it was. */
export class SaveFault extends Error {
  override name = "SaveFault";
}

const ownerOnly = 0o600;

export async function atomicWrite(
  name: FilePath,
  content: AsyncIterable<Uint8Array>,
  { verify, mode, followLinks = false, otherNames = [], disk = nodeDisk }: SaveOptions = {},
): Promise<void> {
  const { target, old } = await existing(name, followLinks, disk);
  if (old && old.nlink > 1 + otherNames.length)
    throw new SaveFault(
      l10n.t("{0}: The file has other names (hard links), which would keep the old content.", shownPath(name)),
    );
  const draft = draftBeside(target);
  let isMade = false;
  try {
    const file = await disk.create(draft, ownerOnly);
    isMade = true;
    try {
      await writeAll(file, content);
      if (old) await keepOwner(file, old, name);
      for (const step of await Promise.allSettled([file.sync(), verify?.(disk.read(draft))]))
        if (step.status === "rejected") throw step.reason;
    } finally {
      await file.close();
    }
    await disk.chmod(draft, old ? old.mode & 0o7777 : (mode ?? 0o666 & ~process.umask()));
    await disk.rename(draft, target);
    isMade = false;
    for (const other of otherNames) await giveName(target, other, disk);
  } catch (error) {
    if (isMade) await disk.unlink(draft).catch(() => undefined);
    throw withName(error, name);
  }
  // The name is in place; where folders cannot be flushed, the file system does it in its own time.
  await disk.syncFolder(folderOf(target)).catch(() => undefined);
}

const draftBeside = (file: FilePath) => draftOf(file, randomBytes(6).toString("hex"));

/** A program that reads as the owner or for the group must be able to read the new file, too. */
async function keepOwner(file: OpenFile, old: Owner, name: FilePath): Promise<void> {
  const { uid, gid } = await file.owner();
  if (uid === old.uid && gid === old.gid) return;
  try {
    await file.chown(old.uid, old.gid);
  } catch {
    throw new SaveFault(
      l10n.t("{0}: The file belongs to another user or group, which cannot be preserved.", shownPath(name)),
    );
  }
}

/** Takes the place of `name` at a stroke. */
async function giveName(file: FilePath, name: FilePath, disk: Disk): Promise<void> {
  const draft = draftBeside(name);
  try {
    await disk.link(file, draft);
    await disk.rename(draft, name);
  } catch {
    await disk.unlink(draft).catch(() => undefined);
    throw new SaveFault(
      l10n.t(
        "{0}: The file is written, but its other name {1} keeps the old content.",
        shownPath(file),
        shownPath(name),
      ),
    );
  }
}

/** The next piece is made while one is written. */
async function writeAll(file: OpenFile, content: AsyncIterable<Uint8Array>): Promise<void> {
  let writing = Promise.resolve();
  try {
    for await (const chunk of content) {
      await writing;
      writing = file.write(chunk);
      writing.catch(() => undefined); // reported when its turn comes
    }
  } finally {
    await writing;
  }
}

async function existing(
  name: FilePath,
  followLinks: boolean,
  disk: Disk,
): Promise<{ readonly target: FilePath; readonly old?: Kind }> {
  const refuse = (reason: string) => new SaveFault(reason);
  const shown = shownPath(name);
  let target = name;
  let old: Kind;
  try {
    old = await disk.lstat(name);
    if (old.isSymbolicLink() && followLinks) {
      target = await disk.realpath(name).catch((error: unknown) => {
        if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ELOOP") throw error;
        throw refuse(l10n.t("{0}: It is a symbolic link to a file that does not exist.", shown));
      });
      old = await disk.lstat(target);
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { target };
    throw withName(error, name);
  }
  if (old.isSymbolicLink())
    throw refuse(l10n.t("{0}: It is a symbolic link. Specify the file that it points to.", shown));
  if (old.isDirectory()) throw refuse(l10n.t("{0}: It is a folder.", shown));
  if (!old.isFile()) throw refuse(l10n.t("{0}: It is not a regular file.", shown));
  if ((old.mode & 0o222) === 0) throw refuse(l10n.t("{0}: It is read-only.", shown));
  try {
    await disk.checkWritable(target);
  } catch {
    throw refuse(l10n.t("{0}: It is read-only.", shown));
  }
  return { target, old };
}

function withName(error: unknown, name: FilePath): unknown {
  const shown = shownPath(name);
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new SaveFault(l10n.t("{0}: No such folder.", shown));
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new SaveFault(l10n.t("{0}: No permission to write there.", shown));
    case "ENOSPC":
    case "EDQUOT":
      return new SaveFault(l10n.t("{0}: The disk is full. The old file is unchanged.", shown));
    case "EIO":
      return new SaveFault(l10n.t("{0}: The disk reports an error. The old file is unchanged.", shown));
    default:
      return error;
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code;
}

/** Functions of its own, so that Node loads the module when the first one is called. */
export const nodeDisk: Disk = {
  lstat: (file) => lstat(file),
  realpath: async (file) => (typeof file === "string" ? realpath(file) : asPath(await realpath(file, "buffer"))),
  checkWritable: (file) => access(file, constants.W_OK),
  async create(file, mode) {
    const handle = await open(file, "wx", mode);
    return {
      async write(bytes) {
        await handle.writeFile(bytes);
      },
      sync: () => handle.sync(),
      owner: () => handle.stat(),
      chown: (uid, gid) => handle.chown(uid, gid),
      close: () => handle.close(),
    };
  },
  read: (file) => readChunks(file),
  chmod: (file, mode) => chmod(file, mode),
  rename: (file, name) => rename(file, name),
  link: (file, name) => link(file, name),
  unlink: (file) => unlink(file),
  async syncFolder(folder) {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
