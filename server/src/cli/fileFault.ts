import { EncryptionFault } from "../encryption/encryptionFault";
import { SaveFault } from "../node/atomicWrite";
import { GitFault } from "../node/git/git";
import { ReadFault, readReason } from "../node/ordinaryFile";
import { faultPlace } from "../text/fault";
import { UsageError } from "./verb";

/** `error` as it is reported to the user; a fault of the program is not changed. */
export function namedFault(error: unknown, name: string): unknown {
  if (error instanceof EncryptionFault)
    return new UsageError(`${name === "-" ? "standard input" : name}: ${error.message}`);
  if (error instanceof SaveFault) return new UsageError(error.message);
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  if (error instanceof ReadFault || (typeof code === "string" && typeof syscall === "string"))
    return new UsageError(`${name}: ${readReason(error)}`);
  return error;
}

/** Runs `work` with a file; its faults become a UsageError that names the file. */
export async function withFile<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw namedFault(error, name);
  }
}

/** What a person is shown of a fault. */
export function faultLines(error: unknown): readonly string[] {
  const isForPeople = error instanceof UsageError || error instanceof GitFault;
  return isForPeople ? [error.message] : faultPlace(error).split("\n");
}
