import assert from "node:assert/strict";
import test from "node:test";
import { countOf, filterFrom, type Group, matches, treeOf } from "../../client/src/views/profileTree";
import { parameterTree } from "../../server/src/features/parameterTree";
import { brokenFiles } from "../support/brokenFiles";
import { fixture } from "../support/fixture";
import { answerFor } from "../support/requests";

const text = `<!-- flat-profile-device family=mpp88xx -->
<flat-profile>
<Resync_On_Reset>soon</Resync_On_Reset>
<Proxy_1_>sip.example.com</Proxy_1_>
<Resync_Periodic>3600</Resync_Periodic>
<Password_1_>hunter2</Password_1_>
<Register_1_>YES</Register_1_>
<Resync_Random_Delay/>
<Resync_Peridic>5</Resync_Peridic>
<Time_Zone>{{ zone }}</Time_Zone>
</flat-profile>`;
const { parameters } = answerFor(parameterTree, fixture(text).file) ?? { parameters: [] };

function printed(groups: readonly Group[], indent = ""): string {
  return groups
    .map(({ name, groups: below, parameters: own }) => {
      const lines = own.map((p) => `${indent}  ${p.name} = ${p.value}\n`).join("");
      return `${indent}${name || "?"}\n${printed(below, `${indent}  `)}${lines}`;
    })
    .join("");
}

const names = (filter: string) => parameters.filter((p) => matches(p, filterFrom(filter))).map(({ name }) => name);

test("parameters are gathered by web page, wherever they are in the file", () => {
  assert.equal(
    printed(treeOf(parameters, filterFrom(""))),
    `Provisioning
  Configuration Profile
    Resync_On_Reset = soon
    Resync_Periodic = 3600
    Resync_Random_Delay = 
Ext 1
  Proxy and Registration
    Proxy_1_ = sip.example.com
    Register_1_ = YES
  Subscriber Information
    Password_1_ = •••
?
  Resync_Peridic = 5
Regional
  Time
    Time_Zone = {{ zone }}
`,
  );
});

test("what is special about a parameter", () => {
  const about = (name: string) => {
    const { changed, secret, severity, problems } = parameters.find((p) => p.name === name) ?? assert.fail(name);
    return [changed, secret, severity, problems];
  };
  assert.deepEqual(about("Resync_On_Reset"), [true, false, "warning", 1]);
  // 3600 is what the phone comes with, as is Yes in other letters
  assert.deepEqual(about("Resync_Periodic"), [false, false, undefined, 0]);
  assert.deepEqual(about("Register_1_").slice(0, 2), [false, false]);
  assert.deepEqual(about("Resync_Random_Delay").slice(0, 1), [false]);
  assert.deepEqual(about("Password_1_"), [true, true, undefined, 0]);
  assert.equal(about("Resync_Peridic")[0], false);
  assert.equal(about("Time_Zone")[0], false);
});

test("a secret leaves the server in no field", () => {
  assert.doesNotMatch(JSON.stringify(parameters), /hunter2/);
});

test("words and marks narrow the view", () => {
  assert.deepEqual(names("resync reset"), ["Resync_On_Reset"]);
  assert.deepEqual(names("EXAMPLE proxy"), ["Proxy_1_"]);
  assert.deepEqual(names("ext 1"), ["Proxy_1_", "Password_1_", "Register_1_"]);
  assert.deepEqual(names("@secret"), ["Password_1_"]);
  assert.deepEqual(names("@problems"), ["Resync_On_Reset", "Register_1_", "Resync_Peridic"]);
  assert.deepEqual(names("@changed provisioning"), ["Resync_On_Reset"]);
  // half a mark is taken for it as soon as it has a letter
  assert.deepEqual(names("@sec"), ["Password_1_"]);
  assert.equal(names("@").length, parameters.length);
  assert.deepEqual(treeOf(parameters, filterFrom("nothing has this")), []);
});

test("every parameter of a file is in the tree once, and its range is its name", () => {
  for (const source of [text, ...brokenFiles]) {
    const { file } = fixture(source);
    const { parameters: all, more } = answerFor(parameterTree, file) ?? { parameters: [], more: false };
    const tree = treeOf(all, filterFrom(""));
    assert.equal(
      tree.reduce((sum, group) => sum + countOf(group), 0),
      all.length,
    );
    assert.equal(more, false);
    for (const { name, range } of all)
      assert.equal(file.snapshot.text.slice(file.lines.offsetAt(range.start), file.lines.offsetAt(range.end)), name);
  }
});
