import assert from "node:assert/strict";
import test from "node:test";
import { encryptDraft, openDraft } from "../../client/src/encryption/draft";

const draft = {
  base: { mtime: 1_700_000_000_123, size: 4711 },
  content: Buffer.from("<flat-profile>é</flat-profile>\n"),
};
const key = Buffer.from("0123456789abcdef");

test("a draft comes back, shows nothing of its text, and opens with its own key only", async () => {
  const encrypted = Buffer.from(await encryptDraft(draft, key));
  assert.ok(!encrypted.includes("flat-profile") && !encrypted.includes("4711"));
  const opened = await openDraft(encrypted, key);
  assert.deepEqual(opened?.base, draft.base);
  assert.deepEqual(Buffer.from(opened?.content ?? []), draft.content);
  assert.equal(await openDraft(encrypted, Buffer.from("another key")), undefined);
});

test("a draft that is damaged, cut off or something else is none", async () => {
  const encrypted = await encryptDraft(draft, key);
  for (let length = 0; length < encrypted.length; length += 9)
    assert.equal(await openDraft(encrypted.subarray(0, length), key), undefined, `${length}`);
  for (let at = 0; at < encrypted.length; at += 5) {
    const damaged = encrypted.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 4;
    assert.equal(await openDraft(damaged, key), undefined, `${at}`);
  }
});

test("text that is packed with gzip stays as it is", async () => {
  const packed = { ...draft, content: Buffer.from([0x1f, 0x8b, 8, 0, 1]) };
  assert.deepEqual(Buffer.from((await openDraft(await encryptDraft(packed, key), key))?.content ?? []), packed.content);
});
