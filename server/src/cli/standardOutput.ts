// Standard output of every verb. A reader that has seen enough, such as head, does not change how a run ends; a full
// disk does.
import { forTerminal } from "./terminal";
import { exit } from "./verb";

/** Nothing more can be written; it is reported when the process ends. */
export class OutputFault extends Error {
  override name = "OutputFault";
}

let fault: NodeJS.ErrnoException | undefined;

/** Keeps what goes wrong with standard output away from those who write to it. */
export function guardOutput(): void {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
  const note = (error: NodeJS.ErrnoException) => {
    fault ??= error;
  };
  stdout.on("error", note);
  stderr.on("error", () => undefined);
  if (stderr.isTTY) {
    const complain = stderr.write.bind(stderr) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
    stderr.write = (chunk: string | Uint8Array, ...rest: unknown[]) => complain(forTerminal(chunk), ...rest);
  }
  stdout.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (!fault) {
      try {
        return write(stdout.isTTY ? forTerminal(chunk) : chunk, ...rest);
      } catch (error) {
        note(error as NodeJS.ErrnoException);
      }
    }
    const written = rest.at(-1);
    if (typeof written === "function") process.nextTick(written as () => void);
    return true;
  };
  process.on("exit", () => {
    if (!fault || isReaderGone(fault)) return;
    console.error(`flat-profile: Standard output: ${reason(fault)}`);
    process.exitCode = exit.failed;
  });
}

/** Writes no faster than it is taken. Text after the reader has gone is dropped; any other fault ends the run. */
export async function print(text: string | Uint8Array): Promise<void> {
  const { stdout } = process;
  if (!stdout.write(text) && !fault)
    await new Promise<void>((resolve) => {
      const events = ["drain", "error", "close"] as const;
      const done = () => {
        for (const event of events) stdout.off(event, done);
        resolve();
      };
      for (const event of events) stdout.on(event, done);
    });
  if (fault && !isReaderGone(fault)) throw new OutputFault();
}

/**
 * Ends the process with this code when all that it printed is taken. A process that ends because nothing is left to do
 * waits for functions that the engine compiles beside it, for calls that never come.
 */
export function endWith(code: number): void {
  process.exitCode = code;
  setImmediate(() => {
    const { stdout, stderr } = process;
    if (stdout.writableLength + stderr.writableLength === 0) process.exit();
  });
}

function isReaderGone({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE" || code === "EOF" || code === "ECONNRESET" || code === "ERR_STREAM_DESTROYED";
}

function reason({ code }: NodeJS.ErrnoException): string {
  if (code === "ENOSPC" || code === "EDQUOT") return "The disk is full.";
  return `It cannot be written (${code ?? "unknown"}).`;
}
