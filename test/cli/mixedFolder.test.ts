import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";

// A folder with files of several systems: each is checked by its own dialect in one run.

const files = {
  "site/phone.xml": "<flat-profile><Resync_On_Reset>maybe</Resync_On_Reset></flat-profile>\n",
  "site/acmesettings.txt": "SETT LANGUAGE german\nSET RINGPATTERN long-shot\n",
  "site/desk.acme": "  SET   LANGUAGE greman\nSET NEXTFILE http://h/a\u2013b.txt\n",
  "site/notes.txt": "SET LANGUAGE greman\n",
  "site/deep/renamed.acme": "SET LANGUAGE french\nSET language german\n",
};

interface Found {
  readonly file: string;
  readonly code: string;
}

test("check, with every output format", () =>
  withSite(files, async (site) => {
    const { out, code } = await site.run(["check", "site", "--format", "json", "--show", "hint"]);
    assert.equal(code, 1);
    const found = out
      .trim()
      .split("\n")
      .flatMap((line) => JSON.parse(line) as Found)
      .map(({ file, code }) => `${file} ${code}`);
    assert.deepEqual(found.sort(), [
      "site/acmesettings.txt ring-pattern/unknown-beat",
      "site/acmesettings.txt settings/unknown-word",
      "site/deep/renamed.acme parameter/duplicate",
      "site/desk.acme value/not-an-option",
      "site/desk.acme value/typography",
      "site/phone.xml value/not-boolean",
    ]);
    const sarif = await site.run(["check", "site", "--format", "sarif", "--show", "hint"]);
    const { rules } = (JSON.parse(sarif.out) as { runs: { tool: { driver: { rules: { id: string }[] } } }[] }).runs[0]
      ?.tool.driver ?? { rules: [] };
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    assert.equal(rules.length, 6);
    assert.match((await site.run(["check", "site"])).out, /^4 files checked/m);
  }));

test("a file that was named is recognized by its first lines", () =>
  withSite(files, async (site) => {
    const { out } = await site.run(["check", "site/notes.txt"]);
    assert.match(out, /value\/not-an-option/);
    const piped = await site.run(["check", "-"], files["site/notes.txt"]);
    assert.match(piped.out, /value\/not-an-option/);
  }));

test("check --fix and format write each file as its format wants it", () =>
  withSite(files, async (site) => {
    await site.run(["check", "site", "--fix"]);
    assert.match(readFileSync(site.path("site/desk.acme"), "utf8"), /a-b\.txt/);
    const { code } = await site.run(["format", "--check", "site"]);
    assert.equal(code, 1);
    await site.run(["format", "site"]);
    assert.equal(
      readFileSync(site.path("site/desk.acme"), "utf8"),
      "SET LANGUAGE greman\nSET NEXTFILE http://h/a-b.txt\n",
    );
    assert.match(readFileSync(site.path("site/phone.xml"), "utf8"), /^<flat-profile>\n/);
    assert.equal((await site.run(["format", "--check", "site"])).code, 0);
  }));

test("preview, fleet and learn ask the dialect of the file", () =>
  withSite({ ...files, "list.csv": "mac,model\n00005e005301,8841\n" }, async (site) => {
    const shown = await site.run(["preview", "site/acmesettings.txt", "--device", "W200"]);
    assert.match(shown.out, /^Acme W200/);
    const unknown = await site.run(["preview", "site/acmesettings.txt", "--device", "8841"]);
    assert.match(unknown.err, /Unknown device 8841\. Use .*W200/);
    const fleet = await site.run(["fleet", "site/acmesettings.txt", "--devices", "list.csv"]);
    assert.equal(fleet.code, 2);
    assert.match(fleet.err, /Acme settings files cannot be evaluated for a list of phones\./);
    const learned = await site.run(["learn", "site/acmesettings.txt", "--out", "-"]);
    assert.equal(learned.code, 2);
    assert.doesNotMatch(learned.err, /flat-profile>/);
  }));

test("explain knows the names, codes and families of all dialects", () =>
  withSite({}, async (site) => {
    const { out, code } = await site.run(["explain", "RINGPATTERN", "Resync_Periodic", "parameter/duplicate"]);
    assert.equal(code, 0);
    assert.match(out, /Beats of the ring\./);
    assert.match(out, /Reported \(Acme settings\):\n\n {4}SET LANGUAGE german/);
    const of = await site.run(["explain", "LINE2NAME", "--family", "acmew"]);
    assert.match(of.out, /Text beside a line\./);
    const near = await site.run(["explain", "RINGPATERN"]);
    assert.match(near.err, /Did you mean RINGPATTERN\?/);
  }));

test("check takes a family of any dialect", () =>
  withSite(files, async (site) => {
    const { out } = await site.run(["check", "site", "--family", "acmed", "--show", "info", "--format", "json"]);
    const found = (
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)) as Found[]
    ).flat();
    assert.deepEqual(
      found.filter(({ code }) => code === "parameter/not-on-device").map(({ file }) => file),
      ["site/acmesettings.txt"],
    );
  }));
