import assert from "node:assert/strict";
import path from "node:path";
import { PassThrough, Writable } from "node:stream";
import test from "node:test";
import { setImmediate as immediate } from "node:timers/promises";
import { build } from "esbuild";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { featureCapabilities } from "../../server/src/lsp/featureCapabilities";
import { Gate } from "../../server/src/lsp/gate";
import { greet } from "../../server/src/lsp/greet";

// `initialize` is answered before the rest of the server is read.

const message = (body: object): string => {
  const text = JSON.stringify({ jsonrpc: "2.0", ...body });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
const initialize = message({ id: 1, method: "initialize", params: { capabilities: {} } });
const question = message({ id: 2, method: "flatProfile/question", params: {} });

/** What happens, in its order, when `chunks` come. */
async function events(...chunks: readonly string[]): Promise<readonly string[]> {
  const seen: string[] = [];
  const up = new PassThrough();
  const down = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      for (const [, id] of new TextDecoder().decode(chunk).matchAll(/"id":(\d)/g)) seen.push(`answer ${id}`);
      done();
    },
  });
  const writer = new StreamMessageWriter(down);
  const gate = new Gate(new StreamMessageReader(up), writer);
  const connection = createConnection(gate, writer);
  greet({ connection, gate, writer }, { hoverProvider: true }, (params) => {
    seen.push(`begin ${JSON.stringify(params.capabilities)}`);
    connection.onRequest("flatProfile/question", () => "answer");
  });
  const until = async (count: number) => {
    for (let i = 0; i < 100 && seen.length < count; i++) await immediate();
  };
  for (const [i, chunk] of chunks.entries()) {
    up.write(chunk);
    await until(2 + i);
  }
  await until(3);
  connection.dispose();
  return seen;
}

test("the rest of the server begins once initialize is answered", async () => {
  assert.deepEqual(await events(initialize, question), ["answer 1", "begin {}", "answer 2"]);
});

test("it begins before a message that came together with initialize is handled", async () => {
  const seen = await events(initialize + question);
  assert.deepEqual([...seen].sort(), ["answer 1", "answer 2", "begin {}"]);
  assert.ok(seen.indexOf("begin {}") < seen.indexOf("answer 2"), seen.join());
});

test("it does not begin without initialize", async () => {
  const seen = await events(question);
  assert.deepEqual(seen, ["answer 2"]); // refused
});

test("the first part of the server has the capabilities of all features", async () => {
  const { featureCapabilities: plugin } = await import(path.resolve("server/build/featureCapabilities.mjs"));
  const { outputFiles } = await build({
    stdin: { contents: 'import all from "feature-capabilities"; console.log(JSON.stringify(all));' },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [plugin],
  });
  const logged: string[] = [];
  new Function("console", outputFiles[0]?.text ?? "")({ log: (text: string) => logged.push(text) });
  const [packed, all] = [JSON.parse(logged[0] ?? ""), JSON.parse(JSON.stringify(featureCapabilities()))];
  assert.deepEqual(Object.keys(packed), Object.keys(all));
  // tests have one more dialect, with trigger characters of its own
  for (const name of ["codeActionProvider", "semanticTokensProvider", "documentOnTypeFormattingProvider"])
    assert.deepEqual(packed[name], all[name]);
  for (const sign of packed.completionProvider.triggerCharacters)
    assert.ok(all.completionProvider.triggerCharacters.includes(sign), sign);
});
