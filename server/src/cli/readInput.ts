import { type ReadStream, statSync } from "node:fs";
import type { FilePath } from "../node/filePath";
import { openOrdinary, readOrdinary, readOrdinarySync, readReason, tooLarge } from "../node/ordinaryFile";
import { type Decoded, decode, encryptedForm } from "./encoding";
import { withFile } from "./fileFault";
import { UsageError } from "./verb";

/** Files larger than this are refused: the longest text of JavaScript is near. */
const maxBytes = 400_000_000;
/** Configurations, keys and lists that a run needs besides its files. */
const maxConfigBytes = 50_000_000;

/** What is read: a file that a person named, or one found in a folder or by a pattern. */
interface Source {
  /** As it is named in reports; `-` for standard input. */
  readonly name: string;
  /** Where it is, when that is not its name. */
  readonly path?: FilePath;
  readonly found?: boolean;
  /** In bytes, of an ordinary file whose folder said so a moment ago. */
  readonly size?: number;
}

/** A file that is text for its phones alone. */
export class EncryptedInput extends UsageError {}

async function readBytes({ name, path = name, found = false, size = 0 }: Source): Promise<Uint8Array> {
  if (found && size > 0 && size <= maxSmall && isQuick()) return readAtOnce(path);
  if (name !== "-") return readOrdinary(path, { limit: maxBytes, mayBePipe: !found });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > maxBytes) throw tooLarge(maxBytes);
  }
  return Buffer.concat(chunks);
}

/** Bytes of files that are read at once: to ask another thread for each takes longer than to read it. */
const maxSmall = 1 << 20;
/** Milliseconds that such a file takes at most; the disk of a network takes longer, and several are asked for at a time. */
const maxMilliseconds = 2;

let read = 0;
let milliseconds = 0;
const isQuick = () => read < 8 || milliseconds / read < maxMilliseconds;

function readAtOnce(path: FilePath): Uint8Array {
  const start = performance.now();
  try {
    return readOrdinarySync(path, { limit: maxBytes, isListed: true });
  } finally {
    read++;
    milliseconds += performance.now() - start;
  }
}

/** The text of an input; throws a UsageError if it cannot be read or is not text. */
export async function readInput(source: Source): Promise<Decoded> {
  const { name } = source;
  const bytes = await withFile(name, () => readBytes(source));
  const encrypted = encryptedForm(bytes);
  if (encrypted === "gzip")
    throw new EncryptedInput(`${name}: The file is compressed with gzip. Decompress it first (flat-profile decrypt).`);
  if (encrypted)
    throw new EncryptedInput(
      `${name}: The file is encrypted in the openssl format. Decrypt it first (flat-profile decrypt).`,
    );
  return decode(bytes);
}

/** A file that a run needs besides its inputs, which a person named; `shown` is its name in reports. */
export function readAside(name: string, shown = name): Promise<Uint8Array> {
  return withFile(shown, () => readOrdinary(name, { limit: maxConfigBytes, mayBePipe: true }));
}

/** All of it if it is an ordinary file of so many bytes at most: a stream takes longer to open than that to read. */
export function smallAside(name: string, maxSize: number): Uint8Array | undefined {
  try {
    const kind = statSync(name);
    return kind.isFile() && kind.size <= maxSize ? readOrdinarySync(name, { limit: maxConfigBytes }) : undefined;
  } catch {
    return undefined; // the stream says why
  }
}

/** The same to be read piece by piece. */
export function openAside(name: string, highWaterMark: number): Promise<ReadStream> {
  return withFile(name, async () => (await openOrdinary(name, true)).handle.createReadStream({ highWaterMark }));
}

/** The text of a file that was not named, read from a folder; undefined if there is none. */
export function readBeside(name: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readOrdinarySync(name, { limit: maxConfigBytes }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") throw new UsageError(`${name}: The file is not UTF-8 text.`);
    throw new UsageError(`${name}: ${readReason(error)}`);
  }
}
