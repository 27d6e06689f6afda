import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const utf16be = (text: string) => utf16(text).swap16();
const utf8Mark = (text: string) => Buffer.from(`\ufeff${text}`);
const cr = (text: string) => Buffer.from(text.replaceAll("\n", "\r"));
const crlf = (text: string) => Buffer.from(text.replaceAll("\n", "\r\n"));

/** How editors and shells write text. */
const spellings: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with its mark": utf8Mark,
  "UTF-16, as PowerShell writes it": utf16,
  "UTF-16 with large ends first": utf16be,
  "CR at the ends of lines": cr,
  "CR LF at the ends of lines": crlf,
  "UTF-16 with CR": (text) => utf16(text.replaceAll("\n", "\r")),
};

const profile = "<flat-profile>\n<Profile_Rule>http://h/$MA.xml</Profile_Rule>\n</flat-profile>\n";
const list = "mac,model\n00005e005301,8841\n00005e005302,6841\n";
const answers = /00005e005301,1,http:\/\/h\/00005e005301\.xml[\s\S]*00005e005302,1,http:\/\/h\/00005e005302\.xml/;

for (const [name, spell] of Object.entries(spellings)) {
  test(`an inventory in ${name} is read`, () =>
    withSite({ "site.xml": profile, "phones.csv": spell(list) }, async (site) => {
      const { code, out, err } = await site.run(["fleet", "site.xml", "--devices", "phones.csv"]);
      assert.equal(code, 0, err);
      assert.match(out, answers);
      const piped = await site.run(["fleet", "site.xml", "--devices", "-"], spell(list));
      assert.equal(piped.out, out);
    }));

  test(`a device file in ${name} is read`, () =>
    withSite(
      {
        "site.xml": profile,
        "phone.json": spell(
          '{ // comment\n "devices": [ { "id": "desk", "model": "8841", "mac": "00005e005301" } ]\n}\n',
        ),
      },
      async (site) => {
        const { code, out, err } = await site.run(["preview", "site.xml", "--device", "phone.json"]);
        assert.equal(code, 0, err);
        assert.match(out, /http:\/\/h\/00005e005301\.xml/);
      },
    ));

  test(`a key in ${name} is the key`, () =>
    withSite({ "site.xml": profile, "key.txt": spell("Schlüssel 1\nnote\n") }, async (site) => {
      const encrypted = await site.run(["encrypt", "site.xml", "-o", "site.enc", "--key-file", "key.txt"]);
      assert.equal(encrypted.code, 0, encrypted.err);
      const opened = await site.run(["decrypt", "site.enc", "--key-env", "KEY"], "", { KEY: "Schlüssel 1" });
      assert.equal(opened.out, profile);
    }));

  test(`a table of keys in ${name} is read`, () =>
    withSite({ "in/a.xml": profile, "keys.csv": spell("file,key\na.xml,Schlüssel\n") }, async (site) => {
      const encrypted = await site.run(["encrypt", "in", "-o", "out", "--keys", "keys.csv"]);
      assert.equal(encrypted.code, 0, encrypted.err);
      const opened = await site.run(["decrypt", "out/a.xml", "--key-env", "KEY"], "", { KEY: "Schlüssel" });
      assert.equal(opened.out, profile, opened.err);
    }));
}

test("a key keeps bytes that are not UTF-8, and one that is not text is refused", () =>
  withSite(
    {
      "site.xml": profile,
      "latin.key": Buffer.from("Schl\u00fcssel\n", "latin1"),
      "binary.key": Uint8Array.of(1, 0, 2, 0xff, 10),
      "empty.key": utf16("\r\n"),
    },
    async (site) => {
      await site.run(["encrypt", "site.xml", "-o", "site.enc", "--key-file", "latin.key"]);
      assert.equal((await site.run(["decrypt", "site.enc", "--key-file", "latin.key"])).out, profile);
      for (const [file, reason] of [
        ["binary.key", /binary\.key: The first line is not text/],
        ["empty.key", /empty\.key: The first line is empty/],
      ] as const) {
        const { code, err } = await site.run(["decrypt", "site.enc", "--key-file", file]);
        assert.equal(code, 2);
        assert.match(err, reason);
      }
    },
  ));

for (const [text, line] of [
  ['mac,label\n00005e005301,"Front\n00005e005302,Hall\n', 2],
  ['mac,label\n00005e005301,Front\n00005e005302,"Hall\n', 3],
  ['mac,label\n00005e005301,"Fr"ont\n00005e005302,Hall\n', 2],
] as const)
  test(`the list ${JSON.stringify(text)} is an error that names its row`, () =>
    withSite({ "site.xml": profile, "phones.csv": text }, async (site) => {
      const { code, err } = await site.run(["fleet", "site.xml", "--devices", "phones.csv"]);
      assert.equal(code, 2);
      assert.match(err, new RegExp(`phones\\.csv:${line}: `));
    }));

test("an inventory in UTF-32 is refused in words", () =>
  withSite({ "site.xml": profile, "phones.csv": utf16(list) }, async (site) => {
    const wide = Buffer.concat(
      [...`\ufeff${list}`].map((c) => Buffer.from([c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0])),
    );
    const { code, err } = await site.run(["fleet", "site.xml", "--devices", "-"], wide);
    assert.equal(code, 2);
    assert.match(err, /UTF-32LE\. Save it as UTF-8/);
  }));
