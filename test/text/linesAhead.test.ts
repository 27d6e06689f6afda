import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineIndex } from "../../server/src/text/lineIndex";
import { LinesAhead } from "../../server/src/text/linesAhead";

const texts = fc.string({ unit: fc.constantFrom("a", "\r", "\n", "\r\n", "é"), maxLength: 40 });

test("places that are counted ahead are those of the index, in any order", () => {
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: -2, max: 90 }), { maxLength: 20 }), (text, offsets) => {
      const index = new LineIndex(text);
      for (const asked of [offsets, [...offsets].sort((a, b) => a - b)]) {
        const ahead = new LinesAhead(text);
        for (const offset of asked) assert.deepEqual(ahead.positionAt(offset), index.positionAt(offset));
      }
    }),
  );
});
