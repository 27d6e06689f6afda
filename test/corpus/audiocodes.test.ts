import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { decode } from "../../server/src/cli/encoding";
import { audiocodesIni } from "../../server/src/dialects/audiocodes/index";
import { allRows } from "../../server/src/dialects/audiocodes/tables";
import { snapshotOf } from "../support/problems";
import { checkVerdicts, type Verdicts } from "../support/verdicts";

// Every error and warning on the real files of AudioCodes gateways, with the verdict of a person who read the lines. All
// are of one generator. A new line is a new finding or a false alarm; without a verdict the test fails. UPDATE_GOLDEN=1
// writes the list.

const verdicts: Verdicts = {
  "parameter/duplicate": "real: 0, and 1 later; the device takes one of them",
  "table/order": "real by the manual of 6.6: tables that others refer to come first; once for each file",
  "value/needs-quotes": "real from 5.8 on, where manuals ask for quotes; not reported where an older release is stated",
};

const folder = path.resolve("../shared/corpus/vendors/audiocodes");
const skip = existsSync(folder) ? false : "the shared corpus is absent";

function snapshots() {
  return readdirSync(folder).map((name) => {
    const { text } = decode(readFileSync(path.join(folder, name)));
    const own = name.replace(/^.*__/, "");
    return { name, own, text, snapshot: snapshotOf(text, undefined, audiocodesIni, { own }) };
  });
}

test("errors and warnings on the files of AudioCodes gateways are those that were looked at", { skip }, () => {
  checkVerdicts("test/corpus/audiocodes.golden.txt", verdicts, snapshots(), ({ name }, problems) => {
    assert.ok(!problems.some(({ severity }) => severity === "error"), name);
    if (name.endsWith(".vm")) assert.deepEqual(problems, [], name);
  });
});

test("rows have as many values as FORMAT has columns, and nearly all names are known", { skip }, () => {
  const names = new Map<string, boolean>();
  let rows = 0;
  for (const { name, snapshot } of snapshots()) {
    const { document, catalogue } = snapshot;
    for (const { item } of allRows(document)) {
      rows++;
      assert.ok(item.isTemplated || item.isFit, `${name}: ${item.table} ${item.index.text}`);
    }
    for (const { settings } of document.segments)
      for (const { name, path, templated } of settings)
        if (!templated) names.set(`${path}/${name}`, catalogue.findPattern(name, path) !== undefined);
  }
  assert.ok(rows > 50, String(rows));
  const unknown = [...names].flatMap(([name, isKnown]) => (isKnown ? [] : [name]));
  assert.ok(unknown.length / names.size < 0.05, `${unknown.length} of ${names.size}: ${unknown.join(", ")}`);
});
