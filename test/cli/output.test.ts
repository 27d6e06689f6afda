// What a run does when its standard output cannot be written.
import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

const skip = process.platform === "linux" ? false : "only Linux has /dev/full";
const bad = "<flat-profile>\n  <Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n";
const files = {
  "bad.xml": bad,
  "good.xml": '<flat-profile>\n<Profile_Rule ua="na">tftp://h/$MA.xml</Profile_Rule>\n</flat-profile>\n',
  "devices.csv": `mac,model\n${Array.from({ length: 2_000 }, (_, i) => `00000e00${String(i).padStart(4, "0")},8841\n`).join("")}`,
  "46xxsettings.txt": "SET DSCPAUD 46\n",
  "key.txt": "a key of a site\n",
  "a.bind.json": '{ "file": "a.img", "version": "V1 R4.0.0" }',
  "many/config.txt": "",
  ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`many/${i}.xml`, bad.repeat(40)])),
};

/** Every verb that writes to standard output, in each of its ways. */
const runs: readonly (readonly [args: readonly string[], input?: string])[] = [
  [["check", "bad.xml"]],
  [["check", "many"]],
  [["check", "many", "--format", "json"]],
  [["check", "many", "--format", "sarif"]],
  [["check", "many", "--format", "junit"]],
  [["check", "bad.xml", "--format", "github"]],
  [["format", "--check", "good.xml"]],
  [["format", "-"], bad],
  [["explain", "xml/bare-ampersand", "Profile_Rule"]],
  [["explain", "--list"]],
  [["learn", "good.xml", "--out", "-"]],
  [["encrypt", "bad.xml", "--key-file", "key.txt"]],
  [["decrypt", "bad.xml"]],
  [["inspect", "bad.xml", "good.xml"]],
  [["inspect", "bad.xml", "--json"]],
  [["preview", "good.xml", "--device", "8841"]],
  [["preview", "good.xml", "--device", "8841", "--json"]],
  [["preview", "46xxsettings.txt", "--all-models", "--csv"]],
  [["fleet", "good.xml", "--devices", "devices.csv"]],
  [["fleet", "good.xml", "--devices", "devices.csv", "--format", "jsonl"]],
  [["fleet", "good.xml", "--devices", "devices.csv", "--summary"]],
  [["tone", "350@-19,440@-19;10(*/0/1+2)"]],
  [["tone", "350@-19,440@-19;10(*/0/1+2)", "--json"]],
  [["tone", "350@-19,440@-19;10(*/0/1+2)", "--wav", "-"]],
  [["convert", "--from", "avaya", "--to", "cisco-flat-profile", "--setting", "DSCPAUD=46"]],
  [["option", "242", "L2QVLAN=120"]],
  [["gate", "a.bind.json", "--devices", "devices.csv", "--dialect", "unify"]],
  [["dial", "911", "--plan", "(911|x.)"]],
  [["--help"]],
  [["help", "check"]],
  [["--version"]],
];

test("a full disk is one sentence and ends every run with 2", { skip }, () =>
  withSite(files, async (site) => {
    for (const [args, input] of runs) {
      const { code, err } = await site.runAlone(args, input, {}, "/dev/full");
      assert.deepEqual([code, err.match(/standard output/gi)?.length], [2, 1], `${args.join(" ")}: ${err}`);
      assert.match(err, /^flat-profile: Standard output: The disk is full\.$/m, args.join(" "));
      assert.doesNotMatch(err, /^\s+at |node:/m, args.join(" "));
    }
  }),
);

test("a reader that has gone changes neither how a run ends nor what it reports", { skip }, () =>
  withSite(files, async (site) => {
    for (const [args, input] of runs) {
      const usual = await site.runAlone(args, input);
      const closed = await site.runAlone(args, input, {}, "closed");
      assert.notEqual(usual.out, "", args.join(" "));
      assert.equal(closed.code, usual.code, `${args.join(" ")}: ${closed.err}`);
      assert.equal(closed.err, usual.err, args.join(" "));
    }
  }),
);

test("files are fixed to the last one when nothing reads the problems", { skip }, () =>
  withSite({ ...files, "many/z.xml": "<flat-profile>\n<GPP_A>a & b</GPP_A>\n</flat-profile>\n" }, async (site) => {
    const { code } = await site.runAlone(["check", "many", "--fix"], "", {}, "closed");
    assert.equal(code, 1);
    assert.match((await site.runAlone(["check", "many/z.xml"])).out, /no problems/);
  }),
);
