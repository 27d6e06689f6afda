import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import type { FileType, Uri } from "vscode";
import { removeOthers } from "../../client/src/node/compiledFolder";
import { serverProcesses, v8Flags } from "../../client/src/node/serverProcess";

/** What `script` of a server prints. */
async function printed(script: string, compiled?: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "server-process-"));
  const file = path.join(folder, "server.js");
  writeFileSync(file, `process.send("running"); process.stdout.write(${script}); process.stdin.resume();`);
  try {
    const child = await serverProcesses(file, [], v8Flags, compiled)();
    const [data] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    child.kill();
    return data.toString();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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

test("Node keeps compiled code in the folder of the extension, or where a person has said", async () => {
  const script = 'process.env.NODE_COMPILE_CACHE ?? "none"';
  const before = process.env.NODE_COMPILE_CACHE;
  delete process.env.NODE_COMPILE_CACHE;
  try {
    assert.equal(await printed(script), "none");
    assert.equal(await printed(script, "/compiled/1"), "/compiled/1");
    process.env.NODE_COMPILE_CACHE = "/own";
    assert.equal(await printed(script, "/compiled/1"), "/own");
  } finally {
    if (before === undefined) delete process.env.NODE_COMPILE_CACHE;
    else process.env.NODE_COMPILE_CACHE = before;
  }
});

test("compiled code of other versions is removed", async () => {
  const left = new Set(["/all/1.0.0-20.1.0", "/all/1.1.0-20.1.0", "/all/1.1.0-22.0.0"]);
  const uri = (path: string) => ({ path, with: (change: { path: string }) => uri(change.path) }) as unknown as Uri;
  const files = {
    async readDirectory({ path: folder }: Uri) {
      if (folder !== "/all") throw new Error("There is no such folder.");
      return [...left].map((name) => [name.slice(5), 2] as [string, FileType]);
    },
    async delete({ path: name }: Uri) {
      if (!left.delete(name)) throw new Error("There is no such file.");
    },
  };
  await removeOthers(uri("/all"), "1.1.0-22.0.0", files);
  assert.deepEqual([...left], ["/all/1.1.0-22.0.0"]);
  await removeOthers(uri("/none"), "1.1.0-22.0.0", files);
});
