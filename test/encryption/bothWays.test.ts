import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import test from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { collect, sourceOf } from "../../server/src/encryption/bytes";
import { encryptStream } from "../../server/src/encryption/encrypt";
import { EncryptionFault } from "../../server/src/encryption/encryptionFault";
import { open } from "../../server/src/encryption/open";
import type { Digest } from "../../server/src/encryption/passphraseKey";
import { platform as nodePlatform } from "../../server/src/node/platform";
import { platform } from "../support/platform";

const profile = Buffer.from("<flat-profile>\n<GPP_A>é</GPP_A>\n</flat-profile>\n");
const keys = [
  "SecretPhrase1234",
  "my secret phrase",
  'say "yes"',
  "it's",
  "schlüssel-鍵",
  "a37d2fb9055c1d04883a0745eb0917a4",
  " leading and trailing ",
  "$HOME\\n",
];
const digests: readonly Digest[] = ["md5", "sha256"];
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
const skip = hasOpenssl ? false : "no openssl program here";

function openssl(args: readonly string[], input: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync("openssl", ["enc", "-aes-256-cbc", ...args], {
    input,
    maxBuffer: 1 << 26,
  });
  assert.equal(status, 0, stderr.toString());
  return stdout;
}

async function opened(file: Uint8Array, key: string | Uint8Array) {
  const { layers, content } = await open(sourceOf(file), { key: Buffer.from(key) }, platform);
  return { layers, plain: Buffer.from(await collect(content)) };
}

for (const digest of digests)
  for (const gzip of [false, true])
    test(`openssl and we read each other: ${digest}, ${gzip ? "gzip" : "plain"}`, { skip }, async () => {
      for (const key of keys) {
        const theirs = openssl(["-md", digest, "-k", key], gzip ? gzipSync(profile) : profile);
        const { layers, plain } = await opened(theirs, key);
        assert.deepEqual(plain, profile, key);
        assert.deepEqual(layers, [{ kind: "aes-256-cbc", digest }, ...(gzip ? [{ kind: "gzip" }] : [])]);
        const encryption = { kind: "aes-256-cbc", passphrase: Buffer.from(key), digest } as const;
        const ours = await collect(encryptStream(sourceOf(profile), { gzip, encryption }, platform));
        const back = openssl(["-d", "-md", digest, "-k", key], ours);
        assert.deepEqual(gzip ? gunzipSync(back) : back, profile, key);
      }
    });

test("pieces are chained as openssl does, at every length near a piece's end", { skip }, async () => {
  for (const length of [0, 1, 15, 16, 17, 4096, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_001]) {
    const plain = Buffer.alloc(length, "<flat-profile>");
    const salt = Buffer.from("12345678");
    const encryption = { kind: "aes-256-cbc", passphrase: Buffer.from("k"), digest: "md5", salt } as const;
    const ours = await collect(encryptStream(sourceOf(plain), { gzip: false, encryption }, platform));
    async function* odd() {
      for (let at = 0; at < plain.length; at += 70_001) yield plain.subarray(at, at + 70_001);
    }
    const inNode = await collect(encryptStream(odd(), { gzip: false, encryption }, nodePlatform));
    assert.equal(Buffer.compare(inNode, ours), 0, `${length}`);
    const { content } = await open(sourceOf(inNode), { key: Buffer.from("k") }, nodePlatform);
    assert.equal(Buffer.compare(await collect(content), plain), 0, `${length}`);
    const theirs = openssl(["-md", "md5", "-k", "k", "-S", salt.toString("hex")], plain);
    // since 3.0 openssl leaves out the header when it is given the salt
    assert.equal(
      Buffer.compare(Buffer.from(ours.subarray(16)), theirs.subarray(theirs.length - ours.length + 16)),
      0,
      `${length}`,
    );
    assert.equal(Buffer.compare((await opened(ours, "k")).plain, plain), 0);
  }
});

test("what is written with -pbkdf2 or -a is refused with the cure", { skip }, async () => {
  await assert.rejects(opened(openssl(["-pbkdf2", "-k", "k"], profile), "k"), (e) =>
    isFault(e, "pbkdf2", /without -pbkdf2/),
  );
  await assert.rejects(opened(openssl(["-md", "md5", "-a", "-k", "k"], profile), "k"), (e) =>
    isFault(e, "base64", /Encrypt it without -a/),
  );
});

function isFault(error: unknown, code: string, message: RegExp): true {
  assert.ok(error instanceof EncryptionFault, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, message);
  return true;
}

interface Ece {
  encrypt(data: Buffer, options: object): Buffer;
  decrypt(data: Buffer, options: object): Buffer;
}
const ece = createRequire(import.meta.url)("http_ece") as Ece;

test("http_ece and we read each other, whatever the record size, key id and length", async () => {
  const ikm = Buffer.from("yqdlZ-tYemfogSmv7Ws5PQ", "base64url");
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 18, max: 300 }),
      fc.uint8Array({ maxLength: 900 }),
      fc.string({ maxLength: 20 }),
      async (recordSize, bytes, keyId) => {
        const plain = Buffer.concat([Buffer.from("<"), bytes]);
        const encryption = { kind: "aes128gcm", ikm, recordSize, keyId: Buffer.from(keyId) } as const;
        const ours = Buffer.from(await collect(encryptStream(sourceOf(plain), { gzip: false, encryption }, platform)));
        assert.deepEqual(ece.decrypt(ours, { version: "aes128gcm", key: ikm, keymap: { [keyId]: ikm } }), plain);
        const theirs = ece.encrypt(plain, {
          version: "aes128gcm",
          key: ikm,
          keyid: keyId,
          rs: recordSize,
          keymap: { [keyId]: ikm },
        });
        const { content } = await open(
          sourceOf(theirs),
          { key: Buffer.from(ikm.toString("base64url")), encryption: "aes128gcm" },
          platform,
        );
        assert.deepEqual(Buffer.from(await collect(content)), plain);
      },
    ),
    { numRuns: 150 },
  );
});
