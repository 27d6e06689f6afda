import assert from "node:assert/strict";
import { test } from "node:test";
import { dialects } from "../../server/src/dialects/index";
import { planRollout } from "../../server/src/rollout/plan";
import type { RolloutPhone } from "../../server/src/rollout/rolloutPhone";
import { SharingFacts } from "../../server/src/rollout/sharing";
import { defaultNetwork } from "../../server/src/rollout/transfer";
import { staggerOf } from "../../server/src/rollout/words";
import { serviceOf } from "../support/problems";

// What document 200615 says of peer firmware sharing, sentence by sentence; models, places and defects are in plan.test.

const facts = new SharingFacts(dialects.map((dialect) => serviceOf(dialect).catalogue));

function plan(phones: readonly Partial<RolloutPhone>[], files = [{ name: "image", bytes: 7_100_000 }]) {
  const whole = phones.map((more, i) => ({
    ...{ id: `phone${i}`, model: "7961", count: 1, site: "", subnet: "10.0.0.0/24", switches: new Map() },
    ...more,
  }));
  return planRollout(whole, { files, networkOf: () => defaultNetwork }, facts);
}

test("without sharing the server sends the files to each phone, at the same time", () => {
  const { without } = plan([{ count: 1000 }]);
  assert.equal(without.downloads, 1000);
  assert.equal(without.bytes, 1000 * 7_543_776);
});

test("with sharing the server sends a file to the parent alone", () => {
  const { with: shared, trees } = plan([{ count: 1000 }]);
  assert.equal(shared.downloads, 1);
  assert.equal(trees[0]?.levels[0], 1);
});

test("the other phones wait until the parent has the file, and then get it from there", () => {
  const [file] = plan([{ count: 3 }]).trees[0]?.files ?? [];
  const [root = 0, child = 0] = file?.ready ?? [];
  assert.ok(child > root);
});

test("the more phones there are, the more sharing saves", () => {
  const saved = [1, 2, 10, 100, 1000].map((count) => plan([{ count }]).savedPercent);
  assert.deepEqual(saved, [0, 50, 90, 99, 99.9]);
});

test("sharing works file by file: each file of a load has its own tree", () => {
  const files = ["boot", "dsp", "app"].map((name) => ({ name, bytes: 1000 }));
  const { trees, with: shared } = plan([{ count: 4 }], files);
  assert.deepEqual(
    trees[0]?.files.map(({ name }) => name),
    ["boot", "dsp", "app"],
  );
  assert.equal(shared.downloads, 3);
});

test("phones of different models form several trees", () => {
  assert.deepEqual(
    plan([{ count: 2 }, { count: 2, model: "7941" }]).trees.map(({ model }) => model),
    ["7961", "7941"],
  );
});

test("sharing works in one subnet only", () => {
  const { trees, gainNothing } = plan([{}, { subnet: "10.0.1.0/24" }]);
  assert.equal(trees.length, 0);
  assert.deepEqual(
    gainNothing.map(({ reason }) => reason.kind),
    ["alone", "alone"],
  );
});

test("it gives better results when phones restart together", () => {
  const together = plan([{ count: 8 }]);
  const waves = plan([
    { count: 4, wave: "1" },
    { count: 4, wave: "2" },
  ]);
  assert.ok(together.with.bytes < waves.with.bytes);
  assert.match(staggerOf(waves)[0] ?? "", /^Phones of different waves do not share/);
});

test("all traffic between phones is on port 4051", () => {
  assert.deepEqual(plan([{ count: 2 }]).ports, [4051]);
});
