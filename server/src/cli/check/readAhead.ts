import type { Decoded } from "../encoding";
import type { Input } from "../inputs";
import { readInput } from "../readInput";
import { UsageError } from "../verb";

/** Files whose bytes are read ahead of the check. */
const readAhead = 8;

/** Reads some files ahead of the one that is asked for; only those are in memory. */
export async function* readAll(files: readonly Input[]): AsyncGenerator<Decoded | UsageError, undefined> {
  const reading: Promise<Decoded | UsageError>[] = [];
  const read = (input: Input) =>
    readInput(input).catch((error: unknown) => {
      if (error instanceof UsageError) return error;
      throw error;
    });
  for (let i = 0; i < files.length; i++) {
    for (let ahead = i + reading.length; ahead < Math.min(i + readAhead, files.length); ahead++)
      reading.push(read(files[ahead] as Input));
    yield (await reading.shift()) as Decoded | UsageError;
  }
  return undefined;
}
