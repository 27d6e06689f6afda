import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { unknownDevice } from "../../server/src/analysis/deviceChoice";
import { readSettings } from "../../server/src/analysis/settings";
import { diagnosticsOf, diagnosticTexts } from "../../server/src/features/diagnostics";
import { editedSnapshot } from "../../server/src/features/editedSnapshot";
import type { OpenFile } from "../../server/src/features/feature";
import { LineIndex } from "../../server/src/text/lineIndex";
import { fixture } from "../support/fixture";
import { runs } from "../support/runs";

/** Six warnings or hints about names, then two errors. */
const text = `<flat-profile>
${Array.from({ length: 6 }, (_, i) => `<Unheard_Of_${i}>1</Unheard_Of_${i}>`).join("\n")}
<GPP_A ua=”na”>1</GPP_A>
<GPP_B ua=”na”>1</GPP_B>
</flat-profile>
`;

const shown = (limit: number) => diagnosticsOf(fixture(text, readSettings({ problems: { limit } })).file);
const all = shown(0);
const isError = ({ severity }: { severity?: number }) => severity === 1;

test("as many problems as the limit are reported, and none is said to be missing", () => {
  assert.ok(all.length > 6 && all.filter(isError).length >= 2, JSON.stringify(all.map(({ code }) => code)));
  assert.deepEqual(shown(all.length), all);
});

test("beyond the limit the worst are reported, in file order, and how many are not", () => {
  const errors = all.filter(isError);
  const [reported, ...others] = shown(errors.length + 2);
  assert.deepEqual(
    others,
    all.filter((diagnostic) => isError(diagnostic) || diagnostic === all.find((one) => !isError(one))),
  );
  assert.equal(reported?.severity, 3);
  assert.match(String(reported?.message), new RegExp(`^${all.length - errors.length - 1} more problems`));
});

test("the limit counts the note too", () => {
  for (let limit = 1; limit < all.length; limit++) assert.equal(shown(limit).length, limit);
});

test("a limit that is not a whole number is not taken", () => {
  for (const limit of [-1, 1.5, "5", null])
    assert.equal(readSettings({ problems: { limit } }).problemsLimit, 1000, String(limit));
});

const writtenOf = (file: OpenFile): unknown => JSON.parse(diagnosticTexts(file).join(""));

/** Unknown names, values that are no values, some that count once in a file, duplicates, and secrets that messages quote. */
const elements = [
  "<Unheard_Of>1</Unheard_Of>",
  '<Resync_On_Reset ua="na">Perhaps "ä”</Resync_On_Reset>',
  "<Resync_On_Reset>1</Resync_On_Reset>",
  "<DND_Act_Code>78</DND_Act_Code>",
  "<GPP_A>hunter2</GPP_A>",
  "<Profile_Rule>--key $A http://h/p.xml</Profile_Rule>",
  "<Register_1_>hunter2</Register_1_>",
  "<GPP_A ua=”na”>1</GPP_A>",
  "<!-- flat-profile-disable-next-line -->",
];

test("what is written of a file over edits is what is found in it afresh", () => {
  const body = fc.array(fc.constantFrom(...elements), { minLength: 100, maxLength: 250 });
  const inserted = fc.constantFrom("", "x", "hunter2", "\n", "\r", "\r\n", "</Unheard_Of>", '"', "é", ...elements);
  const edits = fc.array(fc.record({ at: fc.nat(), text: inserted }), { maxLength: 8 });
  fc.assert(
    fc.property(body, edits, fc.constantFrom(0, 20, 1000), fc.boolean(), (chosen, changes, limit, isFamily) => {
      const [plain, other] = [{}, { family: "spa5xx", severity: { "value/boolean-spelling": "error" } }];
      const settings = readSettings({ problems: { limit }, ...(isFamily ? other : plain) });
      let { file } = fixture(`<flat-profile>\n${chosen.join("\n")}\n</flat-profile>\n`, settings);
      assert.deepEqual(writtenOf(file), diagnosticsOf(file));
      for (const { at, text } of changes) {
        const start = at % file.snapshot.text.length;
        const span = { start, end: text === "" ? start + 1 : start };
        const snapshot = editedSnapshot(file.snapshot, [{ span, text }]);
        file = { ...file, snapshot, lines: new LineIndex(snapshot.text) };
        const afresh = diagnosticsOf({ ...fixture(snapshot.text, settings).file, lines: file.lines });
        assert.deepEqual(writtenOf(file), JSON.parse(JSON.stringify(afresh)));
      }
    }),
    { numRuns: runs(20) },
  );
});

test("a letter writes again the problems around it alone", () => {
  const { catalogue } = fixture("<flat-profile></flat-profile>").file.snapshot;
  const isBoolean = (name: string) => catalogue.find(name)?.parameter.type === "Bool";
  const names = catalogue.concreteNames(unknownDevice).filter(isBoolean).slice(0, 600);
  const problems = names.map((name) => `<${name}>Perhaps</${name}>`);
  const { file } = fixture(`<flat-profile>\n${problems.join("\n")}\n</flat-profile>\n`);
  diagnosticTexts(file);
  const writtenBefore = new Set(file.snapshot.shown().map(({ words }) => words?.written));
  assert.ok(writtenBefore.size > 200, `${writtenBefore.size} of ${names.length}`);
  const start = file.snapshot.text.indexOf(`Perhaps</${names[300]}>`);
  const snapshot = editedSnapshot(file.snapshot, [{ span: { start, end: start }, text: "2" }]);
  diagnosticTexts({ ...file, snapshot, lines: new LineIndex(snapshot.text) });
  const isNew = snapshot.shown().filter(({ words }) => !writtenBefore.has(words?.written));
  // Those of the segment that is read again: it has 4 kB.
  assert.ok(isNew.length >= 1 && isNew.length <= 150, `${isNew.length} of ${problems.length}`);
});
