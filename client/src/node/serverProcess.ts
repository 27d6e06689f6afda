import { type ChildProcess, fork } from "node:child_process";

/**
 * V8 by default begins to optimize within the first milliseconds of the check of a new file, and discards much of it. With a
 * larger budget before that, opening a file of 3,000 parameters takes less than half the processor time, on all threads.
 */
export const v8Flags: readonly string[] = ["--interrupt-budget=600000"];

/** How Node ends when it does not know an option. */
const badOption = 9;

/** Starts a process of the server at once, so that it gets ready early, and returns it, or a new one, for each call. */
export function serverProcesses(
  script: string,
  execArgv: readonly string[],
  flags: readonly string[] = v8Flags,
): () => ChildProcess {
  const first = startProcess(script, [...execArgv, ...flags]);
  let early: ChildProcess | undefined = first;
  return () => {
    const ready = early?.exitCode === null ? early : undefined;
    early = undefined;
    return ready ?? startProcess(script, [...execArgv, ...(first.exitCode === badOption ? [] : flags)]);
  };
}

/** The client library speaks over its input and output, logs what it writes to stderr and ends it. */
function startProcess(script: string, execArgv: readonly string[]): ChildProcess {
  const child = fork(script, ["--stdio", `--clientProcessId=${process.pid}`], {
    silent: true,
    execArgv: [...execArgv],
    // as the client library starts one: the desktop's own program then runs as Node
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", ELECTRON_NO_ASAR: "1" },
  });
  child.on("error", () => undefined); // without a listener it would end the extension host; the exit is reported anyway
  return child;
}
