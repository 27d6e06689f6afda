import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { decode } from "../../server/src/cli/encoding";
import { avayaSettings } from "../../server/src/dialects/avaya/index";
import { snapshotOf } from "../support/problems";
import { checkVerdicts, type Verdicts } from "../support/verdicts";

// Every error and warning on the real files of Avaya phones, with the verdict of a person who read the lines. A new line
// is a new finding or a false alarm; without a verdict the test fails. UPDATE_GOLDEN=1 writes the list.

/** Why the phone does not do what is written. */
const verdicts: Verdicts = {
  "flow/label-missing": "real: files merged by hand, the label went with the part that was left out",
  "flow/label-other-section": "real: files merged by hand, the jump leaves its part for the next one",
  "safety/irreversible": "real: the phone asks for a certificate from then on, and no file takes that back",
  "statement/remark": "real: nothing ends a value but its line, the remark is part of it",
  "statement/value-on-next-line": "real: an IP Office release breaks the line, the setting is empty",
  "value/bad-url": "real: slashes are missing after the scheme",
  "value/not-of-type": "real: 4298 where 0 or 1 is allowed",
};

const folder = path.resolve("../shared/corpus/vendors/avaya");
const skip = existsSync(folder) ? false : "the shared corpus is absent";

/** Files by the repository that they are from; in a repository the names that phones ask for. */
function files(): {
  readonly name: string;
  readonly own: string;
  readonly text: string;
  readonly others: Record<string, string>;
}[] {
  const all = readdirSync(folder).map((name) => {
    const [repository = "", own = ""] = name.split("__");
    const { text } = decode(readFileSync(path.join(folder, name)));
    return { name, repository, own: own.replace("tftpboot_", ""), text };
  });
  return all.map(({ repository, ...file }) => ({
    ...file,
    others: Object.fromEntries(
      all.filter((each) => each.repository === repository).map(({ own, text }) => [own, text]),
    ),
  }));
}

test("errors and warnings on the files of Avaya phones are those that were looked at", { skip }, () => {
  const read = files().map(({ name, own, text, others }) => {
    return { name, text, snapshot: snapshotOf(text, undefined, avayaSettings, { own, others }) };
  });
  checkVerdicts("test/corpus/avaya.golden.txt", verdicts, read, ({ name }, problems) => {
    // Upgrade files as the vendor ships them are clean.
    if (/everslab.*upgrade/.test(name)) assert.deepEqual(problems, [], name);
  });
});

/** Of other makes of phones, pasted into one file; no document of these phones has them. */
const foreignNames = new Set(
  (
    "TFTP_SERVER SIP_DEFAULT_PROXY SIP_DEFAULT_PORT SIP_REGISTER SIP_REGISTER_ADDR SIPMODE SIP-TRANSPORT " +
    "WEBSERVER_PORT WEB_HTTPS_ENABLE WEBSERVER_SECURE_MODE"
  ).split(" "),
);

test("nearly all names in the files of Avaya phones are known", { skip }, () => {
  const names = new Map<string, boolean>();
  for (const { text } of files()) {
    const { document, catalogue } = snapshotOf(text, undefined, avayaSettings);
    for (const { settings } of document.segments)
      for (const { name, templated, isStatus } of settings)
        if (!templated) names.set(name, isStatus || catalogue.has(name, ""));
  }
  const unknown = [...names].flatMap(([name, isKnown]) => (isKnown ? [] : [name]));
  const missing = unknown.filter((name) => !foreignNames.has(name));
  assert.equal(unknown.length - missing.length, foreignNames.size);
  assert.ok(missing.length / names.size < 0.02, `${missing.length} of ${names.size}: ${missing.join(", ")}`);
});
