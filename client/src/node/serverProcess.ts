import { type ChildProcess, fork } from "node:child_process";
import { serverFlags } from "../../../server/src/node/serverFlags";

/**
 * V8 lets new objects take 50 MB before it looks which of them are still needed; with 4 MB for each half, the server takes
 * 20 MB less after opening a file of 3,000 parameters, and no more time. That has to be said when a process starts.
 */
export const v8Flags: readonly string[] = [...serverFlags, "--max-semi-space-size=4"];

/** How Node ends when it does not know an option. */
const badOption = 9;

/**
 * Starts a process of the server at once, so that it gets ready early, and returns it, or a new one, for each call. A
 * process is returned when it runs: what is written to one that ends because of an option is lost.
 */
export function serverProcesses(
  script: string,
  execArgv: readonly string[],
  flags: readonly string[] = v8Flags,
  /** Where the server, and Node 22 and newer, keep what was compiled for the next start. */
  compiled?: string,
): () => Promise<ChildProcess> {
  let accepted = flags;
  const start = () => startProcess(script, [...execArgv, ...accepted], compiled);
  let early: Started | undefined = start();
  return async () => {
    const { child, isRunning } = early ?? start();
    early = undefined;
    await isRunning;
    if (child.exitCode === null && child.signalCode === null) return child;
    if (child.exitCode === badOption) accepted = [];
    return start().child;
  };
}

interface Started {
  readonly child: ChildProcess;
  /** Kept when the script runs, or the process has ended. */
  readonly isRunning: Promise<void>;
}

/** The client library speaks over its input and output, logs what it writes to stderr and ends it. */
function startProcess(script: string, execArgv: readonly string[], compiled: string | undefined): Started {
  const child = fork(script, ["--stdio", `--clientProcessId=${process.pid}`], {
    silent: true,
    execArgv: [...execArgv],
    // as the client library starts one: the desktop's own program then runs as Node
    env: {
      ...(compiled !== undefined && { NODE_COMPILE_CACHE: compiled }),
      ...process.env,
      ELECTRON_RUN_AS_NODE: "1",
      ELECTRON_NO_ASAR: "1",
    },
  });
  const isRunning = new Promise<void>((resolve) => {
    child.once("message", () => resolve()); // the first line of the script sends one
    child.once("exit", () => resolve());
    // without a listener it would end the extension host; the exit is reported anyway
    child.on("error", () => resolve());
  });
  return { child, isRunning };
}
