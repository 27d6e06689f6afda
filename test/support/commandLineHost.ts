// The command line in a process that serves many runs, one after another: most tests ask what a run answers, and a start
// takes twenty times as long as that. Between runs it gets the folder, environment and input of the next one.
import { Readable, Writable } from "node:stream";
import { runCommandLine } from "../../server/src/cli/commandLine";
import { guardOutput } from "../../server/src/cli/standardOutput";
import { programFor } from "../../server/src/cli/wholeProgram";

export interface RunRequest {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input: string | Uint8Array;
}

export interface RunAnswer {
  readonly code: number;
  readonly out: Uint8Array;
  readonly err: Uint8Array;
}

class Collected extends Writable {
  #chunks: Uint8Array[] = [];

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  take(): Uint8Array {
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return all;
  }
}

const replace = (name: "stdin" | "stdout" | "stderr", stream: unknown) =>
  Object.defineProperty(process, name, { value: stream, configurable: true });

const out = new Collected();
const err = new Collected();
replace("stdout", out);
replace("stderr", err);
guardOutput();

async function run({ args, cwd, env, input }: RunRequest): Promise<RunAnswer> {
  const before = { ...process.env };
  process.chdir(cwd);
  Object.assign(process.env, env);
  replace("stdin", Readable.from(input.length === 0 ? [] : [Buffer.from(input)]));
  let code = 0;
  const make = (finish: (code: number) => void) => programFor(args, finish);
  await runCommandLine(make, args, (value) => {
    code = value;
  });
  for (const name of Object.keys(env)) delete process.env[name];
  Object.assign(process.env, before);
  return { code, out: out.take(), err: err.take() };
}

let last = Promise.resolve();
process.on("message", (request: RunRequest) => {
  last = last.then(async () => {
    process.send?.(await run(request));
  });
});
