import assert from "node:assert/strict";
import { test } from "node:test";
import { readSiteParameters } from "../../server/src/analysis/siteParameters";
import { learn } from "../../server/src/schema/learn";
import { catalogue } from "../support/catalogue";
import { pools } from "../support/problems";
import { toySettings } from "../support/toy/index";

/** Who gets the parameters of a site's file, and what is wrong with it. */
function checkFile(file: object, dialect: string, names: readonly string[], problems: readonly string[] = []): void {
  const text = JSON.stringify(file);
  const read = readSiteParameters(text, "f.json", pools);
  assert.equal(read.dialect.id, dialect, text);
  assert.deepEqual(
    read.parameters.map(({ name }) => name),
    names,
    text,
  );
  assert.deepEqual(
    read.problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
    problems,
  );
}

const parameters = [{ name: "New_Thing", type: "Str" }];
const cisco = "cisco-flat-profile";

test("a file of a site names the dialect of its parameters, otherwise they are of the first one", () => {
  checkFile({ parameters }, cisco, ["New_Thing"]);
  checkFile({ dialect: cisco, parameters }, cisco, ["New_Thing"]);
  checkFile({ dialect: toySettings.id, parameters }, toySettings.id, ["New_Thing"]);
  checkFile({ parameters, dialect: toySettings.id }, toySettings.id, ["New_Thing"]);
  checkFile({ dialect: "none-such", parameters }, cisco, [], ['catalogue/bad-value "none-such"']);
  checkFile({ dialect: 7, parameters }, cisco, ["New_Thing"], ["catalogue/bad-value 7"]);
});

test("what is learned goes into a file of its own dialect only", () => {
  const facts = [{ name: "Coffee_Machine", path: "", value: "1" }] as unknown as Parameters<typeof learn>[0];
  const into = (existing: string, id: string, isDefault: boolean) =>
    learn(facts, catalogue, { existing, dialect: { id, isDefault } });
  assert.equal(into("", cisco, true).text.includes("dialect"), false);
  assert.equal(JSON.parse(into("", "other", false).text).dialect, "other");
  const own = JSON.stringify({ dialect: cisco, parameters });
  assert.equal(into(own, cisco, true).incomplete, false);
  assert.equal(JSON.parse(into(own, cisco, true).text).dialect, cisco);
  assert.equal(into(own, "other", false).incomplete, true);
  assert.equal(into(JSON.stringify({ parameters }), "other", false).incomplete, true);
});
