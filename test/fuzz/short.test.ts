import assert from "node:assert/strict";
import test from "node:test";
import { mutated } from "./mutate";
import { Random } from "./random";
import { targets } from "./targets";

/** A little of `npm run fuzz`: the same inputs each time. */
const runs: Readonly<Record<string, number>> = { profile: 120, edits: 80 };

for (const target of targets)
  test(`${target.name}: random inputs do no harm`, () => {
    const random = new Random(4711);
    for (let i = 0; i < (runs[target.name] ?? 40); i++) {
      const text = mutated(target.seeds, target.words, random, target.longest ?? 2000);
      try {
        target.run(text);
      } catch (error) {
        assert.fail(`${(error as Error).stack}\nfor ${JSON.stringify(text.slice(0, 2000))}`);
      }
    }
  });
