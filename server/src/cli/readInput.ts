import { readFile } from "node:fs/promises";
import { type Decoded, decode, sealedForm } from "./encoding";
import type { Input } from "./inputs";
import { UsageError } from "./verb";

/** Files larger than this are refused: the longest text of JavaScript is near. */
const largest = 400_000_000;

export async function readBytes(name: string): Promise<Uint8Array> {
  if (name === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(name);
  } catch (error) {
    throw new UsageError(`${name}: ${reason(error)}`);
  }
}

/** The text of an input; throws a UsageError when it cannot be read or holds no text. */
export async function readInput({ name }: Pick<Input, "name">): Promise<Decoded> {
  const bytes = await readBytes(name);
  if (bytes.length > largest) throw new UsageError(`${name}: larger than ${largest / 1e6} MB`);
  const sealed = sealedForm(bytes);
  if (sealed === "gzip") throw new UsageError(`${name}: compressed with gzip; unpack it first (flat-profile decrypt)`);
  if (sealed) throw new UsageError(`${name}: encrypted as OpenSSL does; decrypt it first (flat-profile decrypt)`);
  return decode(bytes);
}

function reason(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  if (code === "EISDIR") return "is a folder";
  return typeof code === "string" ? `cannot be read (${code})` : "cannot be read";
}
