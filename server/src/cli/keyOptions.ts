import type { Command } from "commander";
import { readAside } from "./readInput";
import { UsageError } from "./verb";

export interface KeyOptions {
  readonly keyFile?: string;
  readonly keyEnv?: string;
  readonly key?: string;
}

export function addKeyOptions(command: Command): Command {
  return command
    .option("--key-file <file>", "the key is the first line of a file")
    .option("--key-env <name>", "the key is an environment variable")
    .option("--key <text>", "the key itself; other users of this computer and the shell's history see it");
}

/** The key's bytes; undefined when none is named. */
export async function keyFrom({ keyFile, keyEnv, key }: KeyOptions): Promise<Uint8Array | undefined> {
  if ([keyFile, keyEnv, key].filter((word) => word !== undefined).length > 1)
    throw new UsageError("name one of --key-file, --key-env and --key");
  if (key !== undefined) {
    console.error(
      "warning: a key on the command line is seen by other users and kept by the shell; use --key-file or --key-env",
    );
    return Buffer.from(notEmpty(key, "--key"));
  }
  if (keyEnv !== undefined) {
    const value = process.env[keyEnv];
    if (value === undefined) throw new UsageError(`there is no environment variable ${keyEnv}`);
    return Buffer.from(notEmpty(value, `environment variable ${keyEnv}`));
  }
  if (keyFile === undefined) return undefined;
  const bytes = await readAside(keyFile);
  const end = bytes.indexOf(10);
  const line = end < 0 ? bytes : bytes.subarray(0, end);
  const word = line.at(-1) === 13 ? line.subarray(0, -1) : line;
  if (word.length === 0) throw new UsageError(`${keyFile}: its first line is empty`);
  return word;
}

function notEmpty(word: string, where: string): string {
  if (word === "") throw new UsageError(`${where} is empty`);
  return word;
}
