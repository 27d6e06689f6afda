import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";

// The fuzz counts the work of a process, not the time that passes: other processes on the machine cannot cause a finding,
// and what loops for ever is still found.

interface Finding {
  readonly kind: string;
  readonly target: string;
  readonly text: string;
  readonly error: string;
}

interface Asked {
  start(): Promise<Asked>;
  ask(method: string, params: object): Promise<unknown>;
  stop(): void;
  readonly slow: readonly { readonly method: string }[];
}

const load = <T>(file: string) => import(path.resolve(file)) as Promise<T>;
const limits = { work: 3000, clock: 600_000 };

/** Kinds of findings of a planted target. */
async function checkTarget(target: string, expected: readonly string[], work = limits.work): Promise<void> {
  const { buildTests } = await load<{ buildTests(files: string[], outdir: string): Promise<string[]> }>(
    "test/build.mjs",
  );
  const { runProcess } = await load<{ runProcess(options: object): Promise<{ inputs: number }> }>(
    "test/fuzz/targetRun.mjs",
  );
  const outdir = mkdtempSync(path.join(tmpdir(), "planted-"));
  try {
    const [program] = await buildTests(["test/fuzz/planted.ts"], outdir);
    const found: Finding[] = [];
    const order = { seed: 0, only: [], until: 0, inputs: [{ target, text: "a\ud83d" }] };
    const { inputs } = await runProcess({
      program,
      order,
      limits: { ...limits, work },
      report: (finding: Finding) => found.push(finding),
    });
    assert.equal(inputs, 1);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      expected,
      found.map(({ error }) => error).join("\n"),
    );
    for (const finding of found) assert.deepEqual([finding.target, finding.text], [target, "a\ud83d"]);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

test("a target that loops for ever is found", () => checkTarget("loop", ["hang"]));
test("a target that works for long is found", () => checkTarget("work", ["slow"]));
test("a target that waits, as on a busy machine, is not a finding", () => checkTarget("wait", []));
test("a target that eats memory ends its own process only", () => checkTarget("memory", ["memory"], 60_000));
test("a target that throws is found", () => checkTarget("throw", ["crash"]));

async function withServer(run: (server: Asked) => Promise<void>): Promise<void> {
  const { ServerProcess } = await load<{ ServerProcess: new (program: string, options: object) => Asked }>(
    "test/fuzz/serverProcess.mjs",
  );
  const server = new ServerProcess(path.resolve("test/fuzz/plantedServer.mjs"), { slowest: 200, limits });
  try {
    await run(await server.start());
  } finally {
    server.stop();
  }
}

test("a server that loops for ever is found", () =>
  withServer(async (server) => {
    await assert.rejects(server.ask("loop", {}), /^Error: loop: no answer after 3 s of work$/);
  }));

test("a server that works for long is found, one that waits is not", () =>
  withServer(async (server) => {
    assert.equal(await server.ask("wait", {}), "waited");
    assert.equal(await server.ask("work", {}), "worked");
    assert.deepEqual(
      server.slow.map(({ method }) => method),
      ["work"],
    );
  }));
