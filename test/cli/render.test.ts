import assert from "node:assert/strict";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import test from "node:test";
import { type Site, withSite } from "../support/commandLine";

const template = `<flat-profile>
  <Host_Name>{{ name | lower }}</Host_Name>
  <Proxy_1_>{{ site.proxy }}</Proxy_1_>
  <Ringer_Volume>{{ volume }}</Ringer_Volume>
  <Password_1_>{{ password }}</Password_1_>
  <GPP_A>{{ password }}</GPP_A>
</flat-profile>
`;
const files = {
  "phone.xml.j2": template,
  "wrong.xml.j2": template.replace("site.proxy", "site.proxi"),
  "phone.xml.tpl":
    "<flat-profile>\n{foreach $lines as $l}\n<User_ID_{$l@iteration}_>{$l.user}</User_ID_{$l@iteration}_>\n{/foreach}\n<Ringer_Volume>{$volume}</Ringer_Volume>\n</flat-profile>\n",
  "phone.xml.mustache":
    "<flat-profile>\n{{#lines}}\n<User_ID_1_>{{user}}</User_ID_1_>\n{{/lines}}\n<Ringer_Volume>{{volume}}</Ringer_Volume>\n</flat-profile>\n",
  "phones.csv":
    "mac,name,volume,password\n00005e005301,LOBBY,9,planted-one\n00005e005302,HALL,70,planted-two\n00005e005303,ROOM,80,planted-three\n",
  "site.yaml": "site: { proxy: sip.example.com }\n",
  "all.json":
    '{\n  "site": { "proxy": "p.example.com" },\n  "phones": [\n    { "name": "a", "volume": 3, "lines": [{ "user": "1" }] },\n    { "name": "b", "volume": 99, "lines": [{ "user": "2" }] }\n  ]\n}\n',
  "all.yaml":
    "- { name: a, volume: 3, number: 0049123, mac: 00005e005301, lines: [{ user: '1' }] }\n- name: b\n  volume: 99\n",
  "numbers.xml.j2": "<flat-profile>\n<GPP_A>{{ number }} {{ mac }}</GPP_A>\n</flat-profile>\n",
};
const both = ["--data", "phones.csv", "--data", "site.yaml"];
const lines = (text: string) => text.split("\n").filter((line) => line !== "");
const said = (err: string) => err.trim().replace(/^flat-profile: /, "");
const run = (site: Site, ...args: readonly string[]) => site.run(["render", ...args]);

test("a problem is shown at the template's line, once, with the rows that have it", () =>
  withSite(files, async (site) => {
    const { code, out } = await run(site, "wrong.xml.j2", ...both);
    assert.equal(code, 1);
    assert.deepEqual(lines(out), [
      "wrong.xml.j2:3:16: warning: Unknown variable `site.proxi`. Did you mean `site.proxy`? Nothing is written in its place. In all 3 rows of phones.csv. [template/unknown-variable]",
      "    3 | <Proxy_1_>{{ site.proxi }}</Proxy_1_>",
      "      |              ^^^^^^^^^^",
      "wrong.xml.j2:4:18: warning: `70` is too high. Use 0 to 15. The phone uses its default or the nearest limit. In 2 of 3 rows, first in row 2 (phones.csv:3). [value/out-of-range]",
      "    4 | <Ringer_Volume>{{ volume }}</Ringer_Volume>",
      "      |                ^^^^^^^^^^^^",
      "3 rows rendered: 2 warnings",
    ]);
    const json = await run(site, "wrong.xml.j2", ...both, "--format", "json");
    assert.deepEqual(
      lines(json.out).map((line) => (JSON.parse(line) as { code: string }).code),
      ["template/unknown-variable", "value/out-of-range"],
    );
    assert.equal((await run(site, "wrong.xml.j2", ...both, "--fail-on", "error")).code, 0);
  }));

test("other languages, and data of JSON and YAML", () =>
  withSite(files, async (site) => {
    for (const name of ["phone.xml.tpl", "phone.xml.mustache"]) {
      const { out } = await run(site, name, "--data", "all.json", "--rows", "phones", "--as", "phone");
      assert.match(
        out,
        new RegExp(`^${name}:5:\\d+: warning: \`99\` is too high.* In row 2 \\(all.json:5\\)`, "m"),
        out,
      );
    }
    const row = await run(site, "numbers.xml.j2", "--data", "all.yaml", "--row", "1");
    assert.match(row.out, /<GPP_A>0049123 00005e005301<\/GPP_A>/);
    const named = await run(site, "phone.xml.j2", "--data", "all.json", "--rows", "nothing");
    assert.deepEqual([named.code, said(named.err)], [2, "all.json: There is no list `nothing`."]);
  }));

test("a file for each row is written, under a name of its values", () =>
  withSite(files, async (site) => {
    const { code, out } = await run(site, "phone.xml.j2", ...both, "--out", "made", "--name", "{mac}.xml");
    assert.equal(code, 1);
    assert.match(out, /3 rows rendered, 3 files written: 1 warning/);
    assert.match(readFileSync(site.path("made/00005e005301.xml"), "utf8"), /<Password_1_>planted-one</);
    await run(site, "phone.xml.j2", ...both, "--out", "plain");
    assert.ok(existsSync(site.path("plain/phone-3.xml")));
    for (const [name, message] of [
      ["{none}.xml", "Row 1 has no value `none` for the name of its file."],
      ["x.xml", "Rows 1 and 2 have the same file name x.xml."],
      ["../{mac}.xml", "`../{mac}.xml` leads out of the folder."],
    ]) {
      const refused = await run(site, "phone.xml.j2", ...both, "--out", "none", "--name", name as string);
      assert.deepEqual([refused.code, said(refused.err)], [2, message]);
    }
    assert.ok(!existsSync(site.path("none")));
  }));

test("values of the data cannot lead out of the folder", () =>
  withSite({ ...files, "evil.csv": "mac,name\n../../x,a\n" }, async (site) => {
    const { code, err } = await run(site, "phone.xml.j2", "--data", "evil.csv", "--out", "made", "--name", "{mac}.xml");
    assert.deepEqual([code, said(err)], [2, "The value `mac` of row 1 cannot be part of a file name."]);
  }));

test("secrets of the data are masked", () =>
  withSite(files, async (site) => {
    const { code, out, err } = await run(site, "phone.xml.j2", ...both, "--row", "2");
    assert.equal(code, 1);
    assert.match(out, /<Host_Name>hall<\/Host_Name>\n {2}<Proxy_1_>sip/);
    assert.match(out, /<Password_1_>•+<\/Password_1_>\n {2}<GPP_A>•+<\/GPP_A>/);
    assert.match(err, /^phone.xml.j2:4:18: warning: `70` is too high/);
    assert.doesNotMatch(out + err, /planted/);
  }));

test("templates include files of their folder alone", async (t) => {
  if (process.platform === "win32") return t.skip("links need rights there");
  await withSite(
    {
      "t/a.xml.j2": "<flat-profile>\n{% include 'b.j2' %}\n</flat-profile>\n",
      "t/b.j2": "<GPP_A>{{ n }}</GPP_A>",
      "t/link.xml.j2": "<flat-profile>\n{% include 'l.j2' %}\n</flat-profile>\n",
      "secret.txt": "outside",
      "r.csv": "n\n1\n",
    },
    async (site) => {
      symlinkSync(site.path("secret.txt"), site.path("t/l.j2"));
      const inside = await run(site, "t/a.xml.j2", "--data", "r.csv", "--row", "1");
      assert.match(inside.out, /<GPP_A>1<\/GPP_A>/);
      const outside = await run(site, "t/link.xml.j2", "--data", "r.csv");
      assert.equal(outside.code, 2);
      assert.match(outside.out, /^t\/link.xml.j2:2:1: error: `l.j2` cannot be read\./);
    },
  );
});

test("a command of the user renders, and the way back is kept", () =>
  withSite(
    {
      ...files,
      "erb.xml":
        "<flat-profile>\n<GPP_A>@@name@@</GPP_A>\n<Ringer_Volume>{{ volume }}</Ringer_Volume>\n</flat-profile>\n",
      "render.mjs":
        'import { readFileSync } from "node:fs";\nconst row = JSON.parse(readFileSync(0, "utf8"));\nprocess.stdout.write(readFileSync(process.argv[2], "utf8").replace(/@@(\\w+)@@|\\{\\{ (\\w+) \\}\\}/g, (_, a, b) => row[a ?? b]));\n',
      "fail.mjs": "process.exit(3);\n",
    },
    async (site) => {
      const command = `"${process.execPath}" ${"render.mjs"} {template}`;
      const { code, out } = await run(site, "erb.xml", "--data", "phones.csv", "--renderer", command);
      assert.equal(code, 1, out);
      assert.match(out, /^erb.xml:3:16: warning: `70` is too high.* In 2 of 3 rows, first in row 2 \(phones.csv:3\)/m);
      const failed = await run(site, "erb.xml", "--data", "phones.csv", "--renderer", `"${process.execPath}" fail.mjs`);
      assert.equal(failed.code, 2);
    },
  ));

test("what cannot be read is said with its line", () =>
  withSite(
    {
      ...files,
      "bad.csv": 'a,b\n1,"2\n',
      "wide.csv": "a\n1,2\n",
      "bad.json": "[1,]",
      "bad.yaml": "a: [\n",
      "two.json": "[]",
    },
    async (site) => {
      for (const [name, message] of [
        ["bad.csv", "bad.csv: Line 2: A quotation mark is not closed. The remaining rows cannot be read."],
        ["wide.csv", "wide.csv: Line 2 has more cells than the first row has names."],
        ["bad.json", "bad.json: Row 1 is not an object with names and values."],
        ["two.json", "two.json: There are no rows."],
        ["none.csv", "none.csv: No such file."],
      ]) {
        const { code, err } = await run(site, "phone.xml.j2", "--data", name as string);
        assert.deepEqual([code, said(err)], [2, message]);
      }
      assert.match((await run(site, "phone.xml.j2", "--data", "bad.yaml")).err, /bad.yaml: Line 2: Not valid YAML/);
    },
  ));

const configuration = (entry: object) => JSON.stringify({ templates: [{ files: ["t/*.j2"], ...entry }] });

test("the configuration names the data, for render and check", () =>
  withSite(
    {
      ...files,
      "t/phone.xml.j2": files["wrong.xml.j2"],
      "flat-profile.config.json": configuration({ data: ["phones.csv", "site.yaml"], name: "{mac}.xml" }),
    },
    async (site) => {
      const { code, out } = await run(site, "t/phone.xml.j2", "--out", "made");
      assert.equal(code, 1);
      assert.match(out, /Unknown variable `site.proxi`.* In all 3 rows of phones.csv\./);
      assert.ok(existsSync(site.path("made/00005e005303.xml")));
      const checked = await site.run(["check", "t/phone.xml.j2", "phone.xml.j2", "--format", "json"]);
      assert.deepEqual(
        lines(checked.out)
          .map((line) => JSON.parse(line) as { file: string; rows: number[] })
          .map(({ file, rows }) => [file, rows]),
        [
          ["t/phone.xml.j2", [1, 2, 3]],
          ["t/phone.xml.j2", [2, 3]],
        ],
      );
    },
  ));

test("check renders what it is given data for, and other files as before", () =>
  withSite(
    { ...files, "plain.xml": "<flat-profile>\n<Ringer_Volume>99</Ringer_Volume>\n</flat-profile>\n" },
    async (site) => {
      const { code, out } = await site.run(["check", "phone.xml.j2", ...both]);
      assert.equal(code, 1);
      assert.match(out, /^phone.xml.j2:4:18: warning: `70` is too high.* In 2 of 3 rows/m);
      assert.match(out, /1 file checked in .*: 1 warning/);
      const plain = await site.run(["check", "plain.xml", ...both]);
      assert.match(plain.out, /^plain.xml:2:16: warning: `99` is too high\. (?:(?!In )[^\n])*\[/m);
      assert.equal((await site.run(["check", "phone.xml.j2"])).code, 0);
    },
  ));

test("commands of the configuration run only when they are allowed", () =>
  withSite(
    {
      ...files,
      "t/phone.xml.j2": template,
      "t/render.mjs": 'process.stdout.write("<flat-profile>\\n<GPP_A>made</GPP_A>\\n</flat-profile>\\n");\n',
      "flat-profile.config.json": configuration({
        data: ["phones.csv"],
        renderer: [process.execPath, "render.mjs", "{template}"],
      }),
    },
    async (site) => {
      const refused = await run(site, "t/phone.xml.j2", "--row", "1");
      assert.equal(refused.code, 2);
      assert.match(refused.err, /The files are made by the command .*\. Use --allow-commands to run it\./);
      assert.equal((await site.run(["check", "t/phone.xml.j2"])).code, 2);
      const allowed = await run(site, "t/phone.xml.j2", "--row", "1", "--allow-commands");
      assert.match(allowed.out, /<GPP_A>made<\/GPP_A>/);
    },
  ));

test("a row and its problems as JSON", () =>
  withSite(files, async (site) => {
    const { out } = await run(site, "phone.xml.j2", ...both, "--row", "2", "--format", "json");
    const [row, problem] = lines(out).map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual([row?.row, row?.rows], [2, 3]);
    assert.match(String(row?.text), /<Host_Name>hall<[\s\S]*<GPP_A>•+</);
    assert.deepEqual([problem?.code, problem?.rows], ["value/out-of-range", [2]]);
    const none = await run(site, "phone.xml.j2");
    assert.deepEqual(
      [none.code, said(none.err)],
      [2, "phone.xml.j2: There is no data. Use --data <file>, or an entry of templates in flat-profile.config.json."],
    );
  }));

test("wrong entries of the configuration are said", () =>
  withSite(files, async (site) => {
    for (const [entry, message] of [
      [{ data: "x" }, "data in an entry of templates must be a list of strings."],
      [
        { data: ["x"], engine: "j2" },
        'Unknown key "engine" in An entry of templates. Use files, data, rows, as, name, syntax, renderer.',
      ],
      [{ data: ["x"], syntax: "erb" }, "syntax in an entry of templates must be jinja, smarty, mustache."],
    ] as const) {
      writeFileSync(site.path("flat-profile.config.json"), configuration(entry));
      const { code, err } = await run(site, "phone.xml.j2");
      assert.equal(code, 2);
      assert.ok(said(err).endsWith(`flat-profile.config.json: ${message}`), err);
    }
  }));
