import assert from "node:assert/strict";
import test from "node:test";
import { message, runServer } from "../support/serverProcess";

const initialize = message({
  id: 1,
  method: "initialize",
  params: { processId: null, rootUri: null, capabilities: {} },
});
const initialized = message({ method: "initialized", params: {} });
const shutdown = message({ id: 2, method: "shutdown" });
const exit = message({ method: "exit" });

test("the server's process ends as the protocol says", async () => {
  const after = await runServer(initialize + initialized + shutdown + exit);
  assert.deepEqual([after.code, after.err], [0, ""]);
  assert.match(after.out, /"id":1,"result"/);
  assert.equal((await runServer(exit)).code, 1);
  assert.equal((await runServer(initialize + exit)).code, 1);
});

test("the server's process ends when its input does", async () => {
  assert.equal((await runServer("", true)).code, 1);
  assert.equal((await runServer(initialize, true)).code, 1);
});

test("a broken header ends the server's process with a sentence that quotes nothing", async () => {
  for (const header of ["Content-Length: canary\r\n\r\n", "Content-Length: -1\r\n\r\n", "canary\n"]) {
    const { code, err } = await runServer(initialize + header);
    assert.equal(code, 1);
    assert.match(err, /^flat-profile: A .*header.*\.\n$/);
    assert.doesNotMatch(err, /canary/);
  }
});
