import assert from "node:assert/strict";
import test from "node:test";
import type { SelectionRange } from "vscode-languageserver-protocol";
import { selectionRanges } from "../../server/src/features/selectionRanges";
import { brokenFiles } from "../support/brokenFiles";
import { fixture, noToken, textDocument } from "../support/fixture";

function chain(text: string): { spans: [number, number][]; text: string; offset: number } {
  const { file, position, offset } = fixture(text);
  const [first] = selectionRanges.run(file, { textDocument, positions: [position] }, noToken) ?? [];
  const spans: [number, number][] = [];
  for (let range: SelectionRange | undefined = first; range; range = range.parent) {
    spans.push([file.lines.offsetAt(range.range.start), file.lines.offsetAt(range.range.end)]);
  }
  return { spans, text: file.snapshot.text, offset };
}

test("from a word over value, element and profile to the file", () => {
  const { spans, text } = chain("<flat-profile>\n<Proxy_1_>sip.exa$0mple.com</Proxy_1_>\n</flat-profile>\n");
  const texts = spans.map((span) => text.slice(...span));
  assert.equal(texts[0], "example");
  assert.ok(texts.includes("sip.example.com"));
  assert.ok(texts.includes("<Proxy_1_>sip.example.com</Proxy_1_>"));
  assert.ok(texts.includes("\n<Proxy_1_>sip.example.com</Proxy_1_>\n"));
  assert.equal(texts[texts.length - 1], text);
});

test("an attribute and its value", () => {
  const { spans, text } = chain('<flat-profile><Proxy_1_ ua="r$0w">x</Proxy_1_></flat-profile>');
  const texts = spans.map((span) => text.slice(...span));
  assert.deepEqual(texts.slice(0, 3), ["rw", 'ua="rw"', '<Proxy_1_ ua="rw">']);
});

test("each range lies in the next, at every offset of broken files", () => {
  for (const text of brokenFiles) {
    for (let at = 0; at <= text.length; at++) {
      const { spans } = chain(`${text.slice(0, at)}$0${text.slice(at)}`);
      assert.ok(spans.length > 0);
      spans.forEach(([start, end], i) => {
        // A position cannot be between CR and LF.
        const between = text[at - 1] === "\r" && text[at] === "\n";
        assert.ok((start <= at && at <= end) || between, `${JSON.stringify(text)} at ${at}`);
        const outer = spans[i + 1];
        if (outer) assert.ok(outer[0] <= start && end <= outer[1] && outer[1] - outer[0] > end - start);
      });
    }
  }
});
