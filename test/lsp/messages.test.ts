import assert from "node:assert/strict";
import { PassThrough, Writable } from "node:stream";
import { test } from "node:test";
import type { Message } from "vscode-languageserver/node";
import { FramedReader } from "../../server/src/node/messageReader";
import { WholeWriter } from "../../server/src/node/messageWriter";
import { JsonText } from "../../server/src/text/jsonText";

const written = (message: object) => {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
const sent: Message[] = ["größer", "b", "", "𝄞".repeat(3)].map((method) => ({ jsonrpc: "2.0", method }));

test("the header and the body of a message are one write", async () => {
  const writes: string[] = [];
  const stream = new Writable({
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => String(chunk)).join(""));
      done();
    },
  });
  const writer = new WholeWriter(stream);
  await Promise.all(sent.map((message) => writer.write(message)));
  assert.deepEqual(writes, sent.map(written));
});

test("what is written already is part of its message", async () => {
  const list = [{ name: "größer" }];
  const text = new JsonText(["[", ...list.map((each) => JSON.stringify(each)), "]"]);
  for (const [about, member] of [
    [{ jsonrpc: "2.0", id: 1 }, "result"],
    [{ jsonrpc: "2.0", method: "news" }, "params"],
  ] as const) {
    const chunks: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(String(chunk));
        done();
      },
    });
    await new WholeWriter(stream).write({ ...about, [member]: text } as Message);
    assert.equal(chunks.join(""), written({ ...about, [member]: list }));
  }
  assert.equal(JSON.stringify({ result: new JsonText(["[1", "]"]) }), '{"result":[1]}');
});

test("a message that cannot be written is refused", async () => {
  const writer = new WholeWriter(new Writable({ write: (_chunk, _encoding, done) => done(new Error("gone")) }));
  const errors: string[] = [];
  writer.onError(([{ message }]) => errors.push(message));
  await assert.rejects(writer.write({ jsonrpc: "2.0" }), /gone/);
  assert.deepEqual(errors, ["gone"]);
});

/** What a reader makes of these chunks, and then the end of the stream. */
async function read(chunks: readonly Uint8Array[]): Promise<readonly unknown[]> {
  const stream = new PassThrough();
  const seen: unknown[] = [];
  const reader = new FramedReader(stream, (reason) => seen.push(reason));
  reader.onError((error) => seen.push(error.name));
  const closed = new Promise<void>((resolve) => reader.onClose(() => resolve()));
  reader.listen((message) => seen.push(message));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  if (typeof seen.at(-1) !== "string") await closed;
  return seen;
}

const cut = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));

for (const size of [1, 2, 7, 29, 64, 1000])
  test(`messages are read however they are cut: ${size}`, async () => {
    assert.deepEqual(await read(cut(Buffer.from(sent.map(written).join("")), size)), sent);
  });

test("a message that is not JSON is reported, and the next one is read", async () => {
  const text = `Content-Length: 3\r\n\r\n{a}${written(sent[1] as Message)}`;
  assert.deepEqual(await read([Buffer.from(text)]), ["SyntaxError", sent[1]]);
});
