import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunAnswer, RunRequest } from "./commandLineHost";

const plain = { NO_COLOR: "1", FORCE_COLOR: "0" };

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let built: Promise<string> | undefined;

/** The command line as the product has it, with the toy dialect: the one of the run, otherwise built once for a process. */
export function bundle(): Promise<string> {
  built ??= (async () => {
    if (process.env.TEST_COMMAND_LINE) return process.env.TEST_COMMAND_LINE;
    const address = path.resolve("test/support/commandLineBundle.mjs");
    const { bundleCommandLine } = (await import(address)) as { bundleCommandLine(folder: string): Promise<string> };
    const folder = path.resolve(`out/cli-${process.pid}`);
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    return bundleCommandLine(folder);
  })();
  return built;
}

/** What is installed, beside it. */
const program = async () => path.join(path.dirname(await bundle()), "start.js");

let host: ChildProcess | undefined;
let lastRun: Promise<unknown> = Promise.resolve();

/** A run in the process that the runs of this process share; they wait for each other. */
function runInHost(request: RunRequest): Promise<RunAnswer> {
  const run = lastRun.then(async () => {
    if (!host?.connected)
      host = fork(path.join(path.dirname(await bundle()), "host.js"), { serialization: "advanced" });
    return answerOf(host, request);
  });
  lastRun = run.catch(() => {});
  return run;
}

async function answerOf(child: ChildProcess, request: RunRequest): Promise<RunAnswer> {
  child.channel?.ref();
  try {
    return await new Promise((resolve, reject) => {
      const ended = () => reject(new Error("The process of the command line ended in a run."));
      child.once("exit", ended);
      child.once("message", (answer) => {
        child.off("exit", ended);
        resolve(answer as RunAnswer);
      });
      child.send(request);
    });
  } finally {
    child.channel?.unref();
    child.unref();
  }
}

/** A folder with `files`, where a test may run the command line. */
export class Site {
  readonly folder = mkdtempSync(path.join(tmpdir(), "flat-profile-"));
  #program = program;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  /** A run whose output is asked for, in a process that it may share with other runs. */
  async run(
    args: readonly string[],
    input: string | Uint8Array = "",
    env: Readonly<Record<string, string>> = {},
  ): Promise<Run> {
    if (process.env.TEST_OWN_PROCESSES) return this.runAlone(args, input, env);
    const answer = await runInHost({ args, cwd: this.folder, env: { ...plain, ...env }, input });
    return { code: answer.code, out: Buffer.from(answer.out).toString(), err: Buffer.from(answer.err).toString() };
  }

  /** Runs alone are of a copy in this folder from now on: another user may not read the one of the project. */
  async install(): Promise<void> {
    const from = await program();
    const to = this.path(".program");
    cpSync(path.dirname(from), to, { recursive: true });
    this.#program = async () => path.join(to, path.basename(from));
  }

  /**
   * A run in a process of its own, for what a process does: how it starts, reads, writes and ends. `output` is the file
   * that standard output goes to; "closed" is a pipe that nothing reads.
   */
  async runAlone(
    args: readonly string[],
    input: string | Uint8Array = "",
    env: Readonly<Record<string, string>> = {},
    output?: string,
  ): Promise<Run> {
    const file = output === undefined || output === "closed" ? undefined : openSync(output, "w");
    const child = spawn(process.execPath, [await this.#program(), ...args], {
      cwd: this.folder,
      env: { ...process.env, ...plain, ...env },
      stdio: ["pipe", file ?? "pipe", "pipe"],
    }) as ChildProcessWithoutNullStreams;
    if (file !== undefined) closeSync(file);
    if (output === "closed") child.stdout.destroy();
    let out = "";
    let err = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, out, err };
  }

  /** A run that goes on until it is ended. */
  async start(args: readonly string[]): Promise<{ until(form: RegExp): Promise<string>; end(): Promise<void> }> {
    const child = spawn(process.execPath, [await program(), ...args], {
      cwd: this.folder,
      env: { ...process.env, ...plain },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = once(child, "close");
    let unread = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      unread += text;
    });
    return {
      /** What is printed up to `form`. */
      async until(form) {
        for (;;) {
          const match = form.exec(unread);
          if (match) {
            const text = unread.slice(0, match.index + match[0].length);
            unread = unread.slice(text.length);
            return text;
          }
          if (child.exitCode !== null || child.signalCode !== null)
            throw new Error(`The run ended. It printed:\n${unread}`);
          await Promise.race([once(child.stdout, "data"), ended]);
        }
      },
      async end() {
        child.kill();
        await ended;
      },
    };
  }

  /** The same on a pseudo-terminal that `script` (util-linux) makes: both outputs go to `out`. */
  async runOnTerminal(args: readonly string[]): Promise<Run> {
    const words = [process.execPath, await bundle(), ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
    const { NO_COLOR: _, ...env } = process.env;
    const child = spawn("script", ["-qec", words.join(" "), "/dev/null"], {
      cwd: this.folder,
      env: { ...env, TERM: "xterm", FORCE_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [out, err] = ["", ""].map(() => [] as Buffer[]) as [Buffer[], Buffer[]];
    child.stdout.on("data", (bytes: Buffer) => out.push(bytes));
    child.stderr.on("data", (bytes: Buffer) => err.push(bytes));
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function withSite(
  files: Readonly<Record<string, string | Uint8Array>>,
  body: (site: Site) => Promise<void>,
): Promise<void> {
  const site = new Site(files);
  try {
    await body(site);
  } finally {
    site.remove();
  }
}
