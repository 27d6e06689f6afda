import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { decode } from "../../server/src/cli/encoding";
import { ciscoEnterprise } from "../../server/src/dialects/cisco-enterprise/index";
import { dialects } from "../../server/src/dialects/index";
import { certain, headLength, recognize } from "../../server/src/dialects/recognize";
import { unifyXml } from "../../server/src/dialects/unify/index";
import { snapshotOf } from "../support/problems";
import { checkVerdicts, type Verdicts } from "../support/verdicts";

// Every error and warning on the real files of OpenStage phones and of phones with Unified CM, with the verdict of a person
// who read the lines. A new line is a new finding or a false alarm; without a verdict the test fails. UPDATE_GOLDEN=1
// writes the list.

const verdicts: Verdicts = {
  "message/root": "real: two servers in the field spell the root otherwise than the guide, and phones take it",
  "xml/tag-not-closed": "real: the guide prints `</Item` without `>`, and a strict parser stops there too",
  "xml/mismatched-end-tag": "real: an end tag of another name, and a strict parser stops at the first one too",
};

const corpus = path.resolve("../shared/corpus");
const skip = existsSync(path.join(corpus, "vendors")) ? false : "the shared corpus is absent";

const folders = [
  ["unify", unifyXml],
  ["cisco", ciscoEnterprise],
] as const;

test("errors and warnings on the files of both systems are those that were looked at", { skip }, () => {
  const files = folders.flatMap(([folder, dialect]) =>
    readdirSync(path.join(corpus, "vendors", folder))
      .filter((name) => !name.endsWith(".rb")) // a program with parts of messages
      .sort()
      .map((name) => {
        const { text } = decode(readFileSync(path.join(corpus, "vendors", folder, name)));
        return { name, text, snapshot: snapshotOf(text, undefined, dialect) };
      }),
  );
  checkVerdicts("test/corpus/unifyEnterprise.golden.txt", verdicts, files);
});

test("both claim the files of their folder, and none of 250 others", { skip }, () => {
  const claimed: string[] = [];
  const missed: string[] = [];
  let others = 0;
  for (const name of readdirSync(corpus, { recursive: true, encoding: "utf8" })) {
    if (!/\.\w+$/.test(name) || name.endsWith(".jsonl")) continue;
    const head = readFileSync(path.join(corpus, name), "latin1").slice(0, headLength);
    const [, , file = ""] = /^(.*)__(.*)$/.exec(path.basename(name)) ?? [];
    const own = folders.find(([folder]) => name.startsWith(path.join("vendors", folder)));
    const dialect = recognize(dialects, file || path.basename(name), head, certain);
    if (own && dialect !== own[1]) missed.push(file);
    if (own) continue;
    others++;
    if (dialect === unifyXml || dialect === ciscoEnterprise) claimed.push(name);
  }
  assert.ok(others > 200, String(others));
  assert.deepEqual(claimed, []);
  // Parts of a file of another schema, and a program.
  assert.deepEqual(missed, ["SEP0000000000.cnf.xml_792x_vendorConfig_entries.xml", "config_siemens_controller.rb"]);
});
