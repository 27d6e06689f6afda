// AES-CBC piece by piece. WebCrypto does a whole message at a time and always pads, so pieces are chained by hand:
// the last cipher block of a piece is the vector of the next, and the padding that WebCrypto needs at the end of
// a piece is put there before (when decrypting) or cut off after (when encrypting). Where the host goes on by itself
// from call to call, nothing of that is needed, and nothing is copied.
import * as l10n from "@vscode/l10n";
import { ByteReader, concat } from "./bytes";
import { EncryptionFault, wrongKey } from "./encryptionFault";
import type { CbcKey } from "./passphraseKey";
import type { Blocks, ByteSource, Platform } from "./platform";

const block = 16;
/** Bytes that are in work at a time: large enough that calls cost nothing, small enough for any memory. */
const piece = 1 << 20;

/** One CBC message without regard to padding, over any number of calls. */
interface CbcChain {
  /** `plain` is whole blocks; with `isLast` anything, and padding follows. */
  encrypt(plain: Uint8Array, isLast: boolean): Promise<Uint8Array>;
  /** `encrypted` is whole blocks, at least one; padding stays. */
  decrypt(encrypted: Uint8Array): Promise<Uint8Array>;
}

export function cbcChain(how: "encrypt" | "decrypt", key: CbcKey, platform: Platform): CbcChain {
  return platform.cbc ? new HostChain(platform.cbc(how, key.key, key.iv)) : new WebChain(key, platform);
}

class HostChain implements CbcChain {
  readonly #blocks: Blocks;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
  }

  async encrypt(plain: Uint8Array, isLast: boolean): Promise<Uint8Array> {
    return this.#blocks.update(isLast ? padded(plain) : plain);
  }

  async decrypt(encrypted: Uint8Array): Promise<Uint8Array> {
    return this.#blocks.update(encrypted);
  }
}

class WebChain implements CbcChain {
  readonly #platform: Platform;
  readonly #key: Promise<unknown>;
  #iv: Uint8Array;

  constructor({ key, iv }: CbcKey, platform: Platform) {
    this.#platform = platform;
    this.#key = platform.crypto.subtle.importKey("raw", key, "AES-CBC", false, ["encrypt", "decrypt"]);
    this.#iv = iv;
  }

  async encrypt(plain: Uint8Array, isLast: boolean): Promise<Uint8Array> {
    const encrypted = await this.#run("encrypt", this.#iv, plain);
    if (isLast) return encrypted;
    const whole = encrypted.subarray(0, plain.length);
    this.#iv = whole.slice(-block);
    return whole;
  }

  async decrypt(encrypted: Uint8Array): Promise<Uint8Array> {
    const last = encrypted.slice(-block);
    // An empty message after this piece is exactly the block of padding that WebCrypto takes off again.
    const padding = await this.#run("encrypt", last, new Uint8Array());
    const plain = await this.#run("decrypt", this.#iv, concat(encrypted, padding));
    this.#iv = last;
    return plain;
  }

  async #run(how: "encrypt" | "decrypt", iv: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
    return new Uint8Array(await this.#platform.crypto.subtle[how]({ name: "AES-CBC", iv }, await this.#key, data));
  }
}

export async function* encryptCbc(source: ByteSource, key: CbcKey, platform: Platform): AsyncGenerator<Uint8Array> {
  const chain = cbcChain("encrypt", key, platform);
  const reader = new ByteReader(source);
  try {
    let plain = await reader.takeUnits(block, piece);
    for (;;) {
      const next = await reader.takeUnits(block, piece);
      const isLast = next.length === 0;
      yield await chain.encrypt(plain, isLast);
      if (isLast) return;
      plain = next;
    }
  } finally {
    await reader.close();
  }
}

/** The rest of `reader`, decrypted; faults when it ends within a block or its padding is invalid. */
export async function* decryptCbc(reader: ByteReader, key: CbcKey, platform: Platform): AsyncGenerator<Uint8Array> {
  const chain = cbcChain("decrypt", key, platform);
  try {
    let encrypted = await reader.takeUnits(block, piece);
    for (;;) {
      if (encrypted.length === 0 || encrypted.length % block !== 0)
        throw new EncryptionFault("truncated", l10n.t("The file is cut off within a block of 16 bytes."));
      const [plain, next] = await Promise.all([chain.decrypt(encrypted), reader.takeUnits(block, piece)]);
      if (next.length > 0) yield plain;
      else {
        const length = unpaddedLength(plain);
        if (length === undefined) throw wrongKey();
        yield plain.subarray(0, length);
        return;
      }
      encrypted = next;
    }
  } finally {
    await reader.close();
  }
}

/** `plain` with PKCS #7 padding. */
function padded(plain: Uint8Array): Uint8Array {
  const count = block - (plain.length % block);
  return concat(plain, new Uint8Array(count).fill(count));
}

/** Length without PKCS #7 padding; undefined if the padding is invalid. */
export function unpaddedLength(plain: Uint8Array): number | undefined {
  const count = plain.at(-1) ?? 0;
  if (count < 1 || count > block || count > plain.length) return undefined;
  return plain.subarray(-count).every((byte) => byte === count) ? plain.length - count : undefined;
}
