import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";

// Options of `check` for large estates: baseline, statistics, comments, a file for the report, watching.

const profile = (...lines: readonly string[]) =>
  `<flat-profile>\n${lines.map((line) => `  ${line}\n`).join("")}</flat-profile>\n`;
const soon = "<Resync_On_Reset>soon</Resync_On_Reset>";
const high = "<Resync_Periodic>x</Resync_Periodic>";
const good = "<Display_Name_1_>Desk</Display_Name_1_>";
const secret = "<GPP_SA>correct horse battery</GPP_SA>";

const codesOf = (out: string) =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { code: string }).code);

test("a baseline accepts what was there, wherever it moves to, and reports what is new", () =>
  withSite(
    { "a.xml": profile(soon, secret), "sub/b.xml": profile(high, good), "ok.xml": profile(good) },
    async (site) => {
      const check = (...args: readonly string[]) => site.run(["check", ".", "--baseline", "base.json", ...args]);
      const missing = await check();
      assert.deepEqual([missing.code, missing.out], [2, ""]);
      assert.match(missing.err, /base\.json: No such file\. Create it with --write-baseline\./);

      const written = await check("--write-baseline");
      assert.deepEqual([written.code, written.err], [0, ""]);
      assert.match(written.out, /^3 files checked in [\d.]+ s: no problems; 2 problems accepted by the baseline\n$/);
      const text = readFileSync(site.path("base.json"), "utf8");
      const { version, accepted } = JSON.parse(text);
      assert.equal(version, 1);
      assert.deepEqual(Object.keys(accepted), ["a.xml", "sub/b.xml"]);
      assert.deepEqual(accepted["a.xml"], { "value/not-boolean": { Resync_On_Reset: 1 } });
      assert.doesNotMatch(text, /horse|soon/);

      const quiet = await check();
      assert.deepEqual([quiet.code, quiet.err], [0, ""]);
      assert.match(quiet.out, /^3 files checked in [\d.]+ s: no problems; 2 problems accepted by the baseline$/m);

      writeFileSync(site.path("a.xml"), profile(good, "<!-- moved -->", secret, soon));
      assert.equal((await check()).code, 0);
      writeFileSync(site.path("ok.xml"), profile(soon));
      const more = await check("--format", "json");
      assert.equal(more.code, 1);
      assert.deepEqual(codesOf(more.out), ["value/not-boolean"]);
      assert.match(more.out, /"file":"ok\.xml"/);

      writeFileSync(site.path("ok.xml"), profile(good));
      writeFileSync(site.path("sub/b.xml"), profile(good));
      const fewer = await check();
      assert.equal(fewer.code, 0);
      assert.match(
        fewer.err,
        /^base\.json: 1 accepted problem no longer found\. Remove them with --write-baseline\.$/m,
      );
      await check("--write-baseline");
      assert.deepEqual(Object.keys(JSON.parse(readFileSync(site.path("base.json"), "utf8")).accepted), ["a.xml"]);
    },
  ));

test("writing a baseline for one file keeps the entries of the others", () =>
  withSite({ "a.xml": profile(soon), "b.xml": profile(high) }, async (site) => {
    const write = (name: string) => site.run(["check", name, "--baseline", "base.json", "--write-baseline"]);
    await write(".");
    writeFileSync(site.path("a.xml"), profile(good));
    assert.equal((await write("a.xml")).code, 0);
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(site.path("base.json"), "utf8")).accepted), ["b.xml"]);
  }));

test("a file that is not a baseline is refused in words", () =>
  withSite({ "a.xml": profile(soon) }, async (site) => {
    for (const text of [
      "",
      "[]",
      "{",
      '{"version":2,"accepted":{}}',
      '{"version":1}',
      '{"version":1,"accepted":{"a":{"c":{"d":"1"}}}}',
    ]) {
      writeFileSync(site.path("base.json"), text);
      for (const more of [[], ["--write-baseline"]]) {
        const { code, out, err } = await site.run(["check", "a.xml", "--baseline", "base.json", ...more]);
        assert.deepEqual([code, out], [2, ""], text);
        assert.match(err, /^flat-profile: base\.json: Not (?:valid JSON|a baseline)/, text);
      }
      assert.equal(readFileSync(site.path("base.json"), "utf8"), text);
    }
  }));

test("statistics count by code, the most frequent first", () =>
  withSite(
    { "a.xml": profile(soon, high, "<Display_Name_1_>a & b</Display_Name_1_>"), "b.xml": profile(soon) },
    async (site) => {
      const { code, out } = await site.run(["check", ".", "--statistics"]);
      assert.equal(code, 1);
      const rows = out.split("\n").map((row) => row.replace(/ in [\d.]+ s/, ""));
      assert.equal(rows[0], "2  warning  value/not-boolean");
      assert.ok(rows.includes("1  error    xml/bare-ampersand  (--fix)"), out);
      assert.match(rows.at(-2) ?? "", /^2 files checked: /);
      const json = await site.run(["check", ".", "--statistics", "--format", "json"]);
      const [first] = json.out.split("\n").map((line) => JSON.parse(line || "null"));
      assert.deepEqual(first, { code: "value/not-boolean", severity: "warning", count: 2, fixable: 0 });
      const refused = await site.run(["check", ".", "--statistics", "--format", "sarif"]);
      assert.deepEqual([refused.code, refused.out], [2, ""]);
    },
  ));

test("a report goes to a file as a whole, and nothing to standard output", () =>
  withSite({ "a.xml": profile(soon) }, async (site) => {
    for (const format of ["text", "json", "sarif", "junit"]) {
      const { code, out } = await site.run(["check", "a.xml", "--format", format, "--output", "report"], "", {
        FORCE_COLOR: "1",
      });
      assert.deepEqual([code, out], [1, ""]);
      const plain = await site.run(["check", "a.xml", "--format", format]);
      const timeless = (text: string) => text.replace(/[\d.]+ s\b|time="[^"]*"/g, "");
      assert.equal(timeless(readFileSync(site.path("report"), "utf8")), timeless(plain.out));
    }
    // another step of a pipeline reads it, perhaps as another user: it has the rights of any new file
    writeFileSync(site.path("any"), "");
    assert.equal(statSync(site.path("report")).mode, statSync(site.path("any")).mode);
    const { code, err } = await site.run(["check", "a.xml", "-o", "none/report"]);
    assert.equal(code, 2);
    assert.match(err, /none/);
  }));

test("comments silence what was found, and change nothing else", () =>
  withSite(
    {
      "a.xml": profile(soon, good, `${high}${soon}`),
      "crlf.xml": profile(soon).replaceAll("\n", "\r\n"),
      "long.xml": profile("<Text_Logo>a", "\u201cb\u201d", "</Text_Logo>"),
      "broken.xml": `<flat-profile>\n${soon}\n<GPP_A>1</GPP_B>\n</flat-profile>\n`,
    },
    async (site) => {
      const before = await site.run(["check", "a.xml", "crlf.xml"]);
      assert.equal(before.code, 1);
      const silenced = await site.run(["check", "a.xml", "crlf.xml", "--add-ignore"]);
      assert.equal(silenced.code, 0, silenced.out);
      assert.match(silenced.out, /problems silenced by new comments/);
      const text = readFileSync(site.path("a.xml"), "utf8");
      assert.match(text, /^ {2}<!-- flat-profile-disable-next-line value\/not-boolean -->\n {2}<Resync_On_Reset>soon/m);
      assert.equal(text.replace(/ *<!-- .* -->\n/g, ""), profile(soon, good, `${high}${soon}`));
      assert.doesNotMatch(readFileSync(site.path("crlf.xml"), "utf8"), /[^\r]\n/);
      await site.run(["check", "a.xml", "--add-ignore"]);
      assert.equal(readFileSync(site.path("a.xml"), "utf8"), text, "a second run has nothing to do");

      await site.run(["check", "long.xml", "--add-ignore", "--show", "hint"]);
      assert.match(readFileSync(site.path("long.xml"), "utf8"), /<Text_Logo>a\n {2}\u201cb\u201d\n/);
      const broken = await site.run(["check", "broken.xml", "--add-ignore", "--format", "json"]);
      assert.equal(broken.code, 1);
      assert.ok(
        codesOf(broken.out).every((code) => code.startsWith("xml/")),
        broken.out,
      );
    },
  ));

test("options that do not go together are refused in words", () =>
  withSite({ "a.xml": profile(soon) }, async (site) => {
    for (const args of [
      ["--write-baseline"],
      ["--baseline", "b.json", "--write-baseline", "--add-ignore"],
      ["--watch", "--format", "json"],
      ["--watch", "--output", "x"],
      ["--watch", "-"],
    ]) {
      const { code, out, err } = await site.run(["check", "a.xml", ...args]);
      assert.deepEqual([code, out], [2, ""], args.join(" "));
      assert.match(err, /^flat-profile: .*\.$/m);
    }
  }));

test("watching checks again what changed, and counts all files", () =>
  withSite({ "a.xml": profile(soon), "b.xml": profile(good) }, async (site) => {
    const run = await site.start(["check", ".", "--watch"]);
    await run.until(/2 files checked.*: 1 warning\n/);
    writeFileSync(site.path("b.xml"), profile(high));
    const second = await run.until(/2 files checked.*: .*\n/);
    assert.match(second, /^b\.xml:2:/m);
    assert.doesNotMatch(second, /^a\.xml/m);
    writeFileSync(site.path("c.xml"), profile(soon));
    assert.match(await run.until(/3 files checked.*: .*\n/), /^c\.xml:2:/m);
    writeFileSync(site.path("flat-profile.config.json"), '{ "severity": { "value/not-boolean": "off" } }');
    assert.doesNotMatch(await run.until(/3 files checked.*: .*\n/), /not-boolean/);
    await run.end();
  }));

test("watching checks a template again when its data or an included file changes", () => {
  const csv = (volume: string) => `name,volume\nLOBBY,9\nHALL,${volume}\n`;
  const files = {
    "www/a.xml": "<flat-profile>\n{% include 'part.j2' %}\n</flat-profile>\n",
    "www/b.xml": profile(soon),
    "www/part.j2": "<Ringer_Volume>{{ volume }}</Ringer_Volume>",
    "data/phones.csv": csv("7"),
    "flat-profile.config.json": JSON.stringify({ templates: [{ files: ["a.xml"], data: ["data/phones.csv"] }] }),
  };
  return withSite(files, async (site) => {
    const run = await site.start(["check", ".", "--watch"]);
    await run.until(/2 files checked.*: 1 warning\n/);
    writeFileSync(site.path("data/phones.csv"), csv("70"));
    const second = await run.until(/2 files checked.*: 2 warnings\n/);
    assert.match(second, /^www\/a\.xml:2:1: .* In row 2 \(data\/phones\.csv:3\)/m);
    assert.doesNotMatch(second, /^www\/b\.xml/m);
    writeFileSync(site.path("www/part.j2"), "<Ringer_Volume>5</Ringer_Volume>");
    await run.until(/2 files checked.*: 1 warning\n/);
    writeFileSync(site.path("data/phones.csv"), "name,name\n");
    await run.until(/1 file checked.*: 1 warning\n/); // the other cannot be rendered
    writeFileSync(site.path("data/phones.csv"), csv("8"));
    await run.until(/2 files checked.*: 1 warning\n/);
    await run.end();
  });
});
