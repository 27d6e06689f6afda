import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import test from "node:test";
import { run } from "../vectors/main";
import { run as runVendorCases } from "../vendors/main";

// The vectors and the vendors' cases as one test file: `npm run mutants` asks them too. They are suites of their own.

const suites = {
  vectors: { run, files: ["spec/vectors.json", "spec/vectors-policy.json"] },
  "vendors' cases": {
    run: runVendorCases,
    files: ["data/vendors/acceptance.jsonl", "data/vendors/problem-cases.jsonl"],
  },
};

for (const [name, { run, files }] of Object.entries(suites)) {
  const found = files.map((file) => `../shared/${file}`).filter((file) => existsSync(file));
  test(name, { skip: found.length === 0 }, async (t) => {
    t.mock.method(console, "log", () => undefined);
    assert.equal(await run(found), 0);
  });
}
