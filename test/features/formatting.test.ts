import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { TextEdit } from "vscode-languageserver-protocol";
import type { OpenFile } from "../../server/src/features/feature";
import { formatEdits, formatting, onTypeFormatting, rangeFormatting } from "../../server/src/features/formatting";
import { applyEdits } from "../../server/src/text/edits";
import { elementOf } from "../../server/src/xml/element";
import { checkLayout } from "../fuzz/laws";
import { pieced } from "../fuzz/mutate";
import { Random } from "../fuzz/random";
import { brokenFiles } from "../support/brokenFiles";
import { catalogue } from "../support/catalogue";
import { corpusFiles, corpusFolder } from "../support/corpus";
import { fixture, noToken, textDocument } from "../support/fixture";
import { dialect, snapshotOf } from "../support/problems";

const options = { tabSize: 2, insertSpaces: true };
const style = { indent: "  ", blankLines: 1 };

function apply(file: OpenFile, edits: readonly TextEdit[] | null): string {
  return applyEdits(
    file.snapshot.text,
    (edits ?? []).map(({ range, newText }) => ({
      span: { start: file.lines.offsetAt(range.start), end: file.lines.offsetAt(range.end) },
      text: newText,
    })),
  );
}

function formatted(text: string, more: object = {}): string {
  const { file } = fixture(text);
  return apply(file, formatting.run(file, { textDocument, options: { ...options, ...more } }, noToken));
}

function typed(text: string, ch: string): string {
  const { file, position } = fixture(text);
  return apply(file, onTypeFormatting.run(file, { textDocument, position, ch, options }, noToken));
}

test("one element on each line, indented", () => {
  assert.equal(
    formatted(
      "<flat-profile><Proxy_1_>a</Proxy_1_><Proxy_2_/>\n\n\n\n      <!-- c -->\n<Proxy_3_>b\n c</Proxy_3_></flat-profile>",
    ),
    "<flat-profile>\n  <Proxy_1_>a</Proxy_1_>\n  <Proxy_2_/>\n\n  <!-- c -->\n  <Proxy_3_>b\n c</Proxy_3_>\n</flat-profile>",
  );
});

test("sections are a step deeper, wrappers keep what is theirs", () => {
  assert.equal(
    formatted(
      "<device>\n <name> </name>\n<flat-profile><router-configuration><WAN_Interface><Foo>1</Foo></WAN_Interface></router-configuration></flat-profile></device>",
    ),
    "<device>\n <name> </name>\n  <flat-profile>\n    <router-configuration>\n      <WAN_Interface>\n        <Foo>1</Foo>\n      </WAN_Interface>\n    </router-configuration>\n  </flat-profile>\n</device>",
  );
});

test("blanks in tags become single", () => {
  assert.equal(
    formatted(
      `<flat-profile>\n<Proxy_1_   ua = "rw"\n\tuser-pref='y' > a </Proxy_1_ >\n<Proxy_2_ ua="na" />\n</flat-profile>`,
    ),
    `<flat-profile>\n  <Proxy_1_ ua="rw" user-pref='y'> a </Proxy_1_>\n  <Proxy_2_ ua="na"/>\n</flat-profile>`,
  );
});

test("a comment after an element stays after it, as it is written", () => {
  const text = "<flat-profile>\n  <Proxy_1_>a</Proxy_1_>   <!-- options: a/b\n   c -->\n</flat-profile>\n";
  assert.equal(formatted(text), text);
});

test("line ends stay as they are", () => {
  assert.equal(
    formatted('<?xml version="1.0"?><flat-profile>\r\n<Proxy_1_>a</Proxy_1_></flat-profile>'),
    '<?xml version="1.0"?>\r\n<flat-profile>\r\n  <Proxy_1_>a</Proxy_1_>\r\n</flat-profile>',
  );
});

test("the options of the editor count", () => {
  assert.equal(
    formatted("<flat-profile>\n<Proxy_1_/>\n</flat-profile>", { insertSpaces: false, insertFinalNewline: true }),
    "<flat-profile>\n\t<Proxy_1_/>\n</flat-profile>\n",
  );
  assert.equal(formatted("<flat-profile/>\n\n\n", { trimFinalNewlines: true }), "<flat-profile/>\n");
});

test("templates and faults are left alone, their neighbours are not", () => {
  assert.equal(
    formatted("<flat-profile>\n{if $x}   <Proxy_1_>a</Proxy_1_>{/if}<Proxy_2_/><Proxy_3_/></flat-profile>"),
    "<flat-profile>\n{if $x}   <Proxy_1_>a</Proxy_1_>{/if}<Proxy_2_/>\n  <Proxy_3_/>\n</flat-profile>",
  );
  const wrong = "<flat-profile><Proxy_1_>a</Proxy_1>   <Proxy_2_>b</Proxy_2_><Proxy_3_/>";
  assert.match(
    formatted(`${wrong}</flat-profile>`),
    /^<flat-profile><Proxy_1_>a<\/Proxy_1> {3}<Proxy_2_>b<\/Proxy_2_>\n {2}<Proxy_3_\/>/,
  );
});

test("a range changes its own lines", () => {
  const { file } = fixture("<flat-profile>\n<Proxy_1_/>\n<Proxy_2_/>\n<Proxy_3_/>\n</flat-profile>");
  const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 5 } };
  assert.equal(
    apply(file, rangeFormatting.run(file, { textDocument, range, options }, noToken)),
    "<flat-profile>\n<Proxy_1_/>\n  <Proxy_2_/>\n<Proxy_3_/>\n</flat-profile>",
  );
});

test("a closed tag indents its line, a new line is indented", () => {
  assert.equal(
    typed("<flat-profile>\n<Proxy_1_>a</Proxy_1_>$0\n<Proxy_2_/>\n</flat-profile>", ">"),
    "<flat-profile>\n  <Proxy_1_>a</Proxy_1_>\n<Proxy_2_/>\n</flat-profile>",
  );
  assert.equal(
    typed("<flat-profile>\n  <Proxy_1_/>\n$0\n</flat-profile>", "\n"),
    "<flat-profile>\n  <Proxy_1_/>\n  \n</flat-profile>",
  );
  const inValue = "<flat-profile>\n  <Proxy_1_>a\n$0\n</Proxy_1_>\n</flat-profile>";
  assert.equal(typed(inValue, "\n"), inValue.replace("$0", ""));
});

/** Everything a phone may read from a file. */
function content(text: string): unknown {
  const { segments } = dialect.read(text, catalogue);
  return {
    settings: segments.flatMap(({ settings }) =>
      settings.map((s) => [s.name, s.path, s.text, elementOf(s).attributes.map((a) => [a.name, a.value])]),
    ),
    comments: segments.flatMap(({ comments }) => comments.map((comment) => comment.text)),
  };
}

function checkFormat(text: string): void {
  const once = applyEdits(text, formatEdits(snapshotOf(text), style));
  assert.deepEqual(content(once), content(text));
  assert.equal(once.replace(/\s/g, ""), text.replace(/\s/g, ""));
  const twice = applyEdits(once, formatEdits(snapshotOf(once), style));
  assert.equal(twice, once);
}

test("formatting changes no name, attribute, value or comment, and twice is once", (t) => {
  for (const text of brokenFiles) checkFormat(text);
  if (!corpusFolder) return t.diagnostic("the corpus is not here");
  for (const { text, path } of corpusFiles()) {
    try {
      checkFormat(text);
    } catch (error) {
      throw new Error(path, { cause: error });
    }
  }
});

const piece = fc.constantFrom(
  "<flat-profile>",
  "</flat-profile>",
  "<Proxy_1_>",
  "</Proxy_1_>",
  '<Proxy_2_ ua = "rw" >',
  "</Proxy_2_ >",
  "<Resync_Periodic/>",
  "<router-configuration>",
  "</router-configuration>",
  "<WAN_Interface>",
  "</WAN_Interface>",
  "<!-- c -->",
  "<!--",
  "-->",
  "{if $x}",
  "{/if}",
  " ",
  "\n",
  "\r\n",
  "\t",
  "a & b",
  "60",
  "<",
  ">",
  "<Foo",
  'value="1"/>',
  "<![CDATA[x]]>",
  '<?xml version="1.0"?>',
  "<device>",
  "</device>",
  "\n\n\n",
);

test("so it is on random files", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => checkFormat(`<flat-profile>${pieces.join("")}`)),
    { numRuns: 3000 },
  );
});

test("so it is on mutations of a file", () => {
  const base =
    '<?xml version="1.0"?>\n<flat-profile>\n<Proxy_1_ ua="rw">a</Proxy_1_><!-- c --><Proxy_2_/>\n\n\n<Resync_Periodic>60</Resync_Periodic> <Profile_Rule>http://h/$MA.xml</Profile_Rule>\r\n<router-configuration><WAN_Interface><Foo>1</Foo></WAN_Interface></router-configuration></flat-profile>\n';
  fc.assert(
    fc.property(fc.nat(base.length), fc.nat(30), piece, (at, cut, fresh) =>
      checkFormat(base.slice(0, at) + fresh + base.slice(at + cut)),
    ),
    { numRuns: 3000 },
  );
});

test("where a segment ends does not show in the layout", () => {
  // 4 kB: each length puts the boundary at another character.
  for (let more = 0; more < 60; more++) {
    const text = `<flat-profile>${"x".repeat(more)}\n${"<GPP_A >1</GPP_A></Gone><GPP_B >2</GPP_B>".repeat(220)}</flat-profile>\n`;
    checkLayout(text);
    const once = formatted(text);
    assert.equal(formatted(once), once);
  }
});

test("blanks after an end tag without its name stay between elements", () => {
  for (const start of ["<{{ x }}_1_>", '<{{ x }} ua="na">{$A}', "<GPP_B>", "<GPP_B", "<GPP_B>a & b"])
    for (const blanks of ["", "\n    ", "\r\n", "\n\n\t", "  "])
      for (const end of ["<GPP_A>1</GPP_A>\n</flat-profile>", "</flat-profile>", ""])
        checkLayout(`<flat-profile>\n    ${start}1</${blanks}${end}`);
});

test("so it is where faults are at every boundary", () => {
  const random = new Random(800);
  for (let i = 0; i < 60; i++) checkLayout(pieced(random, 9_000));
});
