import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Dialect } from "../../server/src/dialects/dialect";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import type { Catalogue } from "../../server/src/schema/catalogue";
import { dialectCases } from "../support/dialectCases";
import { serviceOf } from "../support/problems";
import { flat } from "../support/read";

// A file of several segments that is kept over edits reads as the same text read afresh: settings, problems and secrets.

const minLength = 15_000;

function everything(document: ProfileDocument, dialect: Dialect, catalogue: Catalogue): unknown {
  const hidden = document.segments.flatMap((segment, i) =>
    dialect.secrets
      .inSegment(segment, catalogue)
      .spans.map(({ start, end }) => `${start + (document.starts[i] ?? 0)}-${end + (document.starts[i] ?? 0)}`),
  );
  return { ...(flat(document) as object), hidden };
}

for (const { dialect, files, broken, words } of dialectCases) {
  const { catalogue } = serviceOf(dialect);
  const lines = [...files, ...broken].flatMap((file) => file.split(/(?<=\n)/));
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.oneof(fc.constant(0), fc.nat(30), fc.nat(6000)),
    insert: fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...words), fc.constant(""), fc.constant("\n")),
    isAtLine: fc.boolean(),
  });
  const long = (first: number) => {
    let text = "";
    for (let i = first; text.length < minLength; i++) text += `${files[i % files.length]}\n`;
    return text;
  };

  test(`a file of ${dialect.id} over edits reads as one that is read afresh`, () =>
    fc.assert(
      fc.property(fc.nat(20), fc.array(edit, { minLength: 1, maxLength: 5 }), (first, edits) => {
        let text = long(first);
        let document = dialect.read(text, catalogue);
        for (const { at, remove, insert, isAtLine } of edits) {
          const near = at % (text.length + 1);
          const start = isAtLine ? text.lastIndexOf("\n", near - 1) + 1 : near;
          const oldEnd = Math.min(text.length, start + remove);
          text = text.slice(0, start) + insert + text.slice(oldEnd);
          document = dialect.read(text, catalogue, document, { start, oldEnd, newEnd: start + insert.length });
          assert.deepEqual(
            everything(document, dialect, catalogue),
            everything(dialect.read(text, catalogue), dialect, catalogue),
            `${JSON.stringify(insert)} for ${remove} at ${start}`,
          );
        }
      }),
      { numRuns: 40 },
    ));
}
