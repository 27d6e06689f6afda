import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { decode } from "../../server/src/cli/encoding";
import { Site } from "../support/commandLine";

const profile = (value: string, declared = "") =>
  `${declared}<flat-profile>\n<Text_Logo>${value}</Text_Logo>\n<GPP_A>1</GPP_A>\n</flat-profile>\n`;
const declaredAs = (name: string) => `<?xml version="1.0" encoding="${name}"?>\n`;

type Writer = (text: string) => Buffer;
const utf16le: Writer = (text) => Buffer.from(text, "utf16le");
const utf16be: Writer = (text) => utf16le(text).swap16();
const utf32 =
  (littleEndian: boolean): Writer =>
  (text) => {
    const bytes = Buffer.alloc([...text].length * 4);
    [...text].forEach((c, i) => {
      if (littleEndian) bytes.writeUInt32LE(c.codePointAt(0) ?? 0, i * 4);
      else bytes.writeUInt32BE(c.codePointAt(0) ?? 0, i * 4);
    });
    return bytes;
  };
const wide: Readonly<Record<string, Writer>> = {
  "UTF-16LE": utf16le,
  "UTF-16BE": utf16be,
  "UTF-32LE": utf32(true),
  "UTF-32BE": utf32(false),
};

/** The codes of a file with these bytes, what `--fix` makes of it, and how the runs end. */
async function checkBytes(bytes: Buffer): Promise<{ codes: string[]; fixed: Buffer; end: number | null }> {
  const site = new Site({ "a.xml": bytes });
  try {
    const { out } = await site.run(["check", "a.xml", "--format", "json"]);
    const codes = [...out.matchAll(/"code":\s*"(xml\/[^"]+)"/g)].map((match) => match[1] as string);
    const { code } = await site.run(["check", "a.xml", "--fix"]);
    return { codes, fixed: readFileSync(site.path("a.xml")), end: code };
  } finally {
    site.remove();
  }
}

for (const [name, write] of Object.entries(wide))
  for (const mark of ["", "\ufeff"])
    test(`a file in ${name} ${mark ? "with" : "without"} a mark is an error, and --fix makes it UTF-8`, async () => {
      for (const declared of ["", declaredAs("utf-16")]) {
        const { codes, fixed, end } = await checkBytes(write(mark + profile("Caf\u00e9 \u{1f600}", declared)));
        assert.deepEqual(
          codes.filter((code) => code !== "xml/byte-order-mark"),
          ["xml/not-utf8"],
        );
        assert.equal(fixed.toString("utf8"), profile("Caf\u00e9 \u{1f600}", declared && declaredAs("UTF-8")));
        assert.equal(end, 0);
      }
    });

test("a file in Latin-1 is an error and is left alone, whatever it declares", async () => {
  for (const declared of ["", declaredAs("ISO-8859-1"), declaredAs("UTF-8")]) {
    const bytes = Buffer.from(profile("Caf\u00e9 & \u20ac", declared), "latin1");
    const { codes, fixed, end } = await checkBytes(bytes);
    assert.ok(codes.includes("xml/not-utf8"));
    assert.deepEqual(fixed, bytes);
    assert.equal(end, 1);
  }
});

test("a declaration of another encoding is a warning where it makes a difference", async () => {
  const codesOf = async (text: string) => (await checkBytes(Buffer.from(text))).codes;
  assert.deepEqual(await codesOf(profile("Cafe", declaredAs("ISO-8859-1"))), []);
  assert.deepEqual(await codesOf(profile("Caf\u00e9", declaredAs("ISO-8859-1"))), ["xml/not-utf8"]);
  assert.deepEqual(await codesOf(profile("Caf\u00e9", declaredAs("utf8"))), []);
  assert.deepEqual(await codesOf(profile("Cafe", declaredAs("UTF-16"))), ["xml/not-utf8"]);
  // a replacement character that is written in UTF-8 is a character
  assert.deepEqual(await codesOf(profile("Caf\ufffd")), []);
});

test("format leaves bytes that are not UTF-8 alone, in a file and in a pipe", async () => {
  for (const bytes of [
    utf16le(`\ufeff${profile("a")}`),
    utf32(true)(profile("a")),
    Buffer.from(profile("Caf\u00e9"), "latin1"),
  ]) {
    const site = new Site({ "a.xml": bytes });
    try {
      const { code, err } = await site.run(["format", "a.xml"]);
      assert.equal(code, 2);
      assert.match(err, /Not changed\. The .* UTF-8/);
      assert.deepEqual(readFileSync(site.path("a.xml")), bytes);
    } finally {
      site.remove();
    }
  }
});

for (const [name, lineEnd] of [
  ["CR LF", "\r\n"],
  ["CR", "\r"],
  ["LF", "\n"],
] as const)
  test(`format and --fix keep the mark and lines that end with ${name}`, async () => {
    const text = ['\ufeff<?xml version="1.0"?>', "<flat-profile><Text_Logo>a & b</Text_Logo><GPP_A>1", ""].join(
      lineEnd,
    );
    const site = new Site({ "a.xml": text });
    try {
      await site.run(["check", "a.xml", "--fix"]);
      await site.run(["format", "a.xml"]);
      const lines = [
        '\ufeff<?xml version="1.0"?>',
        "<flat-profile>",
        "  <Text_Logo>a &amp; b</Text_Logo>",
        "  <GPP_A>1</GPP_A>",
        "</flat-profile>",
        "",
      ];
      assert.equal(readFileSync(site.path("a.xml"), "utf8"), lines.join(lineEnd));
    } finally {
      site.remove();
    }
  });

test("the width of characters is seen without a mark", () => {
  for (const [name, write] of Object.entries(wide)) {
    for (const text of [`\n\n${profile("a")}`, `<!-- \u4e2d\u6587 -->${profile("\u4e2d\u6587")}`]) {
      const found = decode(write(text));
      assert.deepEqual([found.bytes.encoding, found.faithful, found.text], [name, true, text]);
    }
  }
  for (const bytes of [Buffer.from("<a>\0</a>\0\0\0"), Buffer.from(""), Buffer.from("\0<"), Buffer.alloc(40)])
    assert.equal(decode(bytes).bytes.encoding, "UTF-8");
  assert.equal(decode(utf16le("\ufeff<a>").subarray(0, 7)).faithful, false);
  assert.equal(decode(utf32(true)("\ufeff<flat-profile>").subarray(0, 9)).faithful, false);
});
