import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineIndex } from "../../server/src/text/lineIndex";

test("CR, LF and CR LF end a line", () => {
  const text = fc
    .array(fc.constantFrom("\r", "\n", "\r\n", "a", "bc"), { maxLength: 12 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (text) => {
      const lines = new LineIndex(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const ends = [...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length);
        const before = ends.filter((end) => end <= offset);
        const position = { line: before.length, character: offset - (before.at(-1) ?? 0) };
        assert.deepEqual(lines.positionAt(offset), position);
        assert.equal(lines.offsetAt(position), offset);
      }
      assert.equal(lines.lineCount, text.split(/\r\n|\r|\n/).length);
    }),
  );
});
