import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { EditedText } from "../../server/src/text/editedText";
import { PiecedText } from "../../server/src/text/piecedText";

interface Edit {
  /** Where, as a share of the text. */
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** After each edit the text and every place in it are those of the protocol's own document. */
function checkEdits(start: string, edits: readonly Edit[], every: number): void {
  let expected = TextDocument.create("", "", 0, start);
  const edited = new EditedText(start);
  for (const { at, remove, insert } of edits) {
    const from = Math.floor(at * expected.getText().length);
    const range = { start: expected.positionAt(from), end: expected.positionAt(from + remove) };
    const [a, b] = [edited.offsetAt(range.start), edited.offsetAt(range.end)];
    assert.deepEqual([a, b], [expected.offsetAt(range.start), expected.offsetAt(range.end)]);
    expected = TextDocument.update(expected, [{ range, text: insert }], 1);
    edited.replace(a, b, insert);
    const text = expected.getText();
    assert.equal(edited.text.length, text.length);
    for (let offset = -1; offset <= text.length + 1; offset += every)
      assert.deepEqual(edited.positionAt(offset), expected.positionAt(offset), `offset ${offset}`);
    for (let line = -1; line <= expected.lineCount + 1; line += every)
      for (const character of [-1, 0, 1, 2, 3, 1000]) {
        const position = { line, character };
        assert.equal(edited.offsetAt(position), expected.offsetAt(position), JSON.stringify(position));
      }
    assert.equal(edited.text.slice(Math.max(a - 1, 0), a + 40), text.slice(Math.max(a - 1, 0), a + 40));
    if (remove % 3 === 0) assert.equal(edited.text.toString(), text);
  }
  assert.equal(edited.text.toString(), expected.getText());
}

const lines = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n", "\u201c", "\ud83d\ude00"), maxLength: 30 });
const edit = (most: number): fc.Arbitrary<Edit> =>
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(most), insert: lines });

test("small texts: every place as in the protocol's own document", () => {
  fc.assert(
    fc.property(lines, fc.array(edit(6), { maxLength: 12 }), (start, edits) => checkEdits(start, edits, 1)),
    { numRuns: 300 },
  );
});

test("texts of many pieces", () => {
  const body = Array.from({ length: 16_000 }, (_, i) => `line ${i}${i % 7 === 0 ? "\r\n" : "\n"}`).join("");
  const large = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(70_000), insert: lines });
  const longer = edit(3).map((e) => ({ ...e, insert: e.insert.repeat(4000) }));
  fc.assert(
    fc.property(fc.array(fc.oneof(edit(6), edit(6), large, longer), { maxLength: 6 }), (edits) =>
      checkEdits(body, edits, 997),
    ),
    { numRuns: 30 },
  );
});

test("an earlier version of a text stays as it was", () => {
  const start = "0123456789".repeat(20_000);
  const before = PiecedText.of(start);
  const after = before.replaced(100_000, 100_010, "new");
  const last = after.replaced(0, after.length, "");
  assert.equal(last.toString(), "");
  assert.equal(last.length, 0);
  assert.equal(after.slice(99_999, 100_004), "9new0");
  assert.equal(before.toString(), start);
  assert.equal(last.replaced(0, 0, "x").toString(), "x");
});
