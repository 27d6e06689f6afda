// Reads files that a folder, a workspace or a configuration brings along. Only ordinary files are opened, and only so
// many bytes are read: a pipe without a writer would wait for ever, a device may never end.
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import * as l10n from "@vscode/l10n";
import type { FilePath } from "./filePath";

/** Why a file is not read, in words; the name of the file is left to who reports it. */
export class ReadFault extends Error {
  override name = "ReadFault";
}

export interface Reading {
  /** Bytes; larger files are refused. */
  readonly limit: number;
  /** A person named the file: it may be a pipe. */
  readonly mayBePipe?: boolean;
}

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

/** Windows has no such flags. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants>;
const noWaiting = (O_RDONLY ?? 0) | O_NONBLOCK | O_NOCTTY;
const pieceSize = 1 << 16;
/** One more than the file has shows that it has grown; pipes and the files of /proc say that they are empty. */
const roomFor = (size: number) => (size === 0 ? pieceSize : size + 1);

export async function openOrdinary(
  file: FilePath,
  mayBePipe = false,
): Promise<{ readonly handle: FileHandle; readonly size: number }> {
  const kind = await stat(file);
  refuseOther(kind, mayBePipe);
  // Something else may have taken its place since: it is opened without waiting, and asked again.
  const handle = await open(file, kind.isFIFO() ? "r" : noWaiting);
  try {
    const now = await handle.stat();
    refuseOther(now, mayBePipe);
    return { handle, size: now.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export async function readOrdinary(file: FilePath, { limit, mayBePipe = false }: Reading): Promise<Uint8Array> {
  const { handle, size } = await openOrdinary(file, mayBePipe);
  try {
    if (size > limit) throw tooLarge(limit);
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (let room = roomFor(size); ; room = pieceSize) {
      const piece = Buffer.allocUnsafeSlow(room);
      const { bytesRead } = await handle.read(piece, 0, room, null);
      if (bytesRead > 0) pieces.push(piece.subarray(0, bytesRead));
      length += bytesRead;
      if (length > limit) throw tooLarge(limit);
      if (bytesRead === 0 || length === size) break;
    }
    return pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces, length);
  } finally {
    await handle.close();
  }
}

/** `isListed`: its folder said a moment ago that it is an ordinary file. */
export function readOrdinarySync(
  file: FilePath,
  { limit, isListed = false }: Pick<Reading, "limit"> & { readonly isListed?: boolean },
): Buffer {
  if (!isListed) refuseOther(statSync(file), false);
  const handle = openSync(file, noWaiting);
  try {
    const kind = fstatSync(handle);
    refuseOther(kind, false);
    if (kind.size > limit) throw tooLarge(limit);
    const pieces: Buffer[] = [];
    let length = 0;
    for (let room = roomFor(kind.size); ; room = pieceSize) {
      const piece = Buffer.allocUnsafe(room);
      const count = readSync(handle, piece, 0, room, null);
      if (count > 0) pieces.push(piece.subarray(0, count));
      length += count;
      if (length > limit) throw tooLarge(limit);
      if (count === 0 || length === kind.size) break;
    }
    return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces, length);
  } finally {
    closeSync(handle);
  }
}

function refuseOther(kind: Kind, mayBePipe: boolean): void {
  if (kind.isFile() || (mayBePipe && kind.isFIFO())) return;
  if (kind.isDirectory()) throw new ReadFault(l10n.t("It is a folder."));
  if (kind.isFIFO()) throw new ReadFault(l10n.t("It is a pipe. A pipe is read only if its own name is given."));
  if (kind.isSocket()) throw new ReadFault(l10n.t("It is a socket, not a file."));
  throw new ReadFault(l10n.t("It is a device, not a file."));
}

export function tooLarge(limit: number): ReadFault {
  return new ReadFault(l10n.t("It is larger than {0} MB.", limit / 1e6));
}

/** Why a file cannot be read, in words. */
export function readReason(error: unknown): string {
  if (error instanceof ReadFault) return error.message;
  const code = (error as { code?: unknown } | undefined)?.code;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return l10n.t("No such file.");
    case "EACCES":
    case "EPERM":
      return l10n.t("No permission to read it.");
    case "EISDIR":
      return l10n.t("It is a folder.");
    case "ELOOP":
      return l10n.t("It is a link that points to itself.");
    case "ENXIO":
      return l10n.t("It is a socket, not a file.");
    case "ENAMETOOLONG":
      return l10n.t("The name is too long.");
    default:
      return typeof code === "string" ? l10n.t("It cannot be read ({0}).", code) : l10n.t("It cannot be read.");
  }
}
