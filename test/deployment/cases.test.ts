import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { inLines, reportOf, resolveCases } from "../support/resolveCases";

// All that comes of the cases of `npm run cases` is in a golden file.

const golden = "test/deployment/cases.golden.txt";

test("what devices end up with, round by round", async () => {
  const lines: string[] = [];
  for (const each of resolveCases()) {
    const found = await reportOf(each);
    const printed = [...inLines(found)].join("\n");
    for (const word of each.expect.neverPrinted ?? []) assert.ok(!printed.includes(word), `${each.id}: ${word}`);
    lines.push(`# ${each.id}`, printed, "");
  }
  const text = lines.join("\n");
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
  assert.equal(text, readFileSync(golden, "utf8"));
});
