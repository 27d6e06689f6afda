import assert from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { Ajv } from "ajv";
import { SaxesParser } from "saxes";
import { withSite } from "../support/commandLine";

const good = "<flat-profile>\n  <Resync_On_Reset>Yes</Resync_On_Reset>\n</flat-profile>\n";
const bad = "<flat-profile>\n  <Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n";
const phoneBook = "<CiscoIPPhoneMenu><Title>Hi</Title></CiscoIPPhoneMenu>\n";

const lines = (out: string) => out.split("\n").filter((line) => line !== "");
const objects = (out: string) => lines(out).map((line) => JSON.parse(line) as Record<string, unknown>);

test("the run ends with 0, 1 or 2", () =>
  withSite({ "good.xml": good, "bad.xml": bad, "menu.xml": phoneBook }, async (site) => {
    assert.equal((await site.run(["check", "good.xml"])).code, 0);
    assert.equal((await site.run(["check", "bad.xml"])).code, 1);
    assert.equal((await site.run(["check", "bad.xml", "--fail-on", "error"])).code, 0);
    assert.equal((await site.run(["check", "bad.xml", "--max-severity", "warning"])).code, 0);
    assert.equal((await site.run(["check", "bad.xml", "--max-severity", "info"])).code, 1);
    assert.equal((await site.run(["check", "bad.xml", "--severity", "value/not-boolean=off"])).code, 0);
    const menu = await site.run(["check", "menu.xml", "--format", "json"]);
    assert.deepEqual([menu.code, menu.out], [2, ""]);
    for (const args of [
      ["check"],
      ["check", "none.xml"],
      ["check", "*.none"],
      ["chekc"],
      ["check", "good.xml", "--family", "fax"],
    ]) {
      const { code, out, err } = await site.run(args);
      assert.deepEqual([code, out], [2, ""], args.join(" "));
      assert.match(err, /none|usage|chekc|missing|fax/i);
    }
  }));

test("a file that leaves a phone unprovisioned does not end with 0, named or found", () =>
  withSite(
    {
      "half/a.xml": good.replace("<flat-profile>", ""),
      "other/a.xml": good.replaceAll("flat-profile", "config"),
      "misspelt/a.xml": good.replaceAll("flat-profile", "Flat_Profile"),
      "names/a.xml": good.replaceAll("Resync_On_Reset", "Acme_Resync"),
      "section/a.xml": "<flat-profile><Phone><GPP_A>1</GPP_A></Phone></flat-profile>",
      "piece/a.xml": "<Resync_On_Reset>Yes</Resync_On_Reset>\n<GPP_A>1</GPP_A>\n",
    },
    async (site) => {
      for (const folder of ["half", "other", "misspelt", "names", "section"])
        for (const named of [folder, `${folder}/a.xml`])
          assert.equal((await site.run(["check", named])).code, 1, named);
      assert.equal((await site.run(["check", "piece/a.xml"])).code, 1);
    },
  ));

test("text shows the line with the place underlined", () =>
  withSite({ "bad.xml": bad }, async (site) => {
    const { out } = await site.run(["check", "bad.xml"]);
    const [head, source, marks, closing] = lines(out);
    assert.match(head ?? "", /^bad\.xml:2:20: warning: `soon` .* \[value\/not-boolean\]$/);
    assert.equal(source, "    2 | <Resync_On_Reset>soon</Resync_On_Reset>");
    assert.equal(marks, "      |                  ^^^^");
    assert.match(closing ?? "", /^1 file checked in [\d.]+ s: 1 warning$/);
  }));

test("json has one object per line with zero-based places", () =>
  withSite({ "bad.xml": bad.replace("  <", "  <!-- 😀 --><") }, async (site) => {
    const { out } = await site.run(["check", "bad.xml", "--format", "json"]);
    const [only, ...more] = objects(out);
    assert.deepEqual(more, []);
    assert.deepEqual(Object.keys(only ?? {}), ["file", "code", "severity", "message", "range"]);
    // two units for the picture
    assert.deepEqual(only?.range, { start: { line: 1, character: 30 }, end: { line: 1, character: 34 } });
  }));

test("a wrong family is answered with what was meant", () =>
  withSite({ "good.xml": good }, async (site) => {
    for (const [word, meant] of [
      [
        "8841",
        /^flat-profile: Unknown family 8841\. 8841 is a model of mpp88xx\. Use --model 8841, or --family mpp88xx\.\n$/,
      ],
      ["CP-8851-3PCC-K9", /is a model of mpp88xx\./],
      ["mpp88xy", /^flat-profile: Unknown family mpp88xy\. Did you mean mpp88xx\?\n$/],
      ["fax", /^flat-profile: Unknown family fax\. Use (?:\w+, )*mpp88xx, /],
    ] as const)
      assert.match((await site.run(["check", "good.xml", "--family", word])).err, meant);
  }));

test("a fingerprint in sarif stays when lines move, and differs for each problem of a file", () =>
  withSite(
    { "a.xml": bad, "b.xml": bad.replace("<flat-profile>\n", "$&\n<!-- a -->\n<GPP_A>1</GPP_A>\n") },
    async (site) => {
      const marks = async (name: string) => {
        const { out } = await site.run(["check", name, "--format", "sarif"]);
        const results = JSON.parse(out).runs[0].results as { ruleId: string; partialFingerprints: object }[];
        return results.map(({ ruleId, partialFingerprints }) => [ruleId, ...Object.values(partialFingerprints)]);
      };
      const [first, second] = [await marks("a.xml"), await marks("b.xml")];
      assert.equal(first.length, 1);
      assert.deepEqual(
        second.filter(([code]) => code === "value/not-boolean"),
        first,
      );
      writeFileSync(site.path("c.xml"), bad.replace(/ *<Res.*\n/, "$&$&"));
      const twice = (await marks("c.xml")).filter(([code]) => code === "value/not-boolean");
      assert.equal(new Set(twice.map(String)).size, 2);
      assert.deepEqual(twice[0], first[0]);
    },
  ));

test("sarif is one document with the rules that were broken", () =>
  withSite({ "a folder/bad.xml": bad, "good.xml": good }, async (site) => {
    const { out } = await site.run(["check", ".", "--format", "sarif"]);
    const { version, runs } = JSON.parse(out);
    assert.equal(version, "2.1.0");
    const [run] = runs;
    assert.equal(run.results.length, 1);
    assert.equal(run.results[0].locations[0].physicalLocation.artifactLocation.uri, "a%20folder/bad.xml");
    assert.equal(run.results[0].locations[0].physicalLocation.region.startColumn, 20);
    assert.deepEqual(run.results[0].ruleId, "value/not-boolean");
    assert.equal(run.invocations[0].executionSuccessful, true);
  }));

test("every sarif report is valid by the schema of OASIS", () => {
  const file = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, "utf8"));
  const isValid = new Ajv({
    strict: false,
    allErrors: true,
    unicodeRegExp: false,
    formats: {
      uri: (text: string) => URL.canParse(text),
      "uri-reference": /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-F]{2})*$/,
      "date-time": true,
    },
  }).compile(schema);
  assert.equal(isValid({ version: "2.1.0", runs: [{ tool: {}, results: [] }] }), false);
  const mixed = `<flat-profile>
  <Resync_On_Reset>soon</Resync_On_Reset>
  <Dial_Plan_1_>(9,xx.</Dial_Plan_1_>
  <Unknwn_1_>x</Unknwn_1_>
  <Resync_On_Reset>Yes</Resync_On_Reset>
  <Time_Zone>
</flat-profile>`;
  return withSite(
    {
      "good.xml": good,
      "b\u00e4d {1}^.xml": mixed,
      "not utf8.xml": Buffer.from([0x3c, 0xff, 0xfe, 0x80]),
      "empty.xml": "",
    },
    async (site) => {
      for (const files of [
        ["."],
        ["good.xml"],
        ["empty.xml"],
        ["not utf8.xml"],
        [`${site.folder}/b\u00e4d {1}^.xml`],
      ]) {
        const report = JSON.parse((await site.run(["check", ...files, "--format", "sarif"])).out);
        assert.equal(isValid(report), true, JSON.stringify(isValid.errors));
      }
      const { runs } = JSON.parse((await site.run(["check", ".", "--format", "sarif"])).out);
      assert.equal(runs[0].results.length, 5);
    },
  );
});

test("github prints one annotation per problem, and no file name breaks out of it", () =>
  withSite({ "a,b%.xml": bad }, async (site) => {
    const { out } = await site.run(["check", "a,b%.xml", "--format", "github"]);
    assert.match(
      out,
      /^::warning file=a%2Cb%25\.xml,line=2,col=20,endColumn=24,endLine=2,title=value\/not-boolean::[^\n]+\n$/,
    );
  }));

test("junit is XML with a suite for each file, clean ones too", () =>
  withSite({ "bad.xml": bad.replace("soon", "&#7;\u0001]]&gt;<"), "good.xml": good }, async (site) => {
    const { out } = await site.run(["check", "good.xml", "bad.xml", "--format", "junit"]);
    const suites: string[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => {
      if (name === "testsuite") suites.push(`${attributes.name} ${Number(attributes.failures) > 0}`);
    });
    parser.write(out).close();
    assert.deepEqual(suites, ["good.xml false", "bad.xml true"]);
  }));

test("standard input, folders and patterns", () =>
  withSite(
    { "a/bad.xml": bad, "a/b/bad.cfg": bad, "a/notes.txt": bad, "a/node_modules/bad.xml": bad },
    async (site) => {
      const files = async (args: readonly string[]) =>
        objects((await site.run(["check", "--format", "json", ...args], bad)).out).map(({ file }) => file);
      assert.deepEqual(await files(["-"]), ["<stdin>"]);
      assert.deepEqual(await files(["a"]), ["a/b/bad.cfg", "a/bad.xml"]);
      assert.deepEqual(await files(["a/**/*.cfg", "a/b"]), ["a/b/bad.cfg"]);
      assert.deepEqual(await files(["a/notes.txt"]), ["a/notes.txt"]);
    },
  ));

test("no secret, no control character and no other file's text reaches the terminal", () => {
  const file = [
    "<flat-profile>",
    "<Password_1_>orchard</Password_1_><Resync_On_Reset>\u001b[31msoon</Resync_On_Reset>",
    "<My_Passwort>lane</My_Passwort><Profile_Rule>[--key harbour--uid x] http://u:quay@h/a&b.xml</Profile_Rule>",
    "<Admin_Passwd>cellar</Admin_Passwt><GPP_SA>attic & cupboard</GPP_SA>",
    "</flat-profile>",
  ].join("\n");
  return withSite({ "a.xml": file }, async (site) => {
    for (const format of ["text", "json", "sarif", "github", "junit"]) {
      const { out, err } = await site.run(["check", "a.xml", "--format", format, "--show", "hint"]);
      assert.notEqual(out, "");
      assert.doesNotMatch(out + err, /orchard|harbour|quay|cellar|attic|cupboard/, format);
      assert.ok(!(out + err).includes("\u001b"), format);
    }
  });
});

test("files that are no UTF-8 text", () =>
  withSite(
    {
      "utf16.xml": Buffer.from(`\ufeff${bad}`, "utf16le"),
      "latin1.xml": Buffer.from(good.replace("Yes", "Y\u00e9s"), "latin1"),
      "encrypted.xml": Buffer.concat([Buffer.from("Salted__"), Buffer.alloc(40, 7)]),
      "good.xml": good,
    },
    async (site) => {
      const codes = async (name: string) =>
        objects((await site.run(["check", name, "--format", "json"])).out).map(({ code }) => code);
      assert.ok((await codes("utf16.xml")).includes("value/not-boolean"));
      assert.ok((await codes("latin1.xml")).includes("xml/not-utf8"));
      const encrypted = await site.run(["check", "encrypted.xml", "good.xml"]);
      assert.equal(encrypted.code, 2);
      assert.match(encrypted.err, /encrypted\.xml: The file is encrypted/);
      assert.match(encrypted.out, /1 file checked/);
    },
  ));

test("a file without permission is reported and the others are checked", { skip: process.getuid?.() === 0 }, () =>
  withSite({ "a.xml": bad, "b.xml": bad }, async (site) => {
    chmodSync(site.path("a.xml"), 0);
    const { code, out, err } = await site.run(["check", "a.xml", "b.xml", "--format", "json"]);
    assert.deepEqual([code, objects(out).length], [2, 1]);
    assert.match(err, /a\.xml: No permission/);
  }),
);

test("the configuration names phone, severities, exceptions and files to pass over", () => {
  const config = {
    severity: { "value/not-boolean": "error" },
    failOn: "error",
    ignore: ["old"],
    overrides: [{ files: ["lab/**"], severity: { "value/not-boolean": "info" } }],
  };
  return withSite(
    { "flat-profile.config.json": JSON.stringify(config), "a.xml": bad, "old/b.xml": bad, "lab/c.xml": bad },
    async (site) => {
      const { code, out } = await site.run(["check", ".", "--format", "json"]);
      assert.equal(code, 1);
      assert.deepEqual(
        objects(out).map(({ file, severity }) => [file, severity]),
        [
          ["a.xml", "error"],
          ["lab/c.xml", "info"],
        ],
      );
      assert.equal((await site.run(["check", "lab"])).code, 0);
      writeFileSync(site.path("flat-profile.config.json"), '{"famly": "x"}');
      const { code: failed, err } = await site.run(["check", "."]);
      assert.equal(failed, 2);
      assert.match(err, /Unknown key "famly"/);
    },
  );
});

test("--fix repairs what is safe, again until nothing is left, and keeps the line ends", () => {
  const file =
    "<flat-profile>\r\n<resync_on_reset ua=“na”>yes</resync_on_reset>\r\n<Text_Logo>a & b</Text_Logo>\r\n</flat-profile>\r\n";
  return withSite({ "a.xml": file }, async (site) => {
    const { out } = await site.run(["check", "a.xml", "--fix"]);
    assert.match(out, /fixed/);
    const a = readFileSync(site.path("a.xml"), "utf8");
    assert.match(a, /ua="na"/);
    assert.match(a, /a &amp; b/);
    assert.doesNotMatch(a, /[^\r]\n/);
  });
});

test("--fix leaves a file alone whose problems it cannot lessen, however often it runs", () => {
  const file = "<flat-profile>\n<GPP_A>1</GPP_A>\n<!-- forgot\n";
  return withSite({ "a.xml": file }, async (site) => {
    for (let i = 0; i < 2; i++) {
      const { code } = await site.run(["check", "a.xml", "--fix"]);
      assert.equal(code, 1);
      assert.equal(readFileSync(site.path("a.xml"), "utf8"), file);
    }
  });
});
