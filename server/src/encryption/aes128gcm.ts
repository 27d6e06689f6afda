// Content coding aes128gcm, RFC 8188: specification 7.3.
//   body   = salt(16) rs(4) idlen(1) keyid(idlen) record…
//   record = AES-128-GCM(data delimiter zero*), rs bytes, the last one 18 to rs; delimiter 2 in the last, else 1
//   CEK    = HKDF-SHA-256(salt, IKM, "Content-Encoding: aes128gcm" 0, 16)
//   nonce  = HKDF-SHA-256(salt, IKM, "Content-Encoding: nonce" 0, 12) xor record number
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import * as l10n from "@vscode/l10n";
import { ascii, ByteReader, concat } from "./bytes";
import { EncryptionFault } from "./encryptionFault";
import type { ByteSource, Platform } from "./platform";

export interface Aes128gcmOptions {
  readonly ikm: Uint8Array;
  readonly recordSize?: number;
  readonly keyId?: Uint8Array;
  /** For tests; random otherwise. */
  readonly salt?: Uint8Array;
}

interface Aes128gcmHeader {
  readonly salt: Uint8Array;
  readonly recordSize: number;
  readonly keyId: Uint8Array;
}

export const defaultRecordSize = 4096;
const minRecordSize = 18;
/** A record is proved as a whole, so it has to fit into memory. */
export const maxRecordSize = 64 << 20;
const tagLength = 16;
const saltLength = 16;
const fixedLength = 21;
/** Bytes whose records are in work at the same time. */
const batch = 1 << 20;
const maxInBatch = 256;

interface RecordKeys {
  readonly key: unknown;
  readonly nonce: Uint8Array;
}

async function recordKeys(ikm: Uint8Array, salt: Uint8Array, { crypto: { subtle } }: Platform): Promise<RecordKeys> {
  const bytes = hkdf(sha256, ikm, salt, ascii("Content-Encoding: aes128gcm\0"), 16);
  return {
    key: await subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]),
    nonce: hkdf(sha256, ikm, salt, ascii("Content-Encoding: nonce\0"), 12),
  };
}

function nonceOf(base: Uint8Array, record: number): Uint8Array {
  const nonce = base.slice();
  for (let i = 11, rest = record; rest > 0; i--, rest = Math.floor(rest / 256))
    nonce[i] = (nonce[i] ?? 0) ^ (rest % 256);
  return nonce;
}

/** The header at the start of `head`; undefined when `head` is too short or no record fits its record size. */
export function aes128gcmHeader(head: Uint8Array): Aes128gcmHeader | undefined {
  const length = fixedLength + (head[fixedLength - 1] ?? 0);
  if (head.length < length || length < fixedLength) return undefined;
  const recordSize = new DataView(head.buffer, head.byteOffset).getUint32(saltLength);
  if (recordSize < minRecordSize) return undefined;
  return { salt: head.slice(0, saltLength), recordSize, keyId: head.slice(fixedLength, length) };
}

export async function* encryptAes128gcm(
  source: ByteSource,
  { ikm, recordSize = defaultRecordSize, keyId = new Uint8Array(), salt }: Aes128gcmOptions,
  platform: Platform,
): AsyncGenerator<Uint8Array> {
  if (!Number.isInteger(recordSize) || recordSize < minRecordSize || recordSize > maxRecordSize)
    throw new EncryptionFault(
      "bad-argument",
      l10n.t("The record size must be {0} to {1}.", minRecordSize, maxRecordSize),
    );
  if (keyId.length > 255) throw new EncryptionFault("bad-argument", l10n.t("A key ID can have 255 bytes."));
  const used = salt?.slice() ?? new Uint8Array(saltLength);
  if (!salt) platform.crypto.getRandomValues(used);
  const fixed = new Uint8Array(5);
  new DataView(fixed.buffer).setUint32(0, recordSize);
  fixed[4] = keyId.length;
  yield concat(used, fixed, keyId);

  const { key, nonce } = await recordKeys(ikm, used, platform);
  const encrypt = async (record: Uint8Array, number: number) =>
    new Uint8Array(await platform.crypto.subtle.encrypt({ name: "AES-GCM", iv: nonceOf(nonce, number) }, key, record));
  const room = recordSize - tagLength - 1;
  const reader = new ByteReader(source);
  try {
    for (let number = 0, isLast = false; !isLast; ) {
      const running: Promise<Uint8Array>[] = [];
      while (!isLast && running.length < inBatch(recordSize)) {
        const data = await reader.take(room);
        isLast = (await reader.peek(1)).length === 0;
        running.push(encrypt(concat(data, Uint8Array.of(isLast ? 2 : 1)), number++));
      }
      yield concat(...(await Promise.all(running)));
    }
  } finally {
    await reader.close();
  }
}

interface OpenedAes128gcm extends Aes128gcmHeader {
  readonly content: AsyncGenerator<Uint8Array>;
}

export async function openAes128gcm(reader: ByteReader, ikm: Uint8Array, platform: Platform): Promise<OpenedAes128gcm> {
  const head = await reader.peek(fixedLength + 255);
  const header = aes128gcmHeader(head);
  if (!header) {
    if (head.length < fixedLength || head.length < fixedLength + (head[fixedLength - 1] ?? 0))
      throw new EncryptionFault("truncated", l10n.t("The file is too short for aes128gcm."));
    throw new EncryptionFault("not-encrypted", l10n.t("The file is not aes128gcm. Its record size is less than 18."));
  }
  await reader.take(fixedLength + header.keyId.length);
  return { ...header, content: records(reader, header, ikm, platform) };
}

async function* records(
  reader: ByteReader,
  { salt, recordSize }: Aes128gcmHeader,
  ikm: Uint8Array,
  platform: Platform,
): AsyncGenerator<Uint8Array> {
  const { key, nonce } = await recordKeys(ikm, salt, platform);
  const open = async (record: Uint8Array, number: number, isLast: boolean) => {
    if (record.length <= tagLength) throw cutOff();
    const encrypted = platform.crypto.subtle.decrypt({ name: "AES-GCM", iv: nonceOf(nonce, number) }, key, record);
    const plain = await encrypted.then(
      (bytes) => new Uint8Array(bytes),
      () => undefined,
    );
    if (!plain) throw unproved(number, isLast);
    return withoutPadding(plain, isLast);
  };
  try {
    const size = Math.min(recordSize, maxRecordSize);
    for (let number = 0, isLast = false; !isLast; ) {
      const running: Promise<Uint8Array>[] = [];
      while (!isLast && running.length < inBatch(recordSize)) {
        const record = await reader.take(size);
        isLast = (await reader.peek(1)).length === 0;
        if (!isLast && recordSize > maxRecordSize)
          throw new EncryptionFault("record-size", l10n.t("A record of {0} bytes is too large to verify.", recordSize));
        running.push(open(record, number++, isLast));
      }
      // In order, so that the first faulty record is reported; none of the others is left without a listener.
      for (const outcome of await Promise.allSettled(running)) {
        if (outcome.status === "rejected") throw outcome.reason;
        if (outcome.value.length > 0) yield outcome.value;
      }
    }
  } finally {
    await reader.close();
  }
}

function withoutPadding(plain: Uint8Array, isLast: boolean): Uint8Array {
  let end = plain.length - 1;
  while (end >= 0 && plain[end] === 0) end--;
  const delimiter = plain[end];
  if (delimiter !== (isLast ? 2 : 1)) {
    if (isLast && delimiter === 1) throw cutOff();
    throw new EncryptionFault("damaged", l10n.t("The file is damaged. A record does not end as aes128gcm requires."));
  }
  return plain.subarray(0, end);
}

function inBatch(recordSize: number): number {
  return Math.max(1, Math.min(maxInBatch, Math.floor(batch / recordSize)));
}

function cutOff(): EncryptionFault {
  return new EncryptionFault("truncated", l10n.t("The file is cut off. Its last record is missing."));
}

function unproved(number: number, isLast: boolean): EncryptionFault {
  if (number === 0) return new EncryptionFault("wrong-key", l10n.t("The key is wrong, or the file is damaged."));
  return new EncryptionFault(
    "damaged",
    isLast
      ? l10n.t("The file is damaged or cut off in its last record, number {0}.", number + 1)
      : l10n.t("The file is damaged in record {0}.", number + 1),
  );
}
