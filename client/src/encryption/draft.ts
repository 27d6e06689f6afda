// A draft's file: aes128gcm of a line of JSON, the file's state when it was read, and the plain text.
import { encryptAes128gcm } from "../../../server/src/encryption/aes128gcm";
import { ascii, asciiText, collect, concat, sourceOf } from "../../../server/src/encryption/bytes";
import { EncryptionFault } from "../../../server/src/encryption/encryptionFault";
import { open } from "../../../server/src/encryption/open";
import { platform } from "./recipe";

/** A file's state on its disk; another one means that somebody wrote to it. */
export interface FileState {
  readonly mtime: number;
  readonly size: number;
}

export interface Draft {
  /** The encrypted file as it was when the changes began. */
  readonly base: FileState;
  readonly content: Uint8Array;
}

const recordSize = 1 << 16;

export function encryptDraft({ base: { mtime, size }, content }: Draft, ikm: Uint8Array): Promise<Uint8Array> {
  const plain = concat(ascii(`${JSON.stringify({ mtime, size })}\n`), content);
  return collect(encryptAes128gcm(sourceOf(plain), { ikm, recordSize }, platform));
}

/** undefined when `ikm` does not open it, or it is damaged. */
export async function openDraft(bytes: Uint8Array, ikm: Uint8Array): Promise<Draft | undefined> {
  try {
    const how = { key: ikm, encryption: "aes128gcm", ikmEncoding: "text", keepGzip: true } as const;
    const plain = await collect((await open(sourceOf(bytes), how, platform)).content);
    const end = plain.indexOf(10);
    const { mtime, size } = JSON.parse(asciiText(plain.subarray(0, end)) ?? "") as FileState;
    return { base: { mtime, size }, content: plain.slice(end + 1) };
  } catch (error) {
    if (error instanceof EncryptionFault || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
