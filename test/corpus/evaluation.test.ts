import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleFor } from "../../server/src/dialects/cisco-flat-profile/devices/sampleDevices";
import { compileFleet } from "../../server/src/dialects/cisco-flat-profile/preview/fleet";
import { profileValues } from "../../server/src/dialects/cisco-flat-profile/preview/profileValues";
import { catalogue } from "../support/catalogue";
import { corpusFiles } from "../support/corpus";
import { fixture } from "../support/fixture";
import { evaluated } from "../support/preview";

const files = corpusFiles();
const absent = files.length === 0 ? "the shared corpus is absent" : false;

test("shows what every real file makes a phone do, for one and for many alike", { skip: absent }, () => {
  let fetching = 0;
  for (const { path, text } of files) {
    const { file } = fixture(text);
    const family = file.snapshot.device.family ?? "mpp88xx";
    const device = sampleFor(catalogue, family) ?? { id: "a", family };
    const { rules, upgrade } = evaluated(file, device);
    for (const { span } of rules) assert.ok(span.start <= span.end && span.end <= text.length, path);
    fetching += rules.filter(({ fetches }) => fetches !== undefined).length;
    const many = compileFleet(profileValues(file.snapshot), catalogue)(device);
    assert.deepEqual(
      many.rules.map(({ parameter, taken }) => [parameter, taken]),
      rules.map(({ parameter, taken }) => [parameter, taken]),
      path,
    );
    assert.deepEqual(
      many.upgrade.steps.map(({ outcome }) => outcome),
      upgrade.steps.map(({ outcome }) => outcome),
      path,
    );
  }
  assert.ok(fetching > 50, `${fetching} rules fetch something`);
});
