import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { serverProcesses, v8Flags } from "../../client/src/node/serverProcess";

/** The flags with which the first process runs that does run, and the next one. */
async function started(flags: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "server-process-"));
  const script = path.join(folder, "server.js");
  writeFileSync(
    script,
    'process.send("running"); process.stdout.write(process.execArgv.join(" ") || "none"); process.stdin.resume();',
  );
  const next = serverProcesses(script, [], flags);
  const seen: string[] = [];
  try {
    while (seen.length < 2) {
      const child = await next();
      const output = await new Promise<string | undefined>((resolve) => {
        child.stdout?.once("data", (data) => resolve(String(data)));
        child.once("exit", () => resolve(undefined));
      });
      child.kill();
      assert.ok(output !== undefined, "a process that had ended was returned");
      seen.push(output);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return seen;
}

test("the server starts with flags that this Node knows", async () => {
  const flags = v8Flags.join(" ") || "none";
  assert.deepEqual(await started(v8Flags), [flags, flags]);
});

test("where V8 does not know a flag, the server starts without it", async () => {
  assert.deepEqual(await started(["--no-such-flag-of-v8"]), ["none", "none"]);
});
