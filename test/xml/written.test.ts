import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { policy } from "../../server/src/dialects/cisco-flat-profile/policy";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { xmlFormat } from "../../server/src/xml/format";
import type { KnownNames } from "../../server/src/xml/policy";
import { catalogue } from "../support/catalogue";
import { edit } from "../support/randomEdits";
import { flat } from "../support/read";

const format = xmlFormat(policy);
/** A catalogue of which nothing was read yet. */
const freshNames = (): KnownNames => ({
  has: (name, path) => catalogue.has(name, path),
  hasSection: (path) => catalogue.hasSection(path),
});
const all = (document: ProfileDocument) => ({
  ...(flat(document) as object),
  segments: document.segments.map(({ text, lookahead }) => [text, lookahead]),
});

const value = fc.constantFrom(
  "Yes",
  "No",
  "",
  " ",
  "5060",
  "a &amp; b",
  "a & b",
  "{{n}}",
  "$A",
  "x".repeat(300),
  "<b>",
  "“x”",
);
const element = fc
  .record({
    name: fc.constantFrom("GPP_A", "GPP_B", "User_ID_1_", "Unknown_Name", "SNMP", "RW_User"),
    attributes: fc.constantFrom("", ' ua="na"', ' ua="ro"', ' value="7"', " ua='na'", ' group="Info/x"', "/"),
    value,
    after: fc.constantFrom("\n", "\n  ", "", " text ", "<!-- a -->"),
  })
  .map(({ name, attributes, value, after }) => `<${name}${attributes}>${value}</${name}>${after}`);
const profile = fc
  .array(element, { maxLength: 40 })
  .map((elements) => `<flat-profile>\n${elements.join("")}</flat-profile>\n`);

test("a file is read after others as if it were the first", () => {
  const warm = freshNames();
  fc.assert(
    fc.property(profile, fc.array(edit, { maxLength: 4 }), (text, edits) => {
      let edited = text;
      for (const each of [undefined, ...edits]) {
        if (each) {
          const at = each.at % (edited.length + 1);
          edited = edited.slice(0, at) + each.insert + edited.slice(at + each.remove);
        }
        assert.deepEqual(all(format.read(edited, warm)), all(format.read(edited, freshNames())));
      }
    }),
    { numRuns: 150 },
  );
});

test("elements that are written alike share what is found in them, in any file", () => {
  const names = freshNames();
  const writtenIn = (text: string) =>
    format.read(text, names).segments.flatMap(({ settings }) => settings.map(({ written }) => written));
  const one = writtenIn('<flat-profile><GPP_A ua="na">1</GPP_A>\n<GPP_B>2</GPP_B>\n<GPP_A>1</GPP_A></flat-profile>');
  const other = writtenIn('<flat-profile><GPP_B>2</GPP_B><GPP_A>1</GPP_A><GPP_A ua="na">1</GPP_A></flat-profile>');
  assert.deepEqual(
    one.map((each) => other.indexOf(each)),
    [2, 0, 1],
  );
  assert.equal(new Set(one).size, 3);
});

test("long values and unknown names are not kept", () => {
  const names = freshNames();
  const text = `<flat-profile><GPP_A>${"x".repeat(300)}</GPP_A><Unknown_Name>1</Unknown_Name></flat-profile>`;
  const [a, b] = [text, text].map((each) =>
    format.read(each, names).segments.flatMap(({ settings }) => settings.map(({ written }) => written)),
  );
  assert.equal(a?.length, 2);
  for (const [i, written] of (a ?? []).entries()) assert.notEqual(written, b?.[i]);
});
