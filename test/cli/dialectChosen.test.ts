import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

// The system of a file is recognized or chosen; where neither decides, one sentence says which option does.

const ids = /Use --dialect with one of: cisco-flat-profile, .*toy-settings\./;

const files = {
  "words.txt": "LANGUAGE = greman\n",
  "part.txt": "<Resync_On_Reset>maybe</Resync_On_Reset>\n",
  "late.txt": "LETT LANGUAGE german\n",
};

test("a file that is not recognized is not judged by any dialect", () =>
  withSite(files, async (site) => {
    const checked = await site.run(["check", "words.txt"]);
    assert.equal(checked.code, 2);
    assert.match(checked.err, /^words\.txt: warning: Not checked\. The system .* is not recognized\. Use --dialect/);
    assert.match(checked.err, ids);
    const formatted = await site.run(["format", "words.txt"]);
    assert.match(formatted.err, /^words\.txt: Not changed\. The system /);
    assert.equal((await site.run(["format", "-"], "a  b")).out, "a  b");
    for (const verb of [
      ["preview", "words.txt", "--device", "W200"],
      ["fleet", "words.txt", "--devices", "none.csv"],
      ["learn", "words.txt", "--out", "-"],
    ]) {
      const { code, err } = await site.run(verb);
      assert.equal(code, 2, verb.join(" "));
      assert.match(err, ids, verb.join(" "));
    }
    // a part of a profile is recognized by its first characters, whatever the file is called
    assert.match((await site.run(["check", "part.txt"])).out, /value\/not-boolean/);
  }));

test("--dialect decides, and a family does where nothing else does", () =>
  withSite(files, async (site) => {
    const chosen = await site.run(["check", "late.txt", "--dialect", "toy-settings"]);
    assert.match(chosen.out, /settings\/unknown-word/);
    assert.match((await site.run(["check", "late.txt", "--family", "acmew"])).out, /settings\/unknown-word/);
    assert.match((await site.run(["check", "late.txt"])).err, ids);
    const shown = await site.run(["preview", "late.txt", "--device", "W200", "--dialect", "toy-settings"]);
    assert.match(shown.out, /^Acme W200/);
    for (const verb of ["check", "format"]) {
      const unknown = await site.run([verb, "late.txt", "--dialect", "toy"]);
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /Unknown dialect toy\. Use cisco-flat-profile, .*toy-settings\./);
    }
  }));

test("--dialect says nothing of files that were found in a folder", () =>
  withSite(
    { "site/a.xml": "<flat-profile><Resync_On_Reset>maybe</Resync_On_Reset></flat-profile>\n" },
    async (site) => {
      const { out } = await site.run(["check", "site", "--dialect", "toy-settings"]);
      assert.match(out, /value\/not-boolean/);
    },
  ));

test("a device is looked for among those of all dialects", () =>
  withSite({ "flat-profile.config.json": '{ "site": { "urls": [] } }' }, async (site) => {
    const { err } = await site.run(["resolve", "--device", "W200"]);
    assert.match(err, /: It is not known what Acme settings devices fetch\./);
    const unknown = await site.run(["resolve", "--device", "W999"]);
    assert.match(unknown.err, /Unknown device W999\. Use /);
    const narrowed = await site.run(["resolve", "--device", "8841", "--dialect", "toy-settings"]);
    assert.match(narrowed.err, /Unknown device 8841\. Use (?!.*8841).*W200/);
  }));
