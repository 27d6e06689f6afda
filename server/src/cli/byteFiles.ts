import { createCipheriv, randomBytes } from "node:crypto";
import { realpath } from "node:fs/promises";
import { readChunks } from "../node/readChunks";
import { releaseBytes } from "../node/releaseBytes";
import { print } from "./standardOutput";
import { UsageError } from "./verb";

/** The bytes of a file or pipe that a person named or, for `-`, of standard input. */
export function bytesOf(name: string): AsyncIterable<Uint8Array> {
  return name === "-" ? process.stdin : readChunks(name, true);
}

export async function printAll(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of content) await print(chunk);
}

/** Passes bytes on and keeps their fingerprint. */
export function fingerprinted(source: AsyncIterable<Uint8Array>): {
  readonly content: AsyncIterable<Uint8Array>;
  fingerprint(): string;
} {
  const print = new Fingerprint();
  async function* content() {
    for await (const chunk of source) {
      print.add(chunk);
      yield chunk;
    }
  }
  return { content: content(), fingerprint: () => print.end() };
}

/** The bytes are gone afterward. */
export async function fingerprintOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const print = new Fingerprint();
  for await (const chunk of source) {
    print.add(chunk);
    releaseBytes(chunk);
  }
  return print.end();
}

let secret: { readonly key: Uint8Array; readonly nonce: Uint8Array } | undefined;

/**
 * GMAC (NIST SP 800-38D) with a key that only this process has. Other bytes have the same one with a chance of 1 in 2^100,
 * as with a hash, and it takes a quarter of the time.
 */
class Fingerprint {
  readonly #mac;

  constructor() {
    secret ??= { key: randomBytes(16), nonce: randomBytes(12) };
    this.#mac = createCipheriv("aes-128-gcm", secret.key, secret.nonce);
  }

  add(bytes: Uint8Array): void {
    this.#mac.setAAD(bytes);
  }

  end(): string {
    this.#mac.final();
    return this.#mac.getAuthTag().toString("hex");
  }
}

/** Refuses to write a result over what it is made from. */
export async function refuseSame(from: string, to: string): Promise<void> {
  if (from === "-" || to === "-") return;
  const [source, target] = await Promise.all([from, to].map((name) => realpath(name).catch(() => undefined)));
  if (source !== undefined && source === target)
    throw new UsageError(`${to}: This is the input file. Choose another output file.`);
}
