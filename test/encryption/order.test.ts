// Layers in an order that phones do not take off, and what `inspect` and `decrypt` make of any file.
import assert from "node:assert/strict";
import { createCipheriv, pbkdf2Sync, randomBytes } from "node:crypto";
import test from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { collect, sourceOf } from "../../server/src/encryption/bytes";
import { encryptStream } from "../../server/src/encryption/encrypt";
import { EncryptionFault } from "../../server/src/encryption/encryptionFault";
import { type Form, inspectedLength, inspectInside } from "../../server/src/encryption/inspect";
import { type OpenOptions, open } from "../../server/src/encryption/open";
import { withSite } from "../support/commandLine";
import { platform } from "../support/platform";

const key = new TextEncoder().encode("key");
const profile = Buffer.from("<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>\n");

type Bytes = Uint8Array;
type Wrap = (bytes: Bytes) => Bytes | Promise<Bytes>;

const openssl =
  (digest: "md5" | "sha256"): Wrap =>
  (bytes) =>
    collect(
      encryptStream(
        sourceOf(bytes),
        { gzip: false, encryption: { kind: "aes-256-cbc", passphrase: key, digest } },
        platform,
      ),
    );

const wraps = {
  gzip: (bytes: Bytes) => gzipSync(bytes),
  md5: openssl("md5"),
  sha256: openssl("sha256"),
  base64: (bytes: Bytes) => Buffer.from(Buffer.from(bytes).toString("base64").replace(/.{64}/g, "$&\n")),
  aes128gcm: (bytes: Bytes) => {
    const encryption = { kind: "aes128gcm", ikm: key, recordSize: 4096, keyId: new Uint8Array() } as const;
    return collect(encryptStream(sourceOf(bytes), { gzip: false, encryption }, platform));
  },
  pbkdf2: (bytes: Bytes) => {
    const salt = randomBytes(8);
    const material = pbkdf2Sync(key, salt, 10_000, 48, "sha256");
    const cipher = createCipheriv("aes-256-cbc", material.subarray(0, 32), material.subarray(32));
    return Buffer.concat([Buffer.from("Salted__"), salt, cipher.update(bytes), cipher.final()]);
  },
} satisfies Readonly<Record<string, Wrap>>;

type WrapName = keyof typeof wraps;

/** Innermost first. */
async function wrapped(bytes: Bytes, names: readonly WrapName[]): Promise<Bytes> {
  let result = bytes;
  for (const name of names) result = await wraps[name](result);
  return result;
}

const orders: readonly (readonly [names: readonly WrapName[], decrypted: RegExp, inspected: RegExp])[] = [
  [
    ["md5", "gzip"],
    /encrypted and then compressed.*Compress it first, then encrypt it once with -md md5/,
    /encrypted and then compressed/,
  ],
  [["sha256", "gzip"], /encrypted and then compressed/, /encrypted and then compressed/],
  [["md5", "base64", "gzip"], /encrypted and then compressed/, /encrypted and then compressed/],
  [["md5", "md5"], /encrypted twice.*Encrypt it once with -md md5/, /phones expect -md md5/i],
  [["sha256", "md5"], /encrypted twice/, /phones expect -md md5/i],
  [["md5", "sha256"], /encrypted twice/, /phones expect -md md5/i],
  [["gzip", "md5", "md5"], /encrypted twice/, /phones expect -md md5/i],
  [["md5", "gzip", "md5"], /encrypted twice/, /phones expect -md md5/i],
  [["md5", "base64", "md5"], /encrypted twice/, /phones expect -md md5/i],
  [["gzip", "gzip"], /compressed twice/, /compressed twice/],
  [["gzip", "gzip", "md5"], /compressed twice/, /phones expect -md md5/i],
  [["md5", "aes128gcm"], /encrypted twice/, /aes128gcm/],
  [["pbkdf2"], /-pbkdf2, which phones do not support.*-md md5/, /without -pbkdf2/],
  [["gzip", "pbkdf2"], /-pbkdf2/, /without -pbkdf2/],
  [["pbkdf2", "md5"], /encrypted twice/, /phones expect -md md5/i],
];

for (const [names, decrypted, inspected] of orders)
  test(`${names.join(", then ")}: both verbs say what the phone expects`, async () => {
    const bytes = await wrapped(profile, names);
    await withSite({ "a.cfg": bytes, "key.txt": "key\n" }, async (site) => {
      for (const more of [[], ["--digest", "md5"], ["-o", "out.xml"]]) {
        if (more[0] === "--digest" && names.at(-1) !== "md5" && names.at(-1) !== "pbkdf2") continue;
        const { code, out, err } = await site.run(["decrypt", "a.cfg", "--key-file", "key.txt", ...more]);
        assert.deepEqual([code, out], [2, ""], err);
        assert.match(err, decrypted);
      }
      assert.match((await site.run(["inspect", "a.cfg"])).out, inspected);
    });
  });

test("a file with -md sha256 is given out with the word of what phones expect", async () =>
  withSite({ "a.cfg": await wrapped(profile, ["sha256"]), "key.txt": "key\n" }, async (site) => {
    const { code, out, err } = await site.run(["decrypt", "a.cfg", "--key-file", "key.txt"]);
    assert.deepEqual([code, out], [0, profile.toString()]);
    assert.match(err, /phones expect -md md5/i);
  }));

test("content that is not text needs the name of its digest", async () => {
  for (const content of [Uint8Array.of(0, 1, 2, 255), randomBytes(100), randomBytes(100_000)])
    for (const digest of ["md5", "sha256"] as const) {
      const bytes = await wrapped(content, [digest]);
      await assert.rejects(
        open(sourceOf(bytes), { key }, platform),
        (error: unknown) =>
          error instanceof EncryptionFault &&
          error.code === "wrong-key" &&
          error.message.includes(`specify the digest ${digest}`),
      );
      const { content: given } = await open(sourceOf(bytes), { key, digest }, platform);
      assert.deepEqual(Buffer.from(await collect(given)), Buffer.from(content));
    }
});

/** What `inspect` says that no phone takes, whatever its key. */
const isRefused = (form: Form): boolean =>
  form.kind === "openssl-base64" ||
  (form.kind === "openssl" && !form.isWhole) ||
  (form.kind === "gzip" && form.inside !== undefined);

/** The kinds of a file from which `decrypt` took `outermost` first. */
const kindsOf: Readonly<Record<string, readonly Form["kind"][]>> = {
  "aes-256-cbc": ["openssl"],
  aes128gcm: ["aes128gcm", "unknown"],
  gzip: ["gzip"],
  nothing: ["empty", "text"],
};

const plains: readonly Bytes[] = [profile, Buffer.from("text"), new Uint8Array(), Buffer.from([0, 1, 2, 0xff])];
const damages = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: "none" } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("cut" as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("flip" as const),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      bit: fc.nat(7),
    }),
  },
);

test("inspect and decrypt agree on any file, and nothing encrypted is given out as a profile", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...plains),
      fc.array(fc.constantFrom<WrapName>("gzip", "md5", "sha256", "base64", "aes128gcm"), { maxLength: 3 }),
      damages,
      fc.record(
        {
          key: fc.constantFrom(key, new TextEncoder().encode("other")),
          digest: fc.constantFrom("md5" as const, "sha256" as const),
        },
        { requiredKeys: [] },
      ),
      async (plain, names, damage, options: OpenOptions) => {
        let bytes = Buffer.from(await wrapped(plain, names));
        if (damage.kind === "cut") bytes = bytes.subarray(0, Math.floor(bytes.length * damage.at));
        if (damage.kind === "flip" && bytes.length > 0) {
          const at = Math.floor(bytes.length * damage.at);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << damage.bit);
        }
        const form = await inspectInside(bytes.subarray(0, inspectedLength), bytes.length, platform);
        let given: Bytes;
        let outermost: string;
        try {
          const { layers, content } = await open(sourceOf(bytes), options, platform);
          given = await collect(content);
          outermost = layers[0]?.kind ?? "nothing";
        } catch (error) {
          assert.ok(error instanceof EncryptionFault, String(error));
          return;
        }
        assert.ok(!isRefused(form), `${names} is given out, and inspect says ${form.kind}`);
        assert.ok(kindsOf[outermost]?.includes(form.kind), `${outermost} was taken off, and inspect says ${form.kind}`);
        assert.notEqual(Buffer.from(given.subarray(0, 8)).toString("latin1"), "Salted__");
      },
    ),
    { numRuns: 400 },
  );
});
