import assert from "node:assert/strict";
import test from "node:test";
import { repaired } from "../../server/src/features/repair";
import { dialectCases } from "../support/dialectCases";
import { snapshotOf } from "../support/problems";
import { processorTime } from "../support/processorTime";

// Beginnings of markup and of template engines' marks, over and over and never ended. 12 kB of each take a tenth
// of a second at most; work that grows with the square of them would take many seconds.

for (const { dialect, beginnings, places } of dialectCases)
  for (const after of ["", "\n", " x "])
    test(`${dialect.label}: beginnings of marks, with ${JSON.stringify(after)} after each`, () => {
      for (const beginning of beginnings)
        for (const place of places) {
          const text = place((beginning + after).repeat(Math.ceil(12_000 / (beginning + after).length)));
          const time = processorTime(() => snapshotOf(text, undefined, dialect).problems());
          assert.ok(time < 3000, `${text.slice(0, 60)} took ${time.toFixed()} ms`);
        }
    });

test("all safe fixes of a file that is full of faults", () => {
  const pieces = ["{if}<flat-profile></Proxy_2_>", "<flat-profile><GPP_A>1<GPP_B>", "<Proxy_1_ ua=“na”>a&b</Proxy_2_>"];
  for (const piece of [...pieces, pieces.join("")]) {
    const snapshot = snapshotOf(`<flat-profile>${piece.repeat(Math.ceil(12_000 / piece.length))}`);
    snapshot.problems();
    const time = processorTime(() => repaired(snapshot));
    assert.ok(time < 3000, `${piece} took ${time.toFixed()} ms`);
  }
});
