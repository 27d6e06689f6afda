import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { type Site, withSite } from "../support/commandLine";

const profile = `<flat-profile>
  <Proxy_1_ ua="na">a.example.com</Proxy_1_>
  <Proxy_2_>b.org</Proxy_2_>
  <Proxy_3_>{{proxy}}</Proxy_3_>
  <Admin_Password>planted-secret</Admin_Password>
</flat-profile>
`;
const files = {
  "a.xml": profile,
  "sub/b.xml": "<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>\n",
  "46xxsettings.txt": 'SET SIPDOMAIN "b.org"\nSET HTTPSRVR 192.0.2.1\n',
  "packed.xml": gzipSync(profile),
};
const lines = (text: string) => text.split("\n").filter((line) => line !== "");
const textOf = (site: Site, name: string) => readFileSync(site.path(name), "utf8");

test("settings are found by parameter and value, in files of every system", () =>
  withSite(files, async (site) => {
    const all = await site.run(["find", "Proxy_n_", "."]);
    assert.equal(all.code, 0);
    assert.deepEqual(lines(all.out), [
      "a.xml:2:4: Proxy_1_ = a.example.com",
      "a.xml:3:4: Proxy_2_ = b.org",
      "a.xml:4:4: Proxy_3_ = {{proxy}}",
    ]);
    assert.match(all.err, /packed\.xml: The file is compressed.* Skipped\.\n3 settings in 1 file/);
    const valued = await site.run(["find", "*", ".", "--value", "b.org", "--format", "json"]);
    assert.deepEqual(
      lines(valued.out).map((line) => JSON.parse(line)),
      [
        { file: "46xxsettings.txt", line: 1, parameter: "SIPDOMAIN", value: "b.org" },
        { file: "a.xml", line: 3, parameter: "Proxy_2_", value: "b.org" },
      ],
    );
    const without = await site.run(["find", "GPP_A", ".", "--without"]);
    assert.deepEqual(lines(without.out), ["46xxsettings.txt", "a.xml"]);
    assert.equal((await site.run(["find", "Proxy_n_", ".", "--matches", "^zzz"])).code, 1);
    for (const args of [
      ["Proxi_n_", "."],
      ["Proxy_n_", ".", "--matches", "("],
      ["Proxy_n_", "none.xml"],
      ["Proxy_n_", "packed.xml"],
    ])
      assert.equal((await site.run(["find", ...args])).code, 2, args.join(" "));
  }));

test("secrets are found, and not printed", () =>
  withSite(files, async (site) => {
    const found = await site.run(["find", "Admin_Password", ".", "--value", "planted-secret"]);
    assert.deepEqual(lines(found.out), ["a.xml:5:4: Admin_Password = ••••"]);
    const changed = await site.run(["set", "Admin_Password", "other-secret", ".", "--write"]);
    assert.equal(changed.code, 0);
    assert.match(changed.out, /^\+ {2}<Admin_Password>•+<\/Admin_Password>$/m);
    for (const { out, err } of [found, changed]) assert.doesNotMatch(out + err, /planted-secret|other-secret/);
    assert.equal(textOf(site, "a.xml"), profile.replace("planted-secret", "other-secret"));
  }));

test("a change is shown as a diff, and written when that is asked for", () =>
  withSite(files, async (site) => {
    const dry = await site.run(["set", "Proxy_n_", "x&y", "."]);
    assert.equal(dry.code, 1);
    assert.deepEqual(lines(dry.out), [
      "--- a.xml",
      "+++ a.xml",
      "@@ -2 +2 @@",
      '-  <Proxy_1_ ua="na">a.example.com</Proxy_1_>',
      '+  <Proxy_1_ ua="na">x&amp;y</Proxy_1_>',
      "@@ -3 +3 @@",
      "-  <Proxy_2_>b.org</Proxy_2_>",
      "+  <Proxy_2_>x&amp;y</Proxy_2_>",
    ]);
    assert.match(
      dry.err,
      /2 settings in 1 file would change\. Use --write to change them\.\n1 value with placeholders left alone/,
    );
    assert.equal(textOf(site, "a.xml"), profile);
    const one = await site.run(["set", "Proxy_n_", "x&y", ".", "--value", "b.org", "--write"]);
    assert.equal(one.code, 0);
    assert.equal(textOf(site, "a.xml"), profile.replace("b.org", "x&amp;y"));
    assert.equal((await site.run(["set", "Proxy_2_", "x&y", ".", "--write"])).code, 0); // it has the value
    await site.run(["set", "SIPDOMAIN", "c d.org", ".", "--write"]);
    assert.equal(textOf(site, "46xxsettings.txt"), files["46xxsettings.txt"].replace("b.org", "c d.org"));
  }));

test("a value that the format or the phone does not take is not written", () =>
  withSite(files, async (site) => {
    const soon = await site.run(["set", "Resync_Periodic", "soon", ".", "--write"]);
    assert.deepEqual([soon.code, soon.out], [2, ""]);
    assert.match(soon.err, /Expected seconds.* Use --force/);
    const line = await site.run(["set", "HTTPSRVR", 'a "b" c', ".", "--write", "--force"]);
    assert.equal(line.code, 2);
    assert.match(line.err, /46xxsettings\.txt: Not changed\. The format cannot contain the value at this place/);
    assert.equal(textOf(site, "46xxsettings.txt"), files["46xxsettings.txt"]);
    assert.equal((await site.run(["set", "Proxy_n_", "x", "-"])).code, 2);
  }));
