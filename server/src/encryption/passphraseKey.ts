// Key and initialisation vector from a passphrase, as `openssl enc` makes them without -pbkdf2
// (EVP_BytesToKey with one round): specification 7.2.
//   D1 = H(pass salt), Dn = H(Dn-1 pass salt); key = first 32 bytes of D1 D2 …, iv = the next 16.
import { md5 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat } from "./bytes";
import type { Platform } from "./platform";

export type Digest = "md5" | "sha256";

export interface CbcKey {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

const hashes: Readonly<Record<Digest, (bytes: Uint8Array) => Uint8Array>> = { md5, sha256 };
const keyLength = 32;
const ivLength = 16;

export function passphraseKey(passphrase: Uint8Array, salt: Uint8Array, digest: Digest): CbcKey {
  const hash = hashes[digest];
  let material = new Uint8Array();
  let last = new Uint8Array();
  while (material.length < keyLength + ivLength) {
    last = new Uint8Array(hash(concat(last, passphrase, salt)));
    material = new Uint8Array(concat(material, last));
  }
  return cut(material);
}

/** As `openssl enc -pbkdf2` does with its default count; only to say so of a file that was written that way. */
export async function pbkdf2Key(
  passphrase: Uint8Array,
  salt: Uint8Array,
  { crypto: { subtle } }: Platform,
): Promise<CbcKey> {
  const key = await subtle.importKey("raw", passphrase, "PBKDF2", false, ["deriveBits"]);
  const algorithm = { name: "PBKDF2", hash: "SHA-256", salt, iterations: 10_000 };
  return cut(new Uint8Array(await subtle.deriveBits(algorithm, key, (keyLength + ivLength) * 8)));
}

function cut(material: Uint8Array): CbcKey {
  return { key: material.slice(0, keyLength), iv: material.slice(keyLength, keyLength + ivLength) };
}
