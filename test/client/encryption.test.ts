import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { copyWithTimeout } from "../../client/src/encryption/clearingClipboard";
import { beside } from "../../client/src/encryption/neighbourUrl";
import { opensslCommand } from "../../client/src/encryption/opensslCommand";
import { randomKeyingMaterial, randomPassphrase } from "../../client/src/encryption/randomKey";
import { encryptBytes, isSame, openBytes, type Recipe, recipe, recipeName } from "../../client/src/encryption/recipe";
import { verifyDecryption } from "../../client/src/encryption/verifyDecryption";
import { encryption } from "../../server/src/dialects/cisco-flat-profile/keyRule";
import { readRule } from "../../server/src/dialects/cisco-flat-profile/rules/rule";
import { keyingMaterial } from "../../server/src/encryption/keyingMaterial";

const profile = new TextEncoder().encode("<flat-profile><Resync_Periodic>60</Resync_Periodic></flat-profile>");
const recipes: readonly Recipe[] = [
  recipe("none", { gzip: true }),
  recipe("aes-256-cbc"),
  recipe("aes-256-cbc", { gzip: true, digest: "sha256" }),
  recipe("aes128gcm", { keyId: "6131" }),
  recipe("aes128gcm", { gzip: true, recordSize: 64 }),
];

for (const how of recipes)
  test(`${recipeName(how)}: what is opened is written the same way again`, async () => {
    const encrypted = await encryptBytes(profile, "key one", how);
    const opened = await openBytes(encrypted, "key one");
    assert.ok(isSame(opened.plain, profile));
    assert.deepEqual(opened.recipe, how);
    assert.ok(!isSame(await encryptBytes(profile, "key one", how), encrypted) || how.encryption === "none");
  });

test("a small file that unpacks to more than an editor shows is refused", async () => {
  const bomb = await encryptBytes(new Uint8Array((50 << 20) + 1), "k", recipe("aes-256-cbc", { gzip: true }));
  await assert.rejects(openBytes(bomb, "k"), RangeError);
});

async function checkPhone(
  how: Recipe,
  keys: { readonly ruleKey?: string; readonly keyingMaterial?: string },
  expected: string,
  content = profile,
): Promise<void> {
  const verdict = await verifyDecryption(await encryptBytes(content, "right", how), keys);
  const reported =
    verdict.kind === "fault"
      ? verdict.message
      : verdict.kind === "no-profile"
        ? `no profile: ${verdict.taken}`
        : `opens ${verdict.taken}${verdict.needsHeader ? ", header" : ""}${verdict.isSha256 ? ", sha256" : ""}`;
  assert.ok(reported.startsWith(expected), reported);
}

test("a rule is verified as the phone would open the file", async () => {
  const cbc = recipe("aes-256-cbc", { gzip: true });
  const gcm = recipe("aes128gcm");
  await checkPhone(cbc, { ruleKey: "right" }, "opens gzip + AES-256-CBC (MD5)");
  await checkPhone(cbc, { ruleKey: "right", keyingMaterial: "other" }, "opens gzip + AES-256-CBC (MD5)");
  await checkPhone(
    recipe("aes-256-cbc", { digest: "sha256" }),
    { ruleKey: "right" },
    "opens AES-256-CBC (SHA-256), sha256",
  );
  await checkPhone(cbc, { ruleKey: "wrong" }, "The key is wrong");
  await checkPhone(cbc, {}, "The file is encrypted, and the rule has no --key.");
  await checkPhone(gcm, { keyingMaterial: "right" }, "opens aes128gcm, header");
  await checkPhone(gcm, { keyingMaterial: "right", ruleKey: "wrong" }, "opens aes128gcm, header");
  await checkPhone(gcm, { keyingMaterial: "wrong" }, "The key is wrong");
  await checkPhone(gcm, { ruleKey: "right" }, "The file is not encrypted in the openssl format");
  await checkPhone(recipe("none", { gzip: true }), {}, "opens gzip");
  await checkPhone(
    recipe("none", { gzip: true }),
    { ruleKey: "right" },
    "The file is not encrypted in the openssl format",
  );
  await checkPhone(cbc, { ruleKey: "right" }, "no profile: gzip", new TextEncoder().encode("<catalog/>"));
});

test("a cut-off file is distinguished from a wrong key", async () => {
  const encrypted = await encryptBytes(profile, "right", recipe("aes-256-cbc"));
  const verdict = await verifyDecryption(encrypted.subarray(0, encrypted.length - 5), { ruleKey: "right" });
  assert.match(verdict.kind === "fault" ? verdict.message : "", /cut off/);
});

test("generated keys are long, differ, and need no quotes", () => {
  const keys = Array.from({ length: 200 }, randomPassphrase);
  assert.equal(new Set(keys).size, 200);
  for (const key of keys) {
    assert.match(key, /^[A-Za-z0-9]{24}$/);
    assert.equal(encryption.argumentOf(key), key);
  }
  assert.ok(new Set(keys.join("")).size === 62);
  const ikm = randomKeyingMaterial();
  const read = keyingMaterial(new TextEncoder().encode(ikm));
  assert.equal(`${read.encoding} ${read.bytes.length}`, "base64 16");
});

test("a matching rule gives the phone the very key", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (key) => {
      const argument = encryption.argumentOf(key);
      if (argument === undefined) return assert.match(key, /["\]]/);
      const element = encryption.rule("https://h/p.cfg", argument);
      const text = encryption.decode(element.slice("<Profile_Rule>".length, -"</Profile_Rule>".length));
      const [alternative] = readRule(text, "profile").alternatives;
      assert.equal(
        alternative?.options[0]?.argument && encryption.unescapeArgument(alternative.options[0].argument),
        key,
      );
      assert.equal(alternative?.url, "https://h/p.cfg");
    }),
  );
  assert.equal(encryption.rule("http://h/a", undefined), "<Profile_Rule>http://h/a</Profile_Rule>");
});

test("the address of the rule is kept, the file's name replaces its end", () => {
  assert.equal(beside("http://h:80/d/$MA.xml?x=/1", "a b.cfg"), "http://h:80/d/a%20b.cfg");
  assert.equal(beside("/$MA.xml", "p.cfg"), "/p.cfg");
  for (const nothing of [undefined, "", "http://h"])
    assert.equal(beside(nothing, "p.cfg"), "https://prov.example.com/p.cfg");
});

test("references in XML are read back", () => {
  assert.equal(encryption.decode("&lt;&#65;&#x42;&amp;amp;&unknown;&#x110000;"), "<AB&amp;&unknown;&#x110000;");
  fc.assert(
    fc.property(fc.string(), (text) => {
      const rule = encryption.rule(text, undefined);
      assert.equal(encryption.decode(rule.slice("<Profile_Rule>".length, -"</Profile_Rule>".length)), text);
    }),
  );
});

test("openssl commands quote names and mask the key", () => {
  const { encrypt, decrypt } = opensslCommand(recipe("aes-256-cbc", { gzip: true }), "a b.xml", "it's.cfg");
  assert.equal(encrypt, "gzip -c 'a b.xml' | openssl enc -e -aes-256-cbc -md md5 -k '••••' -out 'it'\\''s.cfg'");
  assert.equal(decrypt, "openssl enc -d -aes-256-cbc -md md5 -k '••••' -in 'it'\\''s.cfg' | gunzip -c > 'a b.xml'");
});

test("the clipboard forgets a key, and keeps what was copied after it", async () => {
  let copied = "";
  const clipboard = {
    readText: async () => copied,
    writeText: async (text: string) => {
      copied = text;
    },
  };
  await copyWithTimeout(clipboard, "canary", 0.01);
  assert.equal(copied, "canary");
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal(copied, "");
  const clear = await copyWithTimeout(clipboard, "canary");
  copied = "other";
  await clear();
  assert.equal(copied, "other");
});
