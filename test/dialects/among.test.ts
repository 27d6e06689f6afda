import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DialectService } from "../../server/src/analysis/dialectService";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { ReadFiles } from "../../server/src/profile/readFiles";
import { catalogue } from "../support/catalogue";
import { corpusFiles } from "../support/corpus";
import { dialect } from "../support/problems";
import { edit } from "../support/randomEdits";
import { flat, read } from "../support/read";
import { runs, some } from "../support/runs";

// Files of a fleet, read one after the other: what one takes from others must be what it says itself.

const line = (i: number) => `  <User_ID_${(i % 16) + 1}_ ua="na">user ${i}</User_ID_${(i % 16) + 1}_>\n`;
const body = Array.from({ length: 150 }, (_, i) => line(i)).join("");
const bodies = [
  `<?xml version="1.0"?>\n<flat-profile>\n${body}<router-configuration><SNMP><RW_User>u</RW_User></SNMP></router-configuration>\n</flat-profile>\n`,
  `<flat-profile>\n<Ext_1>\n${body}</Ext_1>\n<Ext_2>\n${body}</Ext_2>\n</flat-profile>\n<!-- end -->\n\n`,
  `<?php echo "<flat-profile>"; ?>\n${body}<?php echo "</flat-profile>"; ?>\n`,
  body,
  `<GPP_A>1</GPP_A>\n`,
  // what checks look at: settings of each example
  `<flat-profile>\n${dialect.checks
    .flatMap(({ examples }) => examples.flatMap(({ bad, good }) => [bad, good]))
    .flatMap((text) =>
      read(text).segments.flatMap(({ settings, text }) => settings.map((s) => text.slice(s.parts.start, s.parts.end))),
    )
    .join("\n")}\n</flat-profile>\n`,
];

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** A file of a fleet: a body, or the file before it, with some changes. */
const file = fc.record({
  body: fc.option(fc.constantFrom(...bodies), { freq: 1 }),
  changes: fc.array(
    fc.oneof(edit, fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.constantFrom("7", "42", "ann") })),
    { maxLength: 3 },
  ),
});

function changed(text: string, { at, remove, insert }: Change): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(Math.min(text.length, from + remove));
}

function textsOf(files: readonly { readonly body: string | null; readonly changes: readonly Change[] }[]): string[] {
  let text = bodies[0] as string;
  return files.map(({ body, changes }) => {
    text = changes.reduce(changed, body ?? text);
    return text;
  });
}

/** A list that is short enough to be forgotten in part, and one that keeps all. */
const limits = fc.constantFrom(9_000, 4_000_000);

test("files that are read after others are read as alone", () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 2, maxLength: 8 }), limits, (files, limit) => {
      const others = new ReadFiles(limit);
      for (const text of textsOf(files)) {
        const document = dialect.readAmong?.(text, catalogue, others) ?? assert.fail();
        assert.deepEqual(flat(document), flat(read(text)));
        assert.equal(
          document.segments.map((segment) => segment.text).join(""),
          document.form === "foreign" ? "" : text,
        );
        assert.equal(new Set(document.segments).size, document.segments.length);
      }
    }),
    { numRuns: runs(40) },
  );
});

const newService = () =>
  new DialectService(dialect, catalogue, (where, error) => {
    throw new Error(where, { cause: error });
  });

test("their problems are those found alone", () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 2, maxLength: 4 }), (files) => {
      const service = newService();
      for (const text of textsOf(files)) {
        const among = new Snapshot(text, service.readAmong(text), service, defaultSettings).problems();
        assert.deepEqual(among, new Snapshot(text, read(text), newService(), defaultSettings).problems());
      }
    }),
    { numRuns: runs(12) },
  );
});

test("the same of real files", () => {
  const service = newService();
  const alone = newService();
  for (const { text } of some(corpusFiles().filter((_, i) => i % 12 === 0))) {
    for (const each of [text, changed(text, { at: Math.floor(text.length / 2), remove: 1, insert: "42" })]) {
      const among = new Snapshot(each, service.readAmong(each), service, defaultSettings).problems();
      assert.deepEqual(among, new Snapshot(each, read(each), alone, defaultSettings).problems());
    }
  }
});

test("a file takes what it shares from the one before, wherever it begins", () => {
  const service = newService();
  const one = service.readAmong(`<flat-profile>\n${body}</flat-profile>\n`);
  const two = service.readAmong(
    `<flat-profile>\n<!-- another -->\n${body.replace("user 70", "somebody else")}</flat-profile>\n`,
  );
  const three = service.readAmong(
    `<flat-profile>\n<!-- third -->\n${body.replace("user 70", "yet another")}</flat-profile>\n`,
  );
  const shared = (one: ProfileDocument, other: ProfileDocument) =>
    one.segments.filter((segment) => other.segments.includes(segment)).reduce((sum, { text }) => sum + text.length, 0);
  assert.ok(shared(two, one) > two.length / 2, `${shared(two, one)} of ${two.length}`);
  // Now it is known where they differ.
  assert.ok(shared(three, two) > three.length - 200, `${shared(three, two)} of ${three.length}`);
});

test("a list of choices is read with the element before it", () => {
  const service = newService();
  for (const [value, after] of [
    ["QUIC", "<!-- options: UDP/QUIC/XTP -->"],
    ["XTP", "<!-- options: UDP/QUIC/XTP -->"],
    ["XTP", ""],
    ["QUIC", "<!-- options: UDP/QUIC/XTP -->"],
  ]) {
    const text = `<flat-profile>\n${body}<SIP_Transport_1_>${value}</SIP_Transport_1_> ${after}\n${body}</flat-profile>\n`;
    const problems = new Snapshot(text, service.readAmong(text), service, defaultSettings).problems();
    const isReported = problems.some(({ message }) => message.includes(`${value}`));
    assert.equal(isReported, after === "", JSON.stringify(problems));
  }
});
