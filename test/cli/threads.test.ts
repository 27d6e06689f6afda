import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";

// Long lists are worked through by several threads. The output does not show it.

const macOf = (i: number) => (0x00005e005300 + i).toString(16).padStart(12, "0");
const count = 700;

/** Most phones ask for a file that is not there; every hundredth has one, and some rows have no phone. */
function files(shared: string, own: string): Record<string, string> {
  const all: Record<string, string> = {
    "flat-profile.config.json": JSON.stringify({
      site: { urls: [{ prefix: "http://pbx/", folder: "www" }], dhcp: { "66": "http://pbx" } },
    }),
    "www/8841-3PCC.xml": `<flat-profile><Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>${shared}</flat-profile>`,
  };
  for (let i = 0; i < count; i += 100) all[`www/${macOf(i)}.xml`] = `<flat-profile>${own}</flat-profile>`;
  return all;
}

let list = "id,mac,model,firmware,town\n";
for (let i = 0; i < count; i++)
  list += i % 90 === 5 ? `d${i},wrong\n` : `d${i},${macOf(i)},8841,sip88xx.12-0-3MPP0001-87,${i % 7}\n`;

const below = (folder: string, all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).map(([name, text]) => [`${folder}/${name}`, text]));

test("plan gives the same with several threads", async () => {
  const sides = {
    ...below("old", files("<GPP_A>1</GPP_A>", "<Proxy_1_>a</Proxy_1_><User_ID_1_>1</User_ID_1_>")),
    ...below("new", files("<GPP_A>2</GPP_A>", "<Proxy_1_>b</Proxy_1_>")),
    "d.csv": list,
  };
  await withSite(sides, async (site) => {
    const plan = ["plan", "--devices", "d.csv", "--base-site", "old", "--head-site", "new", "--by", "town"];
    for (const format of ["json", "jsonl"]) {
      const run = (threads: string) => site.runAlone([...plan, "--format", format, "--threads", threads]);
      const one = await run("1");
      assert.equal(one.err.match(/`wrong`/g)?.length, 8, one.err);
      assert.deepEqual(await run("2"), one);
      if (format === "json") assert.deepEqual(await run("5"), one);
    }
    const wrong = await site.runAlone([...plan, "--by", "village", "--threads", "2"]);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /^flat-profile: --by village: The list has no column of this name\.$/m);
    const nothing = await site.runAlone(["plan", "--devices", "none.csv", ...plan.slice(3), "--threads", "2"]);
    assert.equal(nothing.code, 2);
    assert.match(nothing.err, /none\.csv: No such file/);
    assert.equal((await site.runAlone([...plan, "--threads", "0"])).code, 2);
  });
});

test("a fault in the parameters of the site is reported once", async () => {
  const all = {
    "d.csv": list,
    "dumps/a.xml": "<flat-profile>",
    "dumps/b.xml": "<flat-profile>",
    "site.xml": "<flat-profile><Proxy_1_>1</Proxy_1_></flat-profile>",
    "flat-profile.parameters.json": '{ "dialect": "none" }',
    ...below("old", files("", "")),
    ...below("new", files("", "")),
  };
  await withSite(all, async (site) => {
    const plan = ["plan", "--devices", "d.csv", "--base-site", "old", "--head-site", "new"];
    for (const verb of [plan, ["drift", "dumps", "--against", "site.xml"]])
      for (const threads of ["1", "3"]) {
        const { err } = await site.runAlone([...verb, "--threads", threads]);
        assert.equal(err.match(/^flat-profile\.parameters\.json:1:14: error: Unknown dialect/gm)?.length, 1, err);
      }
  });
});

test("drift gives the same with several threads", async () => {
  const dump = (i: number) =>
    `<flat-profile><Product_Name>CP-8841-3PCC</Product_Name><MAC_Address>${macOf(i)}</MAC_Address><Software_Version>sip88xx.12-0-3MPP0001-87</Software_Version><Proxy_1_>${i % 3}</Proxy_1_></flat-profile>`;
  const dumps: Record<string, string> = {};
  for (let i = 0; i < count; i++) dumps[`dumps/${macOf(i)}.xml`] = i % 50 === 7 ? "<flat-profile>" : dump(i);
  const site = { ...dumps, "site.xml": "<flat-profile><Proxy_1_>1</Proxy_1_></flat-profile>", "d.csv": list };
  await withSite(site, async (site) => {
    const drift = ["drift", "dumps", "--against", "site.xml", "--devices", "d.csv"];
    for (const format of ["text", "jsonl", "csv"]) {
      const run = (threads: string) => site.runAlone([...drift, "--format", format, "--threads", threads]);
      const one = await run("1");
      assert.match(one.err, /^d\.csv:7: `wrong`/);
      assert.match(one.err, /678 phones, 450 with drift, 22 dumps not compared/);
      assert.deepEqual(await run("2"), one);
    }
  });
});

test("check gives the same with several threads", async () => {
  const files: Record<string, string | Uint8Array> = { "named.csv": "a,b\n", "note.txt": "hello\n" };
  const texts = ["Yes", "Yess", "a<b", "&", "{{x}}"];
  for (let i = 0; i < 300; i++) {
    const lines = Array.from({ length: 4 }, (_, j) => `<Resync_On_Reset>${texts[(i * j) % 5]}</Resync_On_Reset>\n`);
    files[`fleet/${macOf(i)}.xml`] =
      i % 40 === 7 ? "<other/>" : `<flat-profile>\n${lines.join("")}<User_ID_1_>${i}</User_ID_1_>\n</flat-profile>\n`;
  }
  files["fleet/gone.xml"] = Buffer.from("1f8b0800", "hex");
  await withSite(files, async (site) => {
    const check = (...words: string[]) =>
      site.runAlone(["check", "fleet", "named.csv", "missing", "note.txt", "--max-severity", "none", ...words]);
    assert.equal((await check("--baseline", "b.json", "--write-baseline", "--threads", "3")).code, 2);
    const written = readFileSync(site.path("b.json"), "utf8");
    assert.equal((await check("--baseline", "b.json", "--write-baseline", "--threads", "1")).code, 2);
    assert.equal(readFileSync(site.path("b.json"), "utf8"), written);
    writeFileSync(site.path("b.json"), written.replaceAll('"xml/', '"other/'));
    const cases = [
      ["--format", "text"],
      ["--format", "json"],
      ["--format", "sarif"],
      ["--format", "junit"],
      ["--format", "text", "--statistics"],
      ["--baseline", "b.json", "--format", "github"],
    ];
    const plain = (run: Awaited<ReturnType<typeof check>>) => ({ ...run, out: run.out.replace(/in \d+\.\d s/, "") });
    for (const words of cases) {
      const one = plain(await check(...words, "--threads", "1"));
      assert.ok(one.out.length > 100, words.join(" "));
      assert.match(
        one.err,
        /missing: No such file or folder\.[\s\S]*gone\.xml: The file is compressed[\s\S]*note\.txt: warning/,
      );
      assert.deepEqual(plain(await check(...words, "--threads", "3")), one, words.join(" "));
    }
  });
});
