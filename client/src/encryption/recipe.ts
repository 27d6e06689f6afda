import { defaultRecordSize } from "../../../server/src/encryption/aes128gcm";
import { collect, sourceOf } from "../../../server/src/encryption/bytes";
import { encryptStream } from "../../../server/src/encryption/encrypt";
import { keyingMaterial } from "../../../server/src/encryption/keyingMaterial";
import { type Layer, open } from "../../../server/src/encryption/open";
import type { Digest } from "../../../server/src/encryption/passphraseKey";
import type { Platform } from "../../../server/src/encryption/platform";

/** How a file is written, without its key. Plain data: it is remembered for each profile. */
export interface Recipe {
  readonly encryption: "aes-256-cbc" | "aes128gcm" | "none";
  readonly digest: Digest;
  readonly gzip: boolean;
  readonly recordSize: number;
  /** In hexadecimal digits. */
  readonly keyId: string;
}

/** Both extension hosts have the Web's cryptography and streams under the Web's names. */
export const platform = globalThis as unknown as Platform;

/** An editor shows no larger files, and a small file can unpack to any size. */
const maxPlainBytes = 50 << 20;

export function recipe(encryption: Recipe["encryption"], more: Partial<Recipe> = {}): Recipe {
  return { encryption, digest: "md5", gzip: false, recordSize: defaultRecordSize, keyId: "", ...more };
}

/** `plain` as phones take it; random salts make each time different. */
export function encryptBytes(plain: Uint8Array, key: string, how: Recipe): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(key);
  const { gzip, digest, recordSize } = how;
  const keyId = Uint8Array.from(how.keyId.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (how.encryption === "none") return collect(encryptStream(sourceOf(plain), { gzip }, platform));
  const encryption =
    how.encryption === "aes-256-cbc"
      ? { kind: how.encryption, passphrase: bytes, digest }
      : { kind: how.encryption, ikm: keyingMaterial(bytes).bytes, recordSize, keyId };
  return collect(encryptStream(sourceOf(plain), { gzip, encryption }, platform));
}

interface OpenedBytes {
  readonly plain: Uint8Array;
  readonly layers: readonly Layer[];
  readonly recipe: Recipe;
}

/** Opens what a phone would; faults with a EncryptionFault, or a RangeError when it unpacks to too much. */
export async function openBytes(
  encrypted: Uint8Array,
  key: string | undefined,
  encryption?: "aes-256-cbc" | "aes128gcm" | "plain",
): Promise<OpenedBytes> {
  const { layers, content } = await open(
    sourceOf(encrypted),
    { ...(key && { key: new TextEncoder().encode(key) }), ...(encryption && { encryption }) },
    platform,
  );
  return { plain: await collect(content, maxPlainBytes), layers, recipe: recipeOf(layers) };
}

function recipeOf(layers: readonly Layer[]): Recipe {
  const gzip = layers.some(({ kind }) => kind === "gzip");
  const [outer] = layers;
  if (outer?.kind === "aes-256-cbc") return recipe("aes-256-cbc", { gzip, digest: outer.digest });
  if (outer?.kind !== "aes128gcm") return recipe("none", { gzip });
  const keyId = Array.from(outer.keyId, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return recipe("aes128gcm", { gzip, keyId, recordSize: outer.recordSize });
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** For lists and messages. */
export function recipeName({ encryption, digest, gzip }: Recipe): string {
  const cipher = encryption === "aes-256-cbc" ? `AES-256-CBC (${digest === "md5" ? "MD5" : "SHA-256"})` : encryption;
  return [...(gzip ? ["gzip"] : []), ...(encryption === "none" ? [] : [cipher])].join(" + ") || "plain";
}
