import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import test from "node:test";
import fc from "fast-check";
import { maxRecordSize } from "../../server/src/encryption/aes128gcm";
import { collect, sourceOf } from "../../server/src/encryption/bytes";
import { type EncryptPlan, encryptStream } from "../../server/src/encryption/encrypt";
import { EncryptionFault } from "../../server/src/encryption/encryptionFault";
import { inspect } from "../../server/src/encryption/inspect";
import { type OpenOptions, open } from "../../server/src/encryption/open";
import { platform } from "../support/platform";

const profile = Buffer.from(`<flat-profile>\n${"<GPP_A>some value</GPP_A>\n".repeat(40)}</flat-profile>\n`);
const another = Buffer.from(profile.toString().replaceAll("some", "SOME"));
const key = Buffer.from("a key that fits");

const plans: Readonly<Record<string, EncryptPlan>> = {
  cbc: { gzip: false, encryption: { kind: "aes-256-cbc", passphrase: key, digest: "md5" } },
  "cbc of gzip": { gzip: true, encryption: { kind: "aes-256-cbc", passphrase: key, digest: "sha256" } },
  gcm: { gzip: false, encryption: { kind: "aes128gcm", ikm: key, recordSize: 100 } },
  "gcm of gzip": { gzip: true, encryption: { kind: "aes128gcm", ikm: key } },
};

async function outcome(file: Uint8Array, options: OpenOptions): Promise<Uint8Array | EncryptionFault> {
  try {
    const { content } = await open(sourceOf(file), options, platform);
    return await collect(content, 1 << 24);
  } catch (error) {
    if (error instanceof EncryptionFault) return error;
    throw error;
  }
}

async function codeOf(file: Uint8Array, options: OpenOptions): Promise<string> {
  const result = await outcome(file, options);
  return result instanceof EncryptionFault ? result.code : "opened";
}

for (const [name, plan] of Object.entries(plans))
  test(`${name}: a wrong key, no key and a file cut off are distinguished`, async () => {
    const file = await collect(encryptStream(sourceOf(profile), plan, platform));
    const encryption = plan.encryption?.kind;
    assert.deepEqual(Buffer.from((await outcome(file, { key, encryption })) as Uint8Array), profile);
    assert.equal(await codeOf(file, { key: Buffer.from("another"), encryption }), "wrong-key");
    assert.equal(await codeOf(file, { encryption }), "no-key");
    for (let length = 0; length < file.length; length += 7)
      assert.notEqual(await codeOf(file.subarray(0, length), { key, encryption }), "opened", `${length}`);
  });

test("cut off between blocks, CBC's end is not padding", async () => {
  const plan = plans.cbc as EncryptPlan;
  const file = await collect(encryptStream(sourceOf(profile), plan, platform));
  assert.equal(await codeOf(file.subarray(0, -5), { key }), "truncated");
  assert.equal(await codeOf(file.subarray(0, 16), { key }), "truncated");
  assert.equal(await codeOf(file.subarray(0, -16), { key }), "wrong-key");
});

test("cut off between records is reported, though each record is whole", async () => {
  const file = await collect(encryptStream(sourceOf(profile), plans.gcm as EncryptPlan, platform));
  const encryption = "aes128gcm";
  assert.equal(await codeOf(file.subarray(0, 21 + 300), { key, encryption }), "truncated");
  const swapped = Buffer.concat([
    file.subarray(0, 21),
    file.subarray(121, 221),
    file.subarray(21, 121),
    file.subarray(221),
  ]);
  assert.equal(await codeOf(swapped, { key, encryption }), "wrong-key");
  const flipped = Buffer.from(file);
  flipped[21 + 350] = (flipped[21 + 350] ?? 0) ^ 1;
  assert.equal(await codeOf(flipped, { key, encryption }), "damaged");
});

test("of mutated files none is accepted where authentication exists, none crashes", async (t) => {
  let longest = 0;
  const before = process.resourceUsage().maxRSS;
  const files = await Promise.all(
    Object.values(plans).map(async (plan) => ({
      plan,
      file: await collect(encryptStream(sourceOf(profile), plan, platform)),
      other: await collect(encryptStream(sourceOf(another), plan, platform)),
    })),
  );
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant("flip" as const), at: fc.nat(), bit: fc.nat(7) }),
    fc.record({ kind: fc.constant("cut" as const), at: fc.nat() }),
    fc.record({ kind: fc.constant("splice" as const), at: fc.nat(), to: fc.nat() }),
    fc.record({ kind: fc.constant("size" as const), size: fc.nat(0xffffffff) }),
    fc.record({
      kind: fc.constant("size" as const),
      size: fc.constantFrom(0, 1, 17, 18, 99, 101, 0x7fffffff, 0xffffffff),
    }),
    fc.record({ kind: fc.constant("id" as const), length: fc.nat(255) }),
    fc.record({ kind: fc.constant("swap" as const), at: fc.nat(), to: fc.nat(), unit: fc.constantFrom(16, 100) }),
    fc.record({ kind: fc.constant("other" as const), at: fc.nat() }),
    fc.record({ kind: fc.constant("more" as const), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.nat(files.length - 1),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (which, changes) => {
        const { plan, file, other } = files[which] ?? assert.fail();
        let mutated = Buffer.from(file);
        for (const change of changes) {
          const at = "at" in change ? change.at % Math.max(1, mutated.length) : 0;
          if (change.kind === "flip") mutated[at] = (mutated[at] ?? 0) ^ (1 << change.bit);
          else if (change.kind === "cut") mutated = mutated.subarray(0, at);
          else if (change.kind === "splice")
            mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(change.to % (mutated.length + 1))]);
          else if (change.kind === "size" && mutated.length > 20) mutated.writeUInt32BE(change.size, 16);
          else if (change.kind === "id" && mutated.length > 20) mutated[20] = change.length;
          else if (change.kind === "swap") mutated = swapped(mutated, at, change.to, change.unit);
          // the same key, another salt: its end after our beginning
          else if (change.kind === "other") mutated = Buffer.concat([mutated.subarray(0, at), other.subarray(at)]);
          else if (change.kind === "more") mutated = Buffer.concat([mutated, change.bytes]);
        }
        inspect(mutated, mutated.length);
        const began = performance.now();
        const result = await outcome(mutated, { key, encryption: plan.encryption?.kind });
        longest = Math.max(longest, performance.now() - began);
        if (result instanceof EncryptionFault) return;
        if (plan.encryption?.kind === "aes128gcm")
          assert.ok(
            [profile, another].some((whole) => whole.equals(result)),
            `accepted: ${JSON.stringify(changes)}`,
          );
      },
    ),
    { numRuns: Number(process.env.MUTATIONS ?? 1000) },
  );
  const grown = (process.resourceUsage().maxRSS - before) / 1024;
  t.diagnostic(`at most ${longest.toFixed(0)} ms each; memory grew by ${grown.toFixed(0)} MB`);
  assert.ok(longest < 10_000 && grown < 400, `${longest} ms, ${grown} MB`);
});

/** Two parts of a file in each other's place. */
function swapped(file: Buffer, at: number, to: number, unit: number): Buffer<ArrayBuffer> {
  const count = Math.floor(file.length / unit);
  if (count < 2) return Buffer.from(file);
  const [first, second] = [(at % count) * unit, (to % count) * unit];
  const result = Buffer.from(file);
  file.copy(result, first, second, second + unit);
  file.copy(result, second, first, first + unit);
  return result;
}

test("a record that would not fit into memory is refused, a large size with a short body is not", async () => {
  const header = Buffer.alloc(21);
  header.writeUInt32BE(0xffffffff, 16);
  let given = 0;
  async function* endless() {
    yield header;
    for (;;) {
      given += 1 << 20;
      yield new Uint8Array(1 << 20);
    }
  }
  const { content } = await open(endless(), { key, encryption: "aes128gcm" }, platform).then(
    (opened) => opened,
    (e) => {
      assert.ok(e instanceof EncryptionFault && e.code === "record-size", String(e));
      return { content: undefined };
    },
  );
  if (content) await assert.rejects(collect(content), (e) => e instanceof EncryptionFault && e.code === "record-size");
  assert.ok(given <= maxRecordSize + (2 << 20));
});

test("any bytes come back, however they are cut into chunks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 700 }),
      fc.boolean(),
      fc.integer({ min: 18, max: 5000 }),
      async (bytes, chunk, gzip, recordSize) => {
        async function* source() {
          for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
        }
        if (bytes[0] === 0x1f && bytes[1] === 0x8b) return;
        for (const encryption of [
          { kind: "aes128gcm", ikm: key, recordSize },
          { kind: "aes-256-cbc", passphrase: key, digest: "sha256" },
        ] as const) {
          const file = await collect(encryptStream(source(), { gzip, encryption }, platform));
          const result = await outcome(file, { key, encryption: encryption.kind, digest: "sha256" });
          assert.deepEqual(Buffer.from(result as Uint8Array), Buffer.from(bytes));
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("a file is shown without its key", async () => {
  const reported = async (plan: EncryptPlan) => {
    const file = await collect(encryptStream(sourceOf(profile), plan, platform));
    return inspect(file.subarray(0, 4096), file.length);
  };
  assert.equal((await reported(plans.cbc as EncryptPlan)).kind, "openssl");
  assert.equal((await reported(plans.gcm as EncryptPlan)).kind, "aes128gcm");
  assert.equal((await reported({ gzip: true })).kind, "gzip");
  assert.equal((await reported({ gzip: false })).kind, "text");
  assert.equal(inspect(new Uint8Array()).kind, "empty");
  assert.equal(inspect(Buffer.from("U2FsdGVkX1/d7TXhOw7/")).kind, "openssl-base64");
  const broken = inspect(Buffer.concat([Buffer.from("Salted__12345678"), randomBytes(15)]), 31);
  assert.ok(broken.kind === "openssl" && !broken.isWhole);
});
