import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PiecedText } from "../../server/src/text/piecedText";
import { corpusFiles } from "../support/corpus";
import { edit, scraps } from "../support/randomEdits";
import { flat, read, update } from "../support/read";

/** Applies edits one after another; after each one the kept tree must equal a fresh one. */
function checkEdits(start: string, edits: readonly { at: number; remove: number; insert: string }[]): void {
  let text = start;
  let document = read(text);
  for (const { at, remove, insert } of edits) {
    const from = at % (text.length + 1);
    const oldEnd = Math.min(text.length, from + remove);
    text = text.slice(0, from) + insert + text.slice(oldEnd);
    document = update(text, document, { start: from, oldEnd, newEnd: from + insert.length });
    assert.deepEqual(
      flat(document),
      flat(read(text)),
      `after inserting ${JSON.stringify(insert)} for ${remove} at ${from}`,
    );
    assert.equal(document.segments.map((s) => s.text).join(""), document.form === "foreign" ? "" : text);
  }
}

test("a tree kept over edits equals one read afresh", () => {
  const body = Array.from(
    { length: 400 },
    (_, i) => `  <User_ID_${(i % 16) + 1}_ ua="na">user ${i}</User_ID_${(i % 16) + 1}_>\n`,
  ).join("");
  const text = `<?xml version="1.0"?>\n<flat-profile>\n${body}<router-configuration><SNMP><RW_User>u</RW_User></SNMP></router-configuration>\n</flat-profile>\n`;
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => checkEdits(text, edits)),
    { numRuns: 120 },
  );
});

test("the same in a file that a program prints", () => {
  const line = (i: number) =>
    i % 3 === 0 ? `echo "<GPP_A ua=\\"na\\">${i}</GPP_A>\\n";\n` : `echo '<User_ID_1_>'.$u[${i}].'</User_ID_1_>';\n`;
  const text = `<?php\necho '<?xml version="1.0"?>';\necho "<flat_profile>";\n${Array.from({ length: 200 }, (_, i) => line(i)).join("")}?>\n<GPP_B>1</GPP_B>\n<?php echo "</flat_profile>"; ?>\n`;
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      checkEdits(text, edits);
      checkEdits(text.replaceAll("flat_profile", "flat-profile"), edits);
    }),
    { numRuns: 60 },
  );
});

test("a large file is read again near the edit as if the whole had been", () => {
  const body = Array.from(
    { length: 5000 },
    (_, i) => `  <User_ID_${(i % 16) + 1}_ ua="na">user ${i}</User_ID_${(i % 16) + 1}_>\n`,
  ).join("");
  const text = `<?xml version="1.0"?>\n<flat-profile>\n${body}<!-- end --></flat-profile>\n`;
  const openers = fc.constantFrom(...scraps, "<!-- ", "<Unknown_1>", "<Unknown_1><GPP_A>", "<X><!--", "<*x>", '="');
  const large = fc.record({ at: fc.nat(), remove: fc.oneof(fc.constant(0), fc.nat(60)), insert: openers });
  fc.assert(
    fc.property(fc.array(large, { maxLength: 3 }), (edits) => checkEdits(text, edits)),
    { numRuns: 12 },
  );
});

test("an edit of a large file asks for a part of its text only", () => {
  const body = Array.from({ length: 20_000 }, (_, i) => `<GPP_A>${i}</GPP_A>\n`).join("");
  const text = `<flat-profile>\n${body}</flat-profile>\n`;
  const at = text.indexOf("<GPP_A>9000") + 7;
  const edited = PiecedText.of(text).replaced(at, at, "z");
  let asked = 0;
  const source = {
    length: edited.length,
    slice: (from?: number, to?: number) => {
      const part = edited.slice(from, to);
      asked += part.length;
      return part;
    },
    toString: () => assert.fail("the whole text was asked for"),
  };
  const after = update(source, read(text), { start: at, oldEnd: at, newEnd: at + 1 });
  assert.deepEqual(flat(after), flat(read(edited.toString())));
  assert.ok(asked < 120_000, `${asked} characters`);
});

test("an edit is seen by a segment that looked over others at it", () => {
  const text = `<flat-profile>\n<router-configuration><router-configuration>x\n${"<flat-profile>".repeat(3)}\n<GPP_A>1</GPP_A>\n`;
  checkEdits(text, [{ at: text.length - 3, remove: 0, insert: "</router-configuration>" }]);
});

test("what is open at the end of the file is reported at the same place after any edit", () => {
  const body = Array.from(
    { length: 120 },
    (_, i) => `  <User_ID_${(i % 16) + 1}_>user ${i}</User_ID_${(i % 16) + 1}_>\n`,
  ).join("");
  const text = `<flat-profile>\n${body}<router-configuration>\n\n\n`;
  const nearEnd = fc.record({
    at: fc.nat(600).map((n) => text.length - n),
    remove: fc.nat(300),
    insert: fc.constantFrom(
      "",
      "\n",
      " ",
      "</flat-profile>",
      "<flat-profile>",
      "<GPP_A>1</GPP_A>",
      "</router-configuration>",
    ),
  });
  fc.assert(
    fc.property(fc.array(nearEnd, { maxLength: 6 }), (edits) => checkEdits(text, edits)),
    { numRuns: 300 },
  );
});

test("an edit keeps the segments it does not touch", () => {
  const body = Array.from({ length: 3000 }, (_, i) => `<GPP_A>${i}</GPP_A>\n`).join("");
  const text = `<flat-profile>\n${body}</flat-profile>\n`;
  const before = read(text);
  const at = text.indexOf("<GPP_A>1500") + 7;
  const edited = `${text.slice(0, at)}z${text.slice(at)}`;
  const after = update(edited, before, { start: at, oldEnd: at, newEnd: at + 1 });
  const kept = after.segments.filter((segment) => before.segments.includes(segment)).length;
  assert.ok(after.segments.length - kept <= 3, `${after.segments.length - kept} segments were read again`);
});

test("edits in files of the corpus", (t) => {
  const files = corpusFiles().filter((file) => file.text.length < 60_000);
  if (files.length === 0) return t.skip("the shared corpus is absent");
  const random = fc.sample(fc.array(edit, { minLength: 2, maxLength: 4 }), { numRuns: files.length, seed: 7 });
  files.forEach((file, i) => {
    checkEdits(file.text, random[i] ?? []);
  });
});
