import { existsSync } from "node:fs";
import type { Command } from "commander";
import { decode } from "./encoding";
import { readAside } from "./readInput";
import { UsageError } from "./verb";

export interface KeyOptions {
  readonly keyFile?: string;
  readonly keyEnv?: string;
  readonly key?: string;
}

export function addKeyOptions(command: Command): Command {
  return command
    .option("--key-file <file>", "file whose first line is the key")
    .option("--key-env <name>", "environment variable that contains the key")
    .option("--key <text>", "the key itself (visible to other users of this computer and in the shell history)");
}

/** The key's bytes; undefined when none is named. */
export async function keyFrom({ keyFile, keyEnv, key }: KeyOptions): Promise<Uint8Array | undefined> {
  if ([keyFile, keyEnv, key].filter((word) => word !== undefined).length > 1)
    throw new UsageError("Use only one of --key-file, --key-env and --key.");
  if (key !== undefined) {
    console.error(
      "warning: A key on the command line is visible to other users and in the shell history. Use --key-file or --key-env.",
    );
    return Buffer.from(notEmpty(key, "--key"));
  }
  if (keyEnv !== undefined) {
    const value = process.env[keyEnv];
    // The name can be the key by mistake; names of variables are upper case.
    const named = /^[A-Z][A-Z_]*\d{0,3}$/.test(keyEnv) ? ` ${keyEnv}` : " with the name in --key-env";
    if (value === undefined) throw new UsageError(`There is no environment variable${named}.`);
    return Buffer.from(notEmpty(value, `environment variable${named}`));
  }
  if (keyFile === undefined) return undefined;
  // The name can be the key by mistake; that of a file mostly has an ending.
  const isName = /\.[a-z]{2,6}$/.test(keyFile) || existsSync(keyFile);
  return firstLine(await readAside(keyFile, isName ? keyFile : "--key-file"), keyFile);
}

/** Editors and shells write text in many ways; a key that is not text in UTF-8 keeps its bytes. */
function firstLine(bytes: Uint8Array, file: string): Uint8Array {
  const { text, bytes: facts, faithful } = decode(bytes);
  if (faithful || facts.encoding !== "UTF-8") {
    const [line = ""] = text.replace(/^\ufeff/, "").split(/[\r\n]/);
    if (line.includes("\0")) throw new UsageError(`${file}: The first line is not text.`);
    if (line === "") throw new UsageError(`${file}: The first line is empty.`);
    return Buffer.from(line);
  }
  const end = bytes.findIndex((byte) => byte === 10 || byte === 13);
  const line = end < 0 ? bytes : bytes.subarray(0, end);
  if (line.includes(0)) throw new UsageError(`${file}: The first line is not text.`);
  if (line.length === 0) throw new UsageError(`${file}: The first line is empty.`);
  return line;
}

function notEmpty(word: string, where: string): string {
  if (word === "") throw new UsageError(`The key is empty (${where}).`);
  return word;
}
