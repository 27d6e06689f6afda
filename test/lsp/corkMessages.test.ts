import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { test } from "node:test";
import { StreamMessageWriter } from "vscode-languageserver-protocol/node";
import { writeWholeMessages } from "../../server/src/node/corkMessages";

/** A stream that notes what each write to the system contains. */
function noted() {
  const writes: string[] = [];
  const stream = new Writable({
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => String(chunk)).join(""));
      done();
    },
  });
  writeWholeMessages(stream);
  return { stream, writes };
}

test("the header and the body of a message are one write", async () => {
  const { stream, writes } = noted();
  const writer = new StreamMessageWriter(stream);
  const sent = [
    { jsonrpc: "2.0", method: "größer" },
    { jsonrpc: "2.0", method: "b" },
  ];
  await Promise.all(sent.map((message) => writer.write(message)));
  assert.deepEqual(
    writes,
    sent.map((message) => {
      const body = JSON.stringify(message);
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    }),
  );
});

test("what is not a message passes as it is", async () => {
  const { stream, writes } = noted();
  await new Promise<void>((resolve) => stream.write("plain", () => resolve()));
  await new Promise<void>((resolve) => stream.end("end", () => resolve()));
  assert.deepEqual(writes, ["plain", "end"]);
});
