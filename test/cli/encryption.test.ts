import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";

const profile = "<flat-profile>\n<GPP_A>some value</GPP_A>\n</flat-profile>\n";
const withKey = { "a.xml": profile, "key.txt": "it's a key \r\nno more of it", "wrong.txt": "cellar" };

test("a file goes there and back, and says what it is", () =>
  withSite(withKey, async (site) => {
    for (const [args, reported] of [
      [[], /in the openssl format with -md md5$/],
      [["--digest", "sha256", "--gzip"], /-md sha256 \(phones expect -md md5\), then gzip$/],
      [
        ["--format", "aes128gcm", "--key-id", "a1", "--record-size", "30"],
        /records of 30 bytes with key ID a1, key read as text$/,
      ],
    ] as const) {
      const encrypted = await site.run(["encrypt", "a.xml", "-o", "a.cfg", "--key-file", "key.txt", ...args]);
      assert.deepEqual([encrypted.code, encrypted.out, encrypted.err], [0, "", ""]);
      const { code, out, err } = await site.run(["decrypt", "a.cfg", "--key-env", "PHONE_KEY"], "", {
        PHONE_KEY: "it's a key ",
      });
      assert.deepEqual([code, out], [0, profile]);
      assert.match(err.trim(), reported);
      const form = await site.run(["inspect", "a.cfg", "a.xml"]);
      assert.match(
        form.out,
        args.length < 5
          ? /^a\.cfg: encrypted in the openssl format/
          : /^a\.cfg: probably aes128gcm: records of 30 bytes, \d+ of them, key ID a1/,
      );
      assert.match(form.out, /^a\.xml: an unencrypted profile$/m);
    }
    assert.deepEqual(readdirSync(site.folder).sort(), ["a.cfg", "a.xml", "key.txt", "wrong.txt"]);
  }));

test("a file of a system without encrypted files is called what it is", () =>
  withSite({ "46xxsettings.txt": "SET L2QVLAN 120\nSET DSCPAUD 46\n" }, async (site) => {
    const { out } = await site.run(["inspect", "46xxsettings.txt"]);
    assert.equal(out.trim(), "46xxsettings.txt: unencrypted: Avaya settings");
    const json = await site.run(["inspect", "--json", "46xxsettings.txt"]);
    assert.deepEqual(JSON.parse(json.out), { file: "46xxsettings.txt", kind: "profile", dialect: "avaya" });
  }));

test("what goes through pipes is what openssl reads", async (t) => {
  if (spawnSync("openssl", ["version"]).status !== 0) return t.skip("no openssl program here");
  await withSite(withKey, async (site) => {
    await site.run(["encrypt", "-", "-o", "a.cfg", "--key-file", "key.txt"], profile);
    const args = ["enc", "-d", "-aes-256-cbc", "-md", "md5", "-k", "it's a key ", "-in", site.path("a.cfg")];
    assert.equal(spawnSync("openssl", args).stdout.toString(), profile);
    const { out } = await site.run(["decrypt", "-", "--key-file", "key.txt", "-q"], readFileSync(site.path("a.cfg")));
    assert.equal(out, profile);
  });
});

test("a wrong key, no key, a wrong target: said plainly, nothing lost, no key shown", () =>
  withSite({ ...withKey, "old.xml": "old content" }, async (site) => {
    await site.run(["encrypt", "a.xml", "-o", "a.cfg", "--key-file", "key.txt"]);
    symlinkSync(site.path("old.xml"), site.path("link.xml"));
    mkdirSync(site.path("folder"));
    const check = async (args: readonly string[], message: RegExp) => {
      const { code, out, err } = await site.run(args);
      assert.deepEqual([code, out], [2, ""], err);
      assert.match(err, message);
      assert.doesNotMatch(err, /it's a key|cellar| at \w+ \(/);
    };
    await check(["decrypt", "a.cfg", "-o", "old.xml", "--key-file", "wrong.txt"], /a\.cfg: The key is wrong/);
    await check(["decrypt", "a.cfg", "-o", "old.xml"], /no key was given/);
    await check(["decrypt", "a.cfg", "-o", "link.xml", "--key-file", "key.txt"], /symbolic link/);
    await check(["decrypt", "a.cfg", "-o", "folder", "--key-file", "key.txt"], /It is a folder/);
    await check(["decrypt", "a.cfg", "-o", "none/a.xml", "--key-file", "key.txt"], /No such folder/);
    await check(["decrypt", "none.cfg", "--key-file", "key.txt"], /none\.cfg: No such file/);
    await check(["decrypt", "a.cfg", "--key-file", "none.txt"], /none\.txt: No such file/);
    for (const key of ["cellar", "the cellar/9+", "b0.cellar9"])
      await check(["decrypt", "a.cfg", "--key-file", key], /--key-file: No such file/);
    await check(["encrypt", "a.xml", "-o", "a.xml", "--key-file", "key.txt"], /input file/);
    await check(["encrypt", "a.cfg", "-o", "b.cfg", "--key-file", "key.txt"], /already encrypted/);
    await check(["encrypt", "a.xml", "-o", "b.cfg"], /No key/);
    await check(["encrypt", "a.xml", "-o", "b.cfg", "--key-env", "NO_SUCH_KEY"], /no environment variable/);
    assert.equal(readFileSync(site.path("old.xml"), "utf8"), "old content");
    const names = ["a.cfg", "a.xml", "folder", "key.txt", "link.xml", "old.xml", "wrong.txt"];
    assert.deepEqual(readdirSync(site.folder).sort(), names);
  }));

test("a key on the command line works and is warned of", () =>
  withSite(withKey, async (site) => {
    const { code, err } = await site.run(["encrypt", "a.xml", "-o", "a.cfg", "--key", "secret phrase"]);
    assert.equal(code, 0);
    assert.match(err, /warning: A key on the command line/);
    assert.doesNotMatch(err, /secret phrase/);
    await site.run(["decrypt", "a.cfg", "-o", "b.xml", "--key", "secret phrase"]);
    assert.equal(statSync(site.path("b.xml")).mode & 0o777, 0o600);
  }));

test("a folder is encrypted with a key per device; a second run does what is left", () =>
  withSite(
    {
      "in/spa000e08012345.xml": profile,
      "in/sub/b.cfg": profile,
      "in/c.xml": profile,
      "keys.csv": 'mac,key\r\n00:0E:08:01:23:45,first\r\nsub/b.cfg,"sec""ond, key"\r\n',
    },
    async (site) => {
      const args = ["encrypt", "in", "--keys", "keys.csv", "-o", "out"];
      const first = await site.run(args);
      assert.deepEqual(
        [first.code, first.err.split("\n")],
        [0, ["Not encrypted, because there is no key: c.xml", "2 encrypted, 0 unchanged, 0 failed", ""]],
      );
      const { out } = await site.run(["decrypt", "out/sub/b.cfg", "--key-env", "K"], "", { K: 'sec"ond, key' });
      assert.equal(out, profile);
      writeFileSync(site.path("out/sub/b.cfg"), "half of it");
      assert.match((await site.run(args)).err, /1 encrypted, 1 unchanged, 0 failed/);
      writeFileSync(site.path("keys.csv"), "../keys.csv,a\nnone.xml,b\nc.xml,c\n");
      const faulty = await site.run(args);
      assert.equal(faulty.code, 2);
      assert.match(faulty.err, /keys\.csv:1: \.\.\/keys\.csv is outside the folder/);
      assert.match(faulty.err, /none\.xml: No such file/);
      assert.match(faulty.err, /1 encrypted, 0 unchanged, 2 failed/);
      writeFileSync(site.path("keys.csv"), "SecretOfASite,00:0E:08:01:23:45\n");
      const swapped = await site.run(args);
      assert.equal(swapped.code, 2);
      assert.match(swapped.err, /keys\.csv:1: Expected the file or MAC address first/);
      assert.doesNotMatch(swapped.err, /SecretOfASite/);
    },
  ));
