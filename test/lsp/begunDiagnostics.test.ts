import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as immediate } from "node:timers/promises";
import { PullDiagnostics } from "../../server/src/lsp/pullDiagnostics";
import type { Session } from "../../server/src/lsp/session";

/** A session in which `asked` notes the versions whose problems were worked out. */
function begun() {
  const asked: number[] = [];
  let version: number | undefined = 1;
  const session = {
    runtime: { yieldToMessages: () => immediate() },
    documents: { version: () => version },
    file: async () => ({ snapshot: { shown: () => asked.push(version ?? 0) } }),
  } as unknown as Session;
  const diagnostics = new PullDiagnostics(session);
  const change = (to: number | undefined) => {
    version = to;
    diagnostics.changed("file:///phone.xml");
  };
  const rest = async () => {
    for (let i = 0; i < 5; i++) await immediate();
  };
  return { asked, change, rest };
}

test("problems of a change are begun before the client asks", async () => {
  const { asked, change, rest } = begun();
  change(2);
  await rest();
  assert.deepEqual(asked, [2]);
});

test("of changes that come together the last one counts", async () => {
  const { asked, change, rest } = begun();
  for (const version of [2, 3, 4]) {
    change(version);
    await immediate();
  }
  await rest();
  assert.deepEqual(asked, [4]);
});

test("nothing is begun of a file that was closed", async () => {
  const { asked, change, rest } = begun();
  change(2);
  change(undefined);
  await rest();
  assert.deepEqual(asked, []);
});
