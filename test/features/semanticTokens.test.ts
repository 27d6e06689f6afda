import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-protocol";
import { editedSnapshot } from "../../server/src/features/editedSnapshot";
import { allSteps, type OpenFile } from "../../server/src/features/feature";
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from "../../server/src/features/semanticTokens";
import { JsonText } from "../../server/src/text/jsonText";
import { LineIndex } from "../../server/src/text/lineIndex";
import { fixture, noToken, textDocument } from "../support/fixture";
import { runs } from "../support/runs";

const plain = (value: unknown) => (value instanceof JsonText ? value.toJSON() : value);
const written = (file: OpenFile) =>
  plain(allSteps(semanticTokens.steps?.(file, { textDocument }) ?? notInSteps())) as SemanticTokens;
const afresh = ({ snapshot, lines }: OpenFile) =>
  semanticTokens.run({ ...fixture(snapshot.text).file, lines }, { textDocument }, noToken) as SemanticTokens;

function notInSteps(): never {
  throw new assert.AssertionError({ message: "tokens are not made in steps" });
}

function change(file: OpenFile, previousResultId: string): SemanticTokens | SemanticTokensDelta {
  const steps = semanticTokensDelta.steps?.(file, { textDocument, previousResultId }) ?? notInSteps();
  return plain(allSteps(steps)) as SemanticTokens | SemanticTokensDelta;
}

function edited(file: OpenFile, at: number, text: string): OpenFile {
  const start = at % file.snapshot.text.length;
  const snapshot = editedSnapshot(file.snapshot, [{ span: { start, end: text === "" ? start + 1 : start }, text }]);
  return { ...file, snapshot, lines: new LineIndex(snapshot.text) };
}

const elements = [
  "<Dial_Plan_1_>([2-9]xxxxxx|1xxx[2-9]xxxxxxS0)</Dial_Plan_1_>",
  "<Profile_Rule>--key $A http://h/$MA.xml</Profile_Rule>",
  "<Resync_Periodic>3600</Resync_Periodic>",
  "<Unheard_Of>1</Unheard_Of>",
  "<GPP_B>a\nb</GPP_B><GPP_C/>",
  "<!-- a comment -->",
];

test("tokens after edits are those of the file opened anew, and so are the differences", () => {
  const body = fc.array(fc.constantFrom(...elements), { minLength: 100, maxLength: 250 });
  const inserted = fc.constantFrom("", "x", "\n", "\r", "\r\n", "</GPP_B>", "é", ...elements);
  const edits = fc.array(fc.record({ at: fc.nat(), text: inserted }), { maxLength: 8 });
  fc.assert(
    fc.property(body, fc.constantFrom("\n", ""), edits, (chosen, between, changes) => {
      let { file } = fixture(`<flat-profile>${between}${chosen.join(between)}${between}</flat-profile>\n`);
      let client = written(file);
      for (const { at, text } of changes) {
        file = edited(file, at, text);
        const answer = change(file, client.resultId ?? "");
        assert.ok("edits" in answer && answer.edits.length <= 1, "only what changed is sent");
        const data = [...client.data];
        for (const { start, deleteCount, data: added = [] } of answer.edits) data.splice(start, deleteCount, ...added);
        client = { data, ...(answer.resultId !== undefined && { resultId: answer.resultId }) };
        assert.deepEqual(data, afresh(file).data);
        const all = written(file);
        assert.deepEqual(all.data, data);
        if (all.resultId !== undefined) client = { ...client, resultId: all.resultId };
        const range = { start: { line: 0, character: 0 }, end: file.lines.positionAt(file.snapshot.text.length) };
        assert.deepEqual(semanticTokensRange.run(file, { textDocument, range }, noToken)?.data, data);
      }
    }),
    { numRuns: runs(20) },
  );
});

test("an answer that the client does not have is not the base of a difference", () => {
  const { file } = fixture(`<flat-profile>${elements.join("\n")}</flat-profile>`);
  const first = written(file);
  const second = written(edited(file, 20, "x"));
  assert.ok("data" in change(file, first.resultId ?? ""));
  assert.ok("data" in change(file, second.resultId ?? ""), "a later answer is the last one");
});

test("a letter makes the tokens around it alone again", () => {
  const { file } = fixture(`<flat-profile>\n${elements.join("\n").repeat(200)}\n</flat-profile>\n`);
  const stepsFor = (one: OpenFile) => {
    const steps = semanticTokens.steps?.(one, { textDocument }) ?? notInSteps();
    let count = 0;
    while (!steps.next().done) count++;
    return count;
  };
  const segments = file.snapshot.document.segments.length;
  assert.ok(segments > 10);
  assert.equal(stepsFor(file), segments);
  assert.equal(stepsFor(file), 0);
  const count = stepsFor(edited(file, file.snapshot.text.indexOf("3600", file.snapshot.text.length >> 1), "1"));
  assert.ok(count >= 1 && count <= 4, `${count} of ${segments}`);
});
