import assert from "node:assert/strict";
import test from "node:test";
import { Canaries, type CanaryKind } from "../support/canaries";
import { type DialectCase, dialectCases } from "../support/dialectCases";
import { asks, checkNothingShown, editing, ofFile, ofPlace } from "../support/everyFeature";

// Each place of a secret meets each feature, in every dialect. A feature or request that is new fails here until it is
// asked, too.

test("every request is asked", () => {
  assert.deepEqual([...asks.keys()].sort(), [...Object.keys(ofFile), ...Object.keys(ofPlace), ...editing].sort());
});

function fails(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function checkCases(of: DialectCase, words: CanaryKind, step: number): void {
  // In letters or digits alone a user's name is taken for one.
  const cases = words === "mixed" ? of.secrets : of.secrets.filter(({ place }) => !/https:\/\/%@h/.test(place));
  const failures = cases.flatMap((each) => {
    const canaries = new Canaries(words);
    const text = of.fileOfSecret(each, canaries.at(each.place));
    return fails(() => checkNothingShown(text, canaries, of, { step })) ?? [];
  });
  assert.deepEqual(failures, []);
}

for (const of of dialectCases) {
  const { label } = of.dialect;
  test(`${label}: the list of secrets has each place once`, () => {
    const places = of.secrets.map(({ place }) => place);
    assert.equal(new Set(places).size, places.length);
    assert.ok(places.length >= of.minSecrets, String(places.length));
  });
  test(`${label}: no feature shows a secret, wherever it is`, () => checkCases(of, "mixed", 11));
  test(`${label}: no message shows a secret of small letters`, () => checkCases(of, "letters", 0));
  test(`${label}: no message shows a secret of digits`, () => checkCases(of, "digits", 0));
  test(`${label}: no feature shows a secret of a file that has all of them`, () => {
    const canaries = new Canaries();
    for (const text of of.filesOfSecrets((place) => canaries.at(place)))
      checkNothingShown(text, canaries, of, { step: 211, asksLists: true });
  });
}
