import assert from "node:assert/strict";
import test from "node:test";
import { linkedEditing } from "../../server/src/features/linkedEditing";
import { brokenFiles } from "../support/brokenFiles";
import { fixture, noToken, textDocument } from "../support/fixture";

function linked(text: string): string[] | undefined {
  const { file, position } = fixture(text);
  const answer = linkedEditing.run(file, { textDocument, position }, noToken);
  return answer?.ranges.map((range) => {
    const start = file.lines.offsetAt(range.start);
    return `${start}-${file.lines.offsetAt(range.end)}`;
  });
}

test("both names of an element are edited as one", () => {
  const both = ["15-30", "35-50"];
  assert.deepEqual(linked("<flat-profile><$0Resync_Periodic>60</Resync_Periodic></flat-profile>"), both);
  assert.deepEqual(linked("<flat-profile><Resync_Periodic$0>60</Resync_Periodic></flat-profile>"), both);
  assert.deepEqual(linked("<flat-profile><Resync_Periodic>60</Resync$0_Periodic></flat-profile>"), both);
});

test("so are those of the profile and its sections", () => {
  assert.deepEqual(linked("<flat-$0profile></flat-profile>"), ["1-13", "16-28"]);
  const text =
    "<flat-profile><router-configuration><WAN_Interface><a>1</a></WAN_$0Interface></router-configuration></flat-profile>";
  const ranges = linked(text);
  assert.equal(ranges?.length, 2);
});

test("nothing is linked elsewhere, nor where the names differ", () => {
  assert.equal(linked("<flat-profile><Resync_Periodic>6$00</Resync_Periodic></flat-profile>"), undefined);
  assert.equal(linked("<flat-profile><Resync_Peri$0odic>60</Resync_periodic></flat-profile>"), undefined);
  assert.equal(linked("<flat-profile><Resync_Peri$0odic/></flat-profile>"), undefined);
});

test("linked names are equal and contain the cursor, at every offset of broken files", () => {
  for (const text of brokenFiles) {
    for (let at = 0; at <= text.length; at++) {
      const ranges = linked(`${text.slice(0, at)}$0${text.slice(at)}`);
      if (!ranges) continue;
      const words = ranges.map((range) => range.split("-").map(Number) as [number, number]);
      const [first, second] = words;
      assert.ok(first && second && first[1] <= second[0], `${text} at ${at}`);
      assert.equal(text.slice(...first), text.slice(...second));
      assert.ok(words.some(([start, end]) => start <= at && at <= end));
    }
  }
});
