import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import test from "node:test";
import { run } from "../vectors/main";

// The vectors as one test file: `npm run mutants` asks them too. `npm test` runs them as a suite of their own.

const files = ["vectors.json", "vectors-policy.json"]
  .map((name) => `../shared/spec/${name}`)
  .filter((file) => existsSync(file));

test("vectors", { skip: files.length === 0 }, async (t) => {
  t.mock.method(console, "log", () => undefined);
  assert.equal(await run(files), 0);
});
