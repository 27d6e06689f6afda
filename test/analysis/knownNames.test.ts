import assert from "node:assert/strict";
import test from "node:test";
import { unknownDevice } from "../../server/src/analysis/deviceChoice";
import { KnownNames } from "../../server/src/analysis/knownNames";
import type { Setting } from "../../server/src/profile/setting";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { catalogue } from "../support/catalogue";
import { dialect } from "../support/problems";
import { read } from "../support/read";

function settingsOf(names: readonly string[]): readonly Setting[] {
  const text = dialect.file(names.map((name) => dialect.write.element(name, "1")));
  return read(text).segments.flatMap(({ settings }) => settings);
}

test("names that are made up while one types do not put out what is known of others", () => {
  const learned = new Map<string, number>();
  const names = new KnownNames(({ name, path }) => {
    learned.set(name, (learned.get(name) ?? 0) + 1);
    const found = catalogue.find(name, path);
    const effective = found && resolveParameter(found, name, unknownDevice, catalogue);
    return { effective, type: undefined, checks: [] };
  });
  const known = settingsOf(["GPP_A", "Proxy_1_", "Proxy_2_"]);
  const madeUp = settingsOf(Array.from({ length: 25_000 }, (_, i) => `Made_Up_${i}`));
  for (const setting of known) names.of(setting);
  for (const setting of madeUp) names.of(setting);
  for (const setting of known) assert.equal(names.of(setting), names.of(setting));
  assert.deepEqual(
    known.map(({ name }) => learned.get(name)),
    [1, 1, 1],
  );
  // The last ones are remembered, as a file is looked at again with each letter.
  for (const setting of madeUp.slice(-900)) names.of(setting);
  assert.equal(Math.max(...learned.values()), 1);
  // Others were forgotten.
  names.of(madeUp[0] as Setting);
  assert.equal(learned.get("Made_Up_0"), 2);
});
