import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { readChunks } from "../node/readChunks";
import { print } from "./standardOutput";
import { UsageError } from "./verb";

/** The bytes of a file or pipe that a person named or, for `-`, of standard input. */
export function bytesOf(name: string): AsyncIterable<Uint8Array> {
  return name === "-" ? process.stdin : readChunks(name, true);
}

export async function printAll(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of content) await print(chunk);
}

/** Passes bytes on and keeps their digest. */
export function hashed(source: AsyncIterable<Uint8Array>): {
  readonly content: AsyncIterable<Uint8Array>;
  digest(): string;
} {
  const hash = createHash("sha256");
  async function* content() {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return { content: content(), digest: () => hash.digest("hex") };
}

export async function digestOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of source) hash.update(chunk);
  return hash.digest("hex");
}

/** Refuses to write a result over what it is made from. */
export async function refuseSame(from: string, to: string): Promise<void> {
  if (from === "-" || to === "-") return;
  const [source, target] = await Promise.all([from, to].map((name) => realpath(name).catch(() => undefined)));
  if (source !== undefined && source === target)
    throw new UsageError(`${to}: This is the input file. Choose another output file.`);
}
