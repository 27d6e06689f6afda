import assert from "node:assert/strict";
import test from "node:test";
import type { DocumentSymbol, Range } from "vscode-languageserver-protocol";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { brokenFiles } from "../support/brokenFiles";
import { corpusFiles, corpusFolder } from "../support/corpus";
import { fixture, noToken, textDocument } from "../support/fixture";

const symbolsOf = (text: string) =>
  (documentSymbols.run(fixture(text).file, { textDocument }, noToken) ?? []) as DocumentSymbol[];

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
      assert.deepEqual(value, documentSymbols.run(file, { textDocument }, noToken));
      break;
    }
    count++;
  }
  assert.ok(count >= 1000 / 16, `${count} steps`);
});
