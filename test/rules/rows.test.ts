import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { RowReader } from "../../server/src/devices/rows";

/** Rows as `line: cell|cell`, with the fault when there is one. */
function rows(text: string, size = text.length || 1): string[] {
  const reader = new RowReader();
  const found: string[] = [];
  const take = (cells: string[], line: number, fault?: string) =>
    found.push(fault ? `${line}: ${fault}` : `${line}: ${cells.join("|")}`);
  for (let at = 0; at < text.length; at += size) reader.read(text.slice(at, at + size), take);
  reader.finish(take);
  return found;
}

const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ["", []],
  ["mac", ["0: mac"]],
  ["mac,model\na,b\n", ["0: mac|model", "1: a|b"]],
  ["mac,model\r\na,b\r\n", ["0: mac|model", "1: a|b"]],
  ["mac,model\ra,b\rc,d", ["0: mac|model", "1: a|b", "2: c|d"]],
  ["mac,model\r\ra,b\r", ["0: mac|model", "2: a|b"]],
  ["\ufeffmac;model\r\na;b", ["0: mac|model", "1: a|b"]],
  ["\n\nmac\tmodel\na\tb", ["2: mac|model", "3: a|b"]],
  ["sep=;\r\nmac;a,b\r\nx;y", ["1: mac|a,b", "2: x|y"]],
  ['mac,label\na,"x, ""y""\nz"\nb,c', ["0: mac|label", '1: a|x, "y"\nz', "3: b|c"]],
  ['mac,label\ra,"x\ry"\rb,c', ["0: mac|label", "1: a|x\ny", "3: b|c"]],
  ['"mac","label"\n"a","b"', ["0: mac|label", "1: a|b"]],
  ['mac,label\na,""\n', ["0: mac|label", "1: a|"]],
  ['mac,label\na, "b" ,c\n', ["0: mac|label", "1: a|b|c"]],
  // inches are not quotes
  ['mac,label\na,7" screen\nb,c\n', ["0: mac|label", '1: a|7" screen', "2: b|c"]],
  ['mac,label\na,7"\nb,9"\nc,d\n', ["0: mac|label", '1: a|7"', '2: b|9"', "3: c|d"]],
  // a quote that is not closed
  ['mac,label\na,"b\nc,d\ne,f\n', ["0: mac|label", "1: open-quote"]],
  ['mac,label\r\na,b\r\nc,"d\r\n', ["0: mac|label", "1: a|b", "2: open-quote"]],
  ['mac,label\ra,"b\rc,d', ["0: mac|label", "1: open-quote"]],
  ['"mac,label\na,b\n', ["0: open-quote"]],
  ['mac,label\na,b\nc,"', ["0: mac|label", "1: a|b", "2: open-quote"]],
  // two of them look like one cell over two rows
  ['mac,label\na,"b\nc,"d\ne,f\n', ["0: mac|label", "1: text-after-quote", "3: e|f"]],
  ['mac,label\n"a"b,c\nd,e\n', ["0: mac|label", "1: text-after-quote", "2: d|e"]],
];

for (const [text, expected] of cases)
  test(`rows of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(rows(text), expected);
    for (const size of [1, 2, 3, 7]) assert.deepEqual(rows(text, size), expected, `in parts of ${size}`);
  });

test("parts of any size give the same rows", () => {
  const sign = fc.constantFrom("a", ",", '"', "\n", "\r", " ", ";");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (signs, size) => {
      const text = `mac,label\n${signs.join("")}`;
      assert.deepEqual(rows(text, size), rows(text));
    }),
    { numRuns: 500 },
  );
});

test("rows that are not wanted have no cells, and the others are the same", () => {
  const sign = fc.constantFrom("a", ",", '"', "\n", " ");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
      const text = `mac,label\n${signs.join("")}`;
      const [all, some] = [undefined, (row: number) => row % 2 === 0].map((isWanted) => {
        const reader = new RowReader(isWanted);
        const found: (readonly [cells: string, line: number, fault: string | undefined])[] = [];
        const take = (cells: string[], line: number, fault?: string) => found.push([cells.join("|"), line, fault]);
        reader.read(text, take);
        reader.finish(take);
        return found;
      });
      assert.deepEqual(
        some,
        all?.map(([cells, line, fault], row) =>
          row % 2 === 0 || some?.[row]?.[0] !== "" ? [cells, line, fault] : ["", line, fault],
        ),
      );
    }),
    { numRuns: 200 },
  );
  const reader = new RowReader((row) => row === 0);
  const found: string[][] = [];
  reader.read("a,b\nc,d\n", (cells) => found.push(cells));
  assert.deepEqual(found, [["a", "b"], []]);
});

test("agrees with csv-parse on every valid text", () => {
  const cell = fc.oneof(fc.constantFrom("", "a", "7 inch", "b c", "00:00:5e", "\u00e4"), fc.string({ maxLength: 6 }));
  const table = fc
    .array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    // A blank row is skipped, and blanks around a cell are not part of it.
    .map((rows) => rows.map((row) => ["x", ...row.map((text) => text.trim())]));
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      (wanted, by, end, quoteAll) => {
        const written = (text: string) =>
          quoteAll || /[",;\t\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
        const text = wanted.map((row) => row.map(written).join(by) + end).join("");
        const found: string[][] = [];
        const reader = new RowReader();
        const take = (cells: string[], _: number, fault?: string) => found.push(fault ? [fault] : cells);
        reader.read(text, take);
        reader.finish(take);
        assert.deepEqual(found, parse(text, { delimiter: by, record_delimiter: end, relax_column_count: true }), text);
        assert.deepEqual(found, wanted);
      },
    ),
  );
});

test("an open quote in a long list is found without the rest", () => {
  const found = rows(`mac,label\na,"b\n${"c,d\n".repeat(500_000)}`, 1 << 14);
  assert.deepEqual(found, ["0: mac|label", "1: open-quote"]);
});
