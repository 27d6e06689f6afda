import assert from "node:assert/strict";
import test from "node:test";
import { config } from "@vscode/l10n";

// Texts that a module asks for while it is loaded stay English: the client says its language later.

test("the server asks for no text before it knows the language", async (t) => {
  t.after(() => config({ contents: {} }));
  const asked: PropertyKey[] = [];
  const contents = new Proxy<Record<string, string>>({}, { get: (_texts, key) => void asked.push(key) });
  config({ contents });
  await import("../../server/src/encryption/open");
  const { startServer } = await import("../../server/src/lsp/startServer");
  assert.equal(typeof startServer, "function");
  assert.deepEqual(asked, []);
});
