import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

let built: Promise<string> | undefined;

/** Bundles the server as the product does, once for all tests of a process; the path of the result. */
function bundle(): Promise<string> {
  built ??= (async () => {
    const address = path.resolve("server/build/bundles.mjs");
    const { bundles } = (await import(address)) as { bundles: readonly Parameters<typeof build>[0][] };
    const folder = path.resolve(`out/server-${process.pid}`);
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    for (const name of ["server.js", "core.js", "templates.js"]) {
      const options = bundles.find(({ outfile }) => outfile === `server/dist/${name}`);
      if (!options) throw new Error(`no bundle ${name}`);
      await build({ ...options, outfile: path.join(folder, name), sourcemap: false });
    }
    return path.join(folder, "server.js");
  })();
  return built;
}

export const message = (body: object): string => {
  const text = JSON.stringify({ jsonrpc: "2.0", ...body });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

/** Sends `input` to a server of its own until it ends; `ends` closes its input afterwards. */
export async function runServer(
  input: string,
  ends = false,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [await bundle(), "--stdio"]);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.on("error", () => undefined);
  child.stdin.write(input);
  if (ends) child.stdin.end();
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err };
}

/** A server of its own for as long as a test needs. */
export class ServerProcess {
  out = "";
  readonly #ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  #heard: () => void = () => undefined;

  private constructor(readonly child: ChildProcessWithoutNullStreams) {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.out += text;
      this.#heard();
    });
    child.stdin.on("error", () => undefined);
    this.#ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal })));
  }

  static async start(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    return new ServerProcess(spawn(process.execPath, [await bundle(), "--stdio"], { env: { ...process.env, ...env } }));
  }

  send(...messages: readonly string[]): void {
    this.child.stdin.write(messages.join(""));
  }

  /** Waits until the server has written something of the kind. */
  async answer(pattern: RegExp): Promise<void> {
    const end = Date.now() + 30_000;
    while (!pattern.test(this.out)) {
      if (Date.now() > end) {
        this.child.kill("SIGKILL");
        throw new Error(`no answer ${pattern} in ${this.out}`);
      }
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
        setTimeout(resolve, 100);
      });
    }
  }

  /** How it ended; it is killed, and the test fails, when it has not after `longest` milliseconds. */
  async ended(longest: number): ReturnType<typeof this.wait> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.child.kill("SIGKILL");
        reject(new Error(`still there after ${longest} ms`));
      }, longest);
    });
    return Promise.race([this.wait(), late]).finally(() => clearTimeout(timer));
  }

  wait(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
    return this.#ended;
  }

  /** Bytes of memory that are in use. */
  memory(): number {
    if (process.platform !== "linux") return 0;
    const [, kilobytes = "0"] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1024;
  }
}
