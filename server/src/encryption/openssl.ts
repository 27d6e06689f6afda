// Files as `openssl enc -aes-256-cbc` writes them: specification 7.2.
//   file = "Salted__" salt(8) AES-256-CBC(PKCS #7)
import * as l10n from "@vscode/l10n";
import { cbcChain, decryptCbc, encryptCbc, unpaddedLength } from "./aesCbc";
import { type ByteReader, concat, startsWith } from "./bytes";
import { type Content, contentOf, saltedMark } from "./content";
import { EncryptionFault, notText, pbkdf2, wrongKey } from "./encryptionFault";
import { type CbcKey, type Digest, passphraseKey, pbkdf2Key } from "./passphraseKey";
import type { ByteSource, Platform } from "./platform";

const saltLength = 8;
/** Plain text that is looked at to see whether a key fits. */
const sample = 4096;

export interface OpensslOptions {
  readonly passphrase: Uint8Array;
  readonly digest: Digest;
  /** For tests; random otherwise. */
  readonly salt?: Uint8Array;
}

export async function* encryptOpenssl(
  source: ByteSource,
  { passphrase, digest, salt }: OpensslOptions,
  platform: Platform,
): AsyncGenerator<Uint8Array> {
  const used = salt?.slice() ?? new Uint8Array(saltLength);
  if (!salt) platform.crypto.getRandomValues(used);
  yield concat(saltedMark, used);
  yield* encryptCbc(source, passphraseKey(passphrase, used, digest), platform);
}

interface OpenedOpenssl {
  readonly digest: Digest;
  readonly salt: Uint8Array;
  readonly key: CbcKey;
  readonly content: AsyncGenerator<Uint8Array>;
}

/** Opens what `reader` reads; tries both digests unless one is asked for, and says which fits. */
export async function openOpenssl(
  reader: ByteReader,
  passphrase: Uint8Array,
  platform: Platform,
  wanted?: Digest,
): Promise<OpenedOpenssl> {
  const header = await reader.take(saltedMark.length + saltLength);
  const salt = header.slice(saltedMark.length);
  if (!startsWith(header, saltedMark))
    throw new EncryptionFault(
      "not-encrypted",
      l10n.t("The file is not encrypted in the openssl format. It does not start with Salted__."),
    );
  const [head, isWhole] = await peekSample(reader);
  if (salt.length < saltLength || head.length === 0)
    throw new EncryptionFault("truncated", l10n.t("The file is cut off after its salt."));
  const digests = ["md5", "sha256"] as const;
  const fitting = async (digest: Digest) => fits(passphraseKey(passphrase, salt, digest), head, isWhole, platform);
  let digest = wanted;
  for (const each of digests) if (!digest && (await fitting(each))) digest = each;
  // A digest that was named is taken at its word, but not where it is plain that another one was meant.
  if (
    wanted &&
    !(await fitting(wanted)) &&
    (await fits(await pbkdf2Key(passphrase, salt, platform), head, isWhole, platform))
  )
    throw pbkdf2();
  if (digest) {
    const key = passphraseKey(passphrase, salt, digest);
    return { digest, salt, key, content: decryptCbc(reader, key, platform) };
  }
  if (await fits(await pbkdf2Key(passphrase, salt, platform), head, isWhole, platform)) throw pbkdf2();
  for (const each of digests)
    if (await endsRight(passphraseKey(passphrase, salt, each), reader, platform)) throw notText(each);
  throw wrongKey();
}

/** Bytes of a file up to which its end is looked at. */
const maxInspectedBytes = 16 << 20;

/** Whether the padding at the end is that of the key: one wrong key in two hundred passes. */
async function endsRight(key: CbcKey, reader: ByteReader, platform: Platform): Promise<boolean> {
  const all = await reader.peek(maxInspectedBytes + 1);
  if (all.length > maxInspectedBytes || all.length % 16 !== 0) return false;
  const previous = all.length > 16 ? all.slice(-32, -16) : key.iv;
  const plain = await cbcChain("decrypt", { ...key, iv: previous }, platform).decrypt(all.slice(-16));
  return unpaddedLength(plain) !== undefined;
}

/** Whole blocks from the beginning, and whether they are all there is. */
async function peekSample(reader: ByteReader): Promise<readonly [Uint8Array, boolean]> {
  const head = await reader.peek(sample + 1);
  const isWhole = head.length <= sample;
  if (isWhole && head.length % 16 !== 0)
    throw new EncryptionFault("truncated", l10n.t("The file is cut off within a block of 16 bytes."));
  return [head.subarray(0, sample), isWhole];
}

async function fits(key: CbcKey, head: Uint8Array, isWhole: boolean, platform: Platform): Promise<boolean> {
  return (await contentWith(key, head, isWhole, platform)) !== undefined;
}

async function contentWith(
  key: CbcKey,
  head: Uint8Array,
  isWhole: boolean,
  platform: Platform,
): Promise<Content | undefined> {
  const plain = await cbcChain("decrypt", key, platform).decrypt(head);
  if (!isWhole) return contentOf(plain);
  const length = unpaddedLength(plain);
  return length === undefined ? undefined : contentOf(plain.subarray(0, length));
}
