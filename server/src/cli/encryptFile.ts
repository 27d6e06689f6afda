import { existsSync } from "node:fs";
import { ByteReader } from "../encryption/bytes";
import { type Encryption, encryptStream } from "../encryption/encrypt";
import { inspect, inspectedLength } from "../encryption/inspect";
import type { IkmEncoding } from "../encryption/keyingMaterial";
import { keyingMaterial } from "../encryption/keyingMaterial";
import { open } from "../encryption/open";
import type { Digest } from "../encryption/passphraseKey";
import { atomicWrite, type Disk, nodeDisk } from "../node/atomicWrite";
import { platform } from "../node/platform";
import { releasing } from "../node/releaseBytes";
import { bytesOf, fingerprinted, fingerprintOf, printAll } from "./byteFiles";
import { UsageError } from "./verb";

export interface FileEncryption {
  readonly format: "aes-256-cbc" | "aes128gcm";
  readonly digest: Digest;
  readonly gzip?: boolean;
  readonly recordSize: number;
  readonly keyId?: string;
  readonly ikm?: IkmEncoding;
  readonly force?: boolean;
}

const pieceSize = 1 << 20;

/** Encrypts `from` to `to`; what is written is decrypted again before it takes an old file's place. */
export async function encryptFile(
  from: string,
  to: string,
  key: Uint8Array,
  options: FileEncryption,
  { disk = nodeDisk, read = bytesOf }: { readonly disk?: Disk; readonly read?: typeof bytesOf } = {},
): Promise<void> {
  const reader = new ByteReader(read(from));
  try {
    const { kind } = inspect(await reader.peek(inspectedLength));
    if (!options.force && (kind === "openssl" || kind === "openssl-base64"))
      throw new UsageError(`${from}: The file is already encrypted. Use --force to encrypt it again.`);
    if (options.gzip && kind === "gzip") throw new UsageError(`${from}: The file is already compressed. Omit --gzip.`);
    const plan = { gzip: options.gzip ?? false, encryption: encryptionOf(key, options) };
    if (to === "-") return await printAll(encryptStream(reader.rest(pieceSize), plan, platform));
    const plain = fingerprinted(reader.rest(pieceSize));
    const encrypted = encryptStream(plain.content, plan, platform);
    let expected: string | undefined;
    await atomicWrite(to, releasing(encrypted), {
      disk,
      verify: async (written) => {
        expected ??= plain.fingerprint();
        // A file that came compressed and stays so is unpacked by opening it; its bytes are compared unopened.
        const { content } = await open(
          written,
          { ...openingOf(key, options), keepGzip: !options.gzip, anyContent: true },
          platform,
        );
        if ((await fingerprintOf(content)) !== expected)
          throw new Error(`${to}: The written file does not decrypt to the input. The old file is unchanged.`);
      },
    });
  } finally {
    await reader.close();
  }
}

/** Whether `file` decrypts with `key` to what `from` contains. */
export async function isEncrypted(
  from: string,
  file: string,
  key: Uint8Array,
  options: FileEncryption,
  disk: Disk,
): Promise<boolean> {
  if (!existsSync(file)) return false;
  try {
    const { content } = await open(
      disk.read(file),
      { ...openingOf(key, options), keepGzip: !options.gzip, anyContent: true },
      platform,
    );
    const [is, wanted] = await Promise.all([fingerprintOf(content), fingerprintOf(disk.read(from))]);
    return is === wanted;
  } catch {
    return false; // it is something else: it is to be written
  }
}

function encryptionOf(key: Uint8Array, { format, digest, recordSize, keyId = "", ikm }: FileEncryption): Encryption {
  if (format === "aes-256-cbc") return { kind: format, passphrase: key, digest };
  return { kind: format, ikm: keyingMaterial(key, ikm).bytes, recordSize, keyId: Buffer.from(keyId) };
}

function openingOf(key: Uint8Array, { format, digest, ikm }: FileEncryption) {
  return { key, encryption: format, digest, ...(ikm && { ikmEncoding: ikm }) };
}
