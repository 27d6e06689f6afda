import { SaveFault } from "../node/atomicWrite";
import { SealedFault } from "../sealed/sealedFault";
import { UsageError } from "./verb";

/** Why a file cannot be read, in words. */
export function fileFault(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  if (code === "EISDIR") return "is a folder";
  return typeof code === "string" ? `cannot be read (${code})` : "cannot be read";
}

/** `error` as the person at the keyboard is told it; a fault of the program stays what it is. */
export function toldOf(error: unknown, name: string): unknown {
  if (error instanceof SealedFault)
    return new UsageError(`${name === "-" ? "standard input" : name}: ${error.message}`);
  if (error instanceof SaveFault) return new UsageError(error.message);
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  if (typeof code === "string" && typeof syscall === "string") return new UsageError(`${name}: ${fileFault(error)}`);
  return error;
}
