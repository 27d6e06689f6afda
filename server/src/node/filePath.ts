// Names of files as the system has them: bytes, which need not be UTF-8. A name that is stays a string.
import path from "node:path";

export type FilePath = string | Buffer;

const slash = 0x2f;

export function joinPath(folder: FilePath, name: FilePath): FilePath {
  if (typeof folder === "string" && typeof name === "string") return path.join(folder, name);
  return Buffer.concat([Buffer.from(folder), Buffer.of(slash), Buffer.from(name)]);
}

export function folderOf(file: FilePath): FilePath {
  if (typeof file === "string") return path.dirname(file);
  const end = file.lastIndexOf(slash);
  return end < 0 ? "." : end === 0 ? "/" : asPath(file.subarray(0, end));
}

export function baseOf(file: FilePath): FilePath {
  return typeof file === "string" ? path.basename(file) : asPath(file.subarray(file.lastIndexOf(slash) + 1));
}

/** A string where the bytes are UTF-8. */
export function asPath(bytes: Buffer): FilePath {
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : bytes;
}

/** As people read it; bytes that are not UTF-8 are spelled out, as in `caf\xe9.xml`. */
export function shownPath(file: FilePath): string {
  if (typeof file === "string") return file;
  return file.toString("latin1").replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a byte of ASCII is valid
    /(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+|[\x80-\xff]/g,
    (run) => (run.length === 1 && run > "\x7f" ? `\\x${hex(run)}` : Buffer.from(run, "latin1").toString()),
  );
}

function hex(byte: string): string {
  return byte.charCodeAt(0).toString(16);
}

/** The name of a draft beside `file`, at most 130 bytes long. */
export function draftOf(file: FilePath, random: string): FilePath {
  const start = Buffer.from(baseOf(file))
    .subarray(0, 100)
    .toString()
    .replace(/\ufffd/g, "_");
  return joinPath(folderOf(file), `.${Buffer.byteLength(start) > 100 ? "draft" : start}.${random}.tmp`);
}
