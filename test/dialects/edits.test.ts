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

const longLength = 9_000;

/** Blanks at the end of a broken text are hidden or not, by where its segment ends. */
function everything(text: string, document: ProfileDocument, dialect: Dialect, catalogue: Catalogue): unknown {
  const hidden = document.segments.flatMap((segment, i) =>
    dialect.secrets.inSegment(segment, catalogue).spans.map(({ start, end }) => {
      const base = document.starts[i] ?? 0;
      const shown = text.slice(base + start, base + end);
      return `${base + start}-${base + start + shown.trimEnd().length}`;
    }),
  );
  return { ...(flat(document) as object), hidden };
}

for (const { dialect, files, broken, words } of dialectCases) {
  const { catalogue } = serviceOf(dialect);
  const lines = [...files, ...broken].flatMap((file) => file.split(/(?<=\n)/));
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.oneof(fc.constantFrom(0, 1), fc.nat(30), fc.nat(6000)),
    insert: fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...words), fc.constantFrom("", "\n", "x")),
    // Most edits are before the many lines: what is after them reads otherwise because of these.
    place: fc.constantFrom("before", "line before", "line before", "anywhere"),
  });

  /** One line of a file many times, so that segments begin after it. */
  const longFile = (number: number, line: number) => {
    const all = (files[number % files.length] ?? "").split(/(?<=\n)/);
    const many = line % all.length;
    const text = all[many] ?? "";
    const start = all.slice(0, many).join("");
    return {
      text: start + text.repeat(Math.ceil(longLength / Math.max(1, text.length))) + all.slice(many + 1).join(""),
      start: start.length,
    };
  };

  test(`a file of ${dialect.id} over edits reads as one that is read afresh`, () =>
    fc.assert(
      fc.property(fc.nat(20), fc.nat(100), fc.array(edit, { minLength: 1, maxLength: 3 }), (number, line, edits) => {
        const file = longFile(number, line);
        let { text } = file;
        let document = dialect.read(text, catalogue);
        for (const { at, remove, insert, place } of edits) {
          const near = at % ((place === "anywhere" ? text.length : file.start) + 1);
          const start = place === "line before" ? text.lastIndexOf("\n", near - 1) + 1 : near;
          const oldEnd = Math.min(text.length, start + remove);
          text = text.slice(0, start) + insert + text.slice(oldEnd);
          document = dialect.read(text, catalogue, document, { start, oldEnd, newEnd: start + insert.length });
          assert.deepEqual(
            everything(text, document, dialect, catalogue),
            everything(text, dialect.read(text, catalogue), dialect, catalogue),
            `${JSON.stringify(insert)} for ${remove} at ${start}`,
          );
        }
      }),
      { numRuns: 50 },
    ));
}
