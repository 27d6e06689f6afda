import assert from "node:assert/strict";
import test from "node:test";
import { ciscoFlatProfile } from "../../server/src/dialects/cisco-flat-profile/index";
import type { Dialect } from "../../server/src/dialects/dialect";
import { unifyXml } from "../../server/src/dialects/unify/index";
import { snapshotOf } from "../support/problems";

// The comment that says which phone a file is for.

function checkModel(words: string, model: string | undefined, of: Dialect = unifyXml): void {
  const text = of.file([of.comment(`flat-profile-device ${words}`)]);
  const { device } = snapshotOf(text, undefined, of);
  assert.equal(device.certainty === "stated" ? device.model : undefined, model, words);
}

test("a model with a space is written in quotes", () => {
  checkModel('model="OpenStage 40"', "OpenStage 40");
  checkModel("model='OpenStage 40'", "OpenStage 40");
  checkModel('firmware="V3 R3.24.0" model="OpenStage 60"', "OpenStage 60");
  checkModel('family=openstage,model="OpenStage 80"', "OpenStage 80");
});

test("quotes around other models change nothing, and a quote alone is an ordinary character", () => {
  checkModel("model=CP400", "CP400");
  checkModel('model="CP400"', "CP400");
  checkModel("model=8841", "8841", ciscoFlatProfile);
  checkModel('model="8841"', "8841", ciscoFlatProfile);
  checkModel('model="OpenStage 40', undefined);
});
