import assert from "node:assert/strict";
import { test } from "node:test";
import { dialectsOfParameters, readSiteParameters } from "../../server/src/analysis/siteParameters";
import { learn } from "../../server/src/schema/learn";
import { catalogue } from "../support/catalogue";
import { pools } from "../support/problems";
import { toySettings } from "../support/toy/index";

/** Which dialects get the parameters of a site's file, and what is wrong with it. */
function checkFile(file: object, added: readonly string[], problems: readonly string[] = []): void {
  const text = JSON.stringify(file);
  const read = readSiteParameters(text, "f.json", pools);
  assert.deepEqual(
    [...read.added].map(([{ id }, parameters]) => `${id}: ${parameters.map(({ name }) => name).join(" ")}`),
    added,
    text,
  );
  assert.deepEqual(
    read.problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
    problems,
  );
}

const fresh = { name: "New_Thing", type: "Str" };
const parameters = [fresh];
const cisco = "cisco-flat-profile";
const toy = toySettings.id;
/** They have the type of the new parameter. */
const others = pools.dialects
  .filter(({ id, valueTypes }) => id !== cisco && id !== toy && valueTypes.some((type) => type.id === fresh.type))
  .map(({ id }) => id);
const all = [cisco, ...others, toy];

test("a file of a site names the dialect of its parameters", () => {
  checkFile({ dialect: cisco, parameters }, [`${cisco}: New_Thing`]);
  checkFile({ dialect: toy, parameters }, [`${toy}: New_Thing`]);
  checkFile({ parameters, dialect: toy }, [`${toy}: New_Thing`]);
  checkFile({ dialect: "none-such", parameters }, [], ['catalogue/bad-value "none-such"']);
});

test("a file that names none is for the dialects that have most of its names, types and families", () => {
  checkFile(
    { parameters },
    all.map((id) => `${id}: New_Thing`),
  );
  checkFile(
    { dialect: 7, parameters },
    all.map((id) => `${id}: New_Thing`),
    ["catalogue/bad-value 7"],
  );
  const known = (name: string) => ({ name, override: { default: "1" } });
  checkFile({ parameters: [fresh, known("Resync_Periodic")] }, [`${cisco}: New_Thing Resync_Periodic`]);
  checkFile({ parameters: [fresh, known("POLLHOUR")] }, [`${toy}: New_Thing POLLHOUR`]);
  checkFile({ parameters: [{ ...fresh, families: { acmew: "dump" } }] }, [`${toy}: New_Thing`]);
  checkFile({ parameters: [{ ...fresh, families: { mpp88xx: "dump" } }] }, [`${cisco}: New_Thing`]);
  checkFile({ parameters: [{ name: "NewThing", type: "RingPattern" }] }, [`${toy}: NewThing`]);
  checkFile(
    { parameters: [known("POLLHOUR"), known("Resync_Periodic"), known("Resync_On_Reset")] },
    [`${cisco}: POLLHOUR Resync_Periodic Resync_On_Reset`],
    ['catalogue/unknown-parameter "POLLHOUR"'],
  );
});

test("what is wrong with a file that several dialects read is reported once", () => {
  checkFile(
    { parameters: [{ ...fresh, colour: 1 }, { type: "Bool" }] },
    all.map((id) => `${id}: New_Thing`),
    ['catalogue/unknown-field "colour"', 'catalogue/bad-value {"type":"Bool"}'],
  );
});

test("what is learned goes into a file of its own dialect only", () => {
  const facts = [{ name: "Coffee_Machine", path: "", value: "1" }] as unknown as Parameters<typeof learn>[0];
  const into = (existing: string, id: string) =>
    learn(facts, catalogue, {
      existing,
      dialect: { id, isOfFile: dialectsOfParameters(existing, pools).some((each) => each.id === id) },
    });
  assert.equal(JSON.parse(into("", cisco).text).dialect, cisco);
  assert.equal(JSON.parse(into("", toy).text).dialect, toy);
  const own = JSON.stringify({ dialect: cisco, parameters });
  assert.equal(into(own, cisco).incomplete, false);
  assert.equal(JSON.parse(into(own, cisco).text).dialect, cisco);
  assert.equal(into(own, toy).incomplete, true);
  // new names alone may be of any dialect, and are of this one from now on
  const unnamed = JSON.stringify({ parameters });
  assert.equal(into(unnamed, toy).incomplete, false);
  assert.equal(JSON.parse(into(unnamed, toy).text).dialect, toy);
  const ciscos = JSON.stringify({ parameters: [{ name: "Resync_Periodic", override: { default: "1" } }] });
  assert.equal(into(ciscos, toy).incomplete, true);
  assert.equal(into(ciscos, cisco).incomplete, false);
});
