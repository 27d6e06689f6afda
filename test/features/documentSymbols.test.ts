import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { DocumentSymbol, Range } from "vscode-languageserver-protocol";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { editedSnapshot } from "../../server/src/features/editedSnapshot";
import type { OpenFile } from "../../server/src/features/feature";
import { JsonText } from "../../server/src/text/jsonText";
import { LineIndex } from "../../server/src/text/lineIndex";
import { brokenFiles } from "../support/brokenFiles";
import { corpusFiles, corpusFolder } from "../support/corpus";
import { fixture, noToken, textDocument } from "../support/fixture";

const symbolsIn = (file: OpenFile) => (documentSymbols.run(file, { textDocument }, noToken) ?? []) as DocumentSymbol[];
const symbolsOf = (text: string) => symbolsIn(fixture(text).file);

function printed(symbols: readonly DocumentSymbol[], indent = ""): string {
  return symbols
    .map(({ name, detail, children = [] }) => {
      const line = `${indent}${name}${detail === undefined ? "" : ` = ${detail}`}\n`;
      return line + printed(children, `${indent}  `);
    })
    .join("");
}

test("settings are under the tabs and sections of the web page", () => {
  const text = `<flat-profile>
<Profile_Rule>http://h/$PSN.xml</Profile_Rule>
<Resync_Periodic>3600</Resync_Periodic>
<Proxy_1_>a</Proxy_1_>
<Register_1_>Yes</Register_1_>
<User_ID_1_>100</User_ID_1_>
<Password_1_>hunter2</Password_1_>
<User_ID_2_>101</User_ID_2_>
</flat-profile>`;
  const tree = printed(symbolsOf(text));
  assert.match(tree, /^flat-profile\n {2}Provisioning\n {4}Configuration Profile\n {6}Profile_Rule = http/);
  assert.match(tree, /\n {2}Ext 1\n {4}Proxy and Registration\n {6}Proxy_1_ = a\n/);
  assert.match(tree, /\n {6}Password_1_ = •••\n/);
  // One setting alone is not a group.
  assert.match(tree, /\n {2}User_ID_2_ = 101\n$/);
  assert.doesNotMatch(tree, /hunter2/);
});

test("router sections are listed by their own path", () => {
  const text =
    "<flat-profile><router-configuration><WAN_Interface><Foo>1</Foo></WAN_Interface></router-configuration><Proxy_1_>a</Proxy_1_></flat-profile>";
  assert.equal(
    printed(symbolsOf(text)),
    "flat-profile\n  router-configuration\n    WAN_Interface\n      Foo = 1\n  Proxy_1_ = a\n",
  );
});

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
const contains = (outer: Range, inner: Range) => before(outer.start, inner.start) && before(inner.end, outer.end);

function checkNesting(symbols: readonly DocumentSymbol[], outer: Range | undefined): void {
  let last: Range | undefined;
  for (const { range, selectionRange, children = [], name } of symbols) {
    assert.notEqual(name, "");
    assert.ok(contains(range, selectionRange), name);
    if (outer) assert.ok(contains(outer, range), `${name} lies outside its group`);
    if (last) assert.ok(before(last.end, range.start), `${name} overlaps its neighbour`);
    checkNesting(children, range);
    last = range;
  }
}

test("ranges nest and neighbours do not overlap", (t) => {
  for (const text of brokenFiles) checkNesting(symbolsOf(text), undefined);
  if (!corpusFolder) return t.diagnostic("the corpus is not here");
  for (const { text } of corpusFiles()) checkNesting(symbolsOf(text), undefined);
});

test("the outline of a large file is made in small steps, and is the same", () => {
  const elements = Array.from(
    { length: 1000 },
    (_, i) => `<User_ID_${(i % 16) + 1}_>${i}</User_ID_${(i % 16) + 1}_>\n`,
  );
  const { file } = fixture(`<flat-profile>\n${elements.join("")}</flat-profile>\n`);
  const steps = documentSymbols.steps?.(file, { textDocument });
  assert.ok(steps);
  let count = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      assert.ok(value instanceof JsonText);
      assert.deepEqual(value.toJSON(), documentSymbols.run(file, { textDocument }, noToken));
      break;
    }
    count++;
  }
  assert.ok(count >= 1000 / 16, `${count} steps`);
});

test("after an edit the outline is the one of the file opened anew", () => {
  const value = fc.constantFrom("", "1", "Yes", "a\nb", "pass\rword", 'a "quoted" one', "--key $A");
  const edit = fc.record({ at: fc.nat(), text: fc.constantFrom("", "x", "\n", "\r", "\r\n", "</Proxy_1_>", '"', "é") });
  const names = ["Proxy_1_", "Password_1_", "User_ID_2_", "GPP_A", "Profile_Rule", "Unknown_Name"];
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 150, maxLength: 200 }),
      fc.array(edit, { maxLength: 6 }),
      (values, edits) => {
        const elements = values.map((text, i) => `<${names[i % names.length]}>${text}</${names[i % names.length]}>\n`);
        let { file } = fixture(`<flat-profile>\n${elements.join("")}</flat-profile>\n`);
        symbolsIn(file);
        for (const { at, text } of edits) {
          const start = at % file.snapshot.text.length;
          const span = { start, end: text === "" ? start + 1 : start };
          const snapshot = editedSnapshot(file.snapshot, [{ span, text }]);
          file = { ...file, snapshot, lines: new LineIndex(snapshot.text) };
          assert.deepEqual(symbolsIn(file), symbolsIn({ ...fixture(snapshot.text).file, lines: file.lines }));
        }
      },
    ),
    { numRuns: 20 },
  );
});
