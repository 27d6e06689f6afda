import assert from "node:assert/strict";
import test from "node:test";
import type { DocumentSymbol } from "vscode-languageserver-protocol";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { dialectCases } from "../support/dialectCases";
import { fixture, noToken, textDocument } from "../support/fixture";

// What is not a secret stays visible: a mask over an ordinary value is a reason to switch the tool off.

const symbolsOf = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...symbolsOf(symbol.children ?? [])]);

for (const { dialect, visible } of dialectCases)
  test(`${dialect.label}: ordinary values are shown as they are written`, () => {
    const text = dialect.file(visible.map(([name, value]) => dialect.write.element(name, value)));
    const { file } = fixture(text, undefined, dialect);
    const answer = documentSymbols.run(file, { textDocument }, noToken) as DocumentSymbol[];
    const shown = new Map(symbolsOf(answer).map(({ name, detail }) => [name, detail]));
    assert.ok(visible.length >= 8);
    for (const [name, value] of visible)
      assert.equal(shown.get(name), value.length > 80 ? `${value.slice(0, 79)}…` : value, name);
  });
