import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ForwardSearch } from "../../server/src/text/forwardSearch";

test("answers as a search from each place would, whatever was asked before", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "<"), maxLength: 40 });
  const question = fc.tuple(fc.constantFrom("a", "<", "ab", "<a<"), fc.nat(45), fc.nat(20));
  fc.assert(
    fc.property(text, fc.array(question, { maxLength: 12 }), (source, questions) => {
      const marks = new ForwardSearch(source);
      for (const [mark, from, limit] of questions) {
        const at = source.indexOf(mark, from);
        const expected = from > source.length || at < 0 || at - from > limit ? undefined : at;
        assert.equal(marks.next(mark, from, limit), expected);
      }
    }),
    { numRuns: 2000 },
  );
});
