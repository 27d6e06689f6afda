import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { elementsRead } from "../../server/src/dialects/cisco-flat-profile/deployment/kind";
import { readPlainFile } from "../../server/src/dialects/cisco-flat-profile/deployment/plainFile";
import { FileShapes, KnownShapes } from "../../server/src/dialects/cisco-flat-profile/deployment/shapedFile";
import { catalogue } from "../support/catalogue";
import { corpusFiles } from "../support/corpus";

/** What the short way reads is what the reader reads; answers whether it read anything. */
function check(text: string): boolean {
  const short = readPlainFile(text, "a.xml", catalogue.rootSections);
  if (short) assert.deepEqual(short, elementsRead({ name: "a.xml", text, layers: [] }, catalogue), text.slice(0, 500));
  return short !== undefined;
}

test("plain files are read alike in both ways", () => {
  assert.ok(
    check(
      '<flat-profile>\n  <GPP_A ua="na"> a b </GPP_A>\r\n<GPP_B/><GPP_C ua="rw"/><GPP_D></GPP_D><GPP_E>""</GPP_E>\n</flat-profile>\n',
    ),
  );
  assert.ok(check('<?xml version="1.0"?>\n<flat-profile><X preserve-value="y" user-pref="y">1</X></flat-profile>'));
  for (const other of [
    "<flat-profile><GPP_A>a &amp; b</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>{{ x }}</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>a\nb</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>1</GPP_B></flat-profile>",
    "<flat-profile><router-configuration><A>1</A></router-configuration></flat-profile>",
    "<flat-profile><GPP_A>1</GPP_A>",
    "<flat-profile><!-- x --><GPP_A>1</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>1</GPP_A></flat-profile><flat-profile><GPP_A>2</GPP_A></flat-profile>",
  ])
    assert.equal(check(other), false, other);
});

test("random files are read alike in both ways", () => {
  const piece = fc.constantFrom(
    ...'<flat-profile> </flat-profile> <GPP_A> </GPP_A> <GPP_B> </GPP_B> <GPP_A/> <GPP_A_ua="rw"> <GPP_B_ua="na"/> x $MA $x __A__ "" - .'
      .split(" ")
      .map((text) => text.replace("_ua", " ua")),
    " ",
    "\n",
    "\t",
    "<Proxy_1_>a</Proxy_1_>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      check(pieces.join(""));
      check(`<flat-profile>${pieces.join("")}</flat-profile>`);
    }),
    { numRuns: 2000 },
  );
});

test("files of the corpus are read alike in both ways", () => {
  for (const { text } of corpusFiles()) check(text);
});

const shapes = new KnownShapes((name) => name !== "GPP_X");

/** What is read of a file by a shape that was learned before is what the reader reads; answers whether it has the shape. */
function checkShaped(learned: FileShapes, text: string): boolean {
  const file = { name: "a.xml", text, layers: [] };
  const found = learned.find(text);
  if (!found) return false;
  const read = elementsRead(file, catalogue);
  assert.ok(typeof read !== "string", text);
  const expected = read.filter(({ name }) => name !== "GPP_X");
  const content = shapes.content(file, found.shape, found.places);
  assert.deepEqual(content.changes, expected, text);
  for (const [name, changes] of content.byName)
    assert.deepEqual(
      changes,
      expected.filter((change) => change.name === name),
      text,
    );
  assert.deepEqual(content.ignored, read.length > expected.length ? ["GPP_X"] : []);
  return true;
}

function shapesOf(...texts: readonly string[]): FileShapes {
  const learned = new FileShapes();
  for (const text of texts) {
    const placed = readPlainFile(text, "a.xml", catalogue.rootSections);
    if (placed) learned.learn(text, placed);
  }
  return learned;
}

test("files of one template are read alike in both ways", () => {
  const template = (a: string, b: string, c: string) =>
    `<?xml version="1.0"?>\n<flat-profile>\n  <GPP_A ua="na">${a}</GPP_A>\r\n<GPP_B/><GPP_C ua="rw"/>\n<GPP_X>${b}</GPP_X><GPP_D preserve-value="y">${c}</GPP_D><GPP_A>2</GPP_A>\n</flat-profile>\n`;
  const learned = shapesOf(template("1", "", '""'));
  const good: readonly (readonly [string, string, string])[] = [
    ["", "", ""],
    ["a b", '""', " x "],
    ["$MA", "$(SN:0:2)", "http://h/$PSN?x=1"],
  ];
  for (const values of good) assert.ok(checkShaped(learned, template(...values)), values.join());
  for (const other of [
    template("a &amp; b", "", ""),
    template("{{ x }}", "", ""),
    template("a\nb", "", ""),
    template("é", "", ""),
    template("</GPP_A><GPP_A>", "", ""),
    template("a > b", "", ""),
    template("__NAME__", "", ""),
    `${template("1", "2", "3")}x`,
    template("1", "2", "3").slice(0, -1),
    template("1", "2", "3").replace("GPP_C", "GPP_E"),
  ])
    assert.equal(checkShaped(learned, other), false, other);
});

test("random files of one template are read alike in both ways", () => {
  const piece = fc.constantFrom(
    ..."<GPP_A>| </GPP_A>|<GPP_X |ua='rw'|/>| |\n|<GPP_B>|</GPP_B>|<GPP_A/>|x|\"\"|$MA|é|&lt;|{|>"
      .replaceAll("'", '"')
      .split("|"),
  );
  const element = fc.tuple(
    fc.constantFrom(..."GPP_A GPP_B GPP_X".split(" ")),
    fc.constantFrom("", ' ua="na"', ' preserve-value="y"'),
  );
  const texts = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(""));
  let count = 0;
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), fc.array(texts, { minLength: 6, maxLength: 6 }), (all, values) => {
      const made = (value: (i: number) => string) =>
        `<flat-profile>\n${all.map(([name, more], i) => `<${name}${more}>${value(i)}</${name}>`).join("\n")}\n</flat-profile>`;
      if (
        checkShaped(
          shapesOf(made(() => "1")),
          made((i) => values[i] ?? ""),
        )
      )
        count++;
    }),
    { numRuns: 2000 },
  );
  assert.ok(count > 100, `${count}`);
});

test("shapes that no other file has are given up", () => {
  const learned = new FileShapes();
  const file = (i: number) => `<flat-profile><N${i}>1</N${i}></flat-profile>`;
  for (let i = 0; i < 100; i++) learned.learn(file(i), readPlainFile(file(i), "a.xml", catalogue.rootSections) ?? []);
  assert.ok(learned.find(file(99)));
  assert.equal(learned.find(file(80)), undefined);
  learned.learn(file(100), readPlainFile(file(100), "a.xml", catalogue.rootSections) ?? []);
  assert.equal(learned.find(file(99)), undefined);
});
