import assert from "node:assert/strict";
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
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

test("format gives the same with several threads", async () => {
  const indent = (i: number) => (i % 3 === 0 ? "  " : " ".repeat(i % 7));
  const isOther = (i: number) => i % 50 === 3;
  const isNotUtf8 = (i: number) => i % 50 === 13;
  const textOf = (i: number): string | Uint8Array => {
    if (isOther(i)) return "<other>\n  <a/>\n</other>\n";
    if (isNotUtf8(i)) return Buffer.from("<flat-profile>\n     <GPP_A>\xff</GPP_A>\n</flat-profile>", "latin1");
    return `<flat-profile>\n${indent(i)}<User_ID_1_>${i}</User_ID_1_>\n</flat-profile>\n`;
  };
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`fleet/${macOf(i)}.xml`, textOf(i)]));
  const changed = Array.from({ length: 300 }, (_, i) => i).filter(
    (i) => !isOther(i) && !isNotUtf8(i) && indent(i).length !== 2,
  );
  const outside = "<flat-profile>\n     <GPP_A>1</GPP_A>\n</flat-profile>\n";
  await withSite({ ...files, "note.txt": "hello\n", "outside.txt": outside }, async (site) => {
    linkSync(site.path(`fleet/${macOf(1)}.xml`), site.path(`fleet/${macOf(290)}-again.xml`));
    symlinkSync("../outside.txt", site.path("fleet/outside.xml"));
    const content = () =>
      readdirSync(site.path("fleet")).map((name) => readFileSync(site.path(`fleet/${name}`), "latin1"));
    const format = (...words: string[]) => site.runAlone(["format", "fleet", "missing", "note.txt", ...words]);
    const old = content();
    const check = await format("--check", "--threads", "1");
    assert.equal(check.out, changed.map((i) => `fleet/${macOf(i)}.xml would change\n`).join(""));
    assert.match(
      check.err,
      /^missing: No such file or folder\.[\s\S]*The bytes are not UTF-8\.[\s\S]*^fleet\/outside\.xml: Not changed\. It is a link[\s\S]*^note\.txt: Not changed\./m,
    );
    assert.deepEqual(await format("--check", "--threads", "3"), check);
    assert.deepEqual(content(), old);
    const one = await format("--threads", "1");
    const formatted = content();
    for (const [name, text] of Object.entries(files)) writeFileSync(site.path(name), text);
    assert.deepEqual(content(), old);
    assert.deepEqual(await format("--threads", "3"), one);
    assert.deepEqual(content(), formatted);
    const again = await format("--check", "--threads", "2");
    assert.deepEqual([again.code, again.out], [2, ""], again.out);
  });
});

test("fleet gives the same with several threads", async () => {
  const profile = `<flat-profile>
<Profile_Rule>("$A" eq "2")? https://h/2/$MA.xml | ($SWVER lt 12-0-3MPP0001-87)? https://h/1/$MA.xml</Profile_Rule>
<Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/sip68xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>`;
  const loads = ["sip68xx.11-3-1MPP-697", "sip68xx.12-0-3MPP0001-87", "sip68xx.11-0-2MPP-98"];
  const row = (i: number) => {
    if (i % 300 === 7) return "";
    if (i % 900 === 11) return `${macOf(i)},"a\nb",${loads[i % 3]},2`;
    if (i % 700 === 13) return `${macOf(i)},"6841"x,${loads[i % 3]},2`;
    if (i % 600 === 17) return `,6841,${loads[i % 3]},2`;
    return `${i % 100 === 5 ? "wrong" : macOf(i)},6841,${loads[i % 3]},${i % 4}`;
  };
  const rows = Array.from({ length: 5000 }, (_, i) => row(i)).join("\r\n");
  const site = {
    "a.xml": profile,
    "d.csv": `mac,model,firmware,GPP_A,Town\r\n${rows}\r\n`,
    "none.csv": "mac,model,Town\n",
  };
  await withSite(site, async (site) => {
    const fleet = (...words: string[]) => site.runAlone(["fleet", "a.xml", ...words]);
    const cases = [
      ["--devices", "d.csv"],
      ["--devices", "d.csv", "--format", "jsonl", "--shard", "2/3"],
      ["--devices", "d.csv", "--summary", "--fail-on", "bad-row"],
      ["--devices", "none.csv"],
    ];
    for (const words of cases) {
      const one = await fleet(...words, "--threads", "1");
      if (words.length === 2 && words[1] === "d.csv") {
        assert.match(one.out, /^16,1,/m); // the number of the row, where it names no device
        assert.match(one.err, /^d\.csv:7: `wrong` is not a MAC address/m);
        assert.match(one.err, /^d\.csv:16: Text follows a closing quotation mark/m);
        assert.match(one.err, /^\d+ more rows are invalid\.$/m);
        assert.equal(one.code, 2);
      }
      for (const threads of ["2", "3"])
        assert.deepEqual(await fleet(...words, "--threads", threads), one, words.join(" "));
    }
    const piped = await site.runAlone(
      ["fleet", "a.xml", "--devices", "-", "--threads", "3"],
      readFileSync(site.path("d.csv")),
    );
    assert.equal(piped.out, (await fleet("--devices", "d.csv", "--threads", "1")).out);
    writeFileSync(site.path("b.csv"), "Color,Town\nx,y\n");
    const useless = await fleet("--devices", "b.csv", "--threads", "2");
    assert.deepEqual([useless.code, useless.out], [2, ""]);
    assert.match(
      useless.err,
      /^flat-profile: b\.csv: The first row has no known column name, such as mac or model\.$/m,
    );
  });
});

test("encrypt gives the same with several threads, and no key is shown", async () => {
  const files: Record<string, string> = {};
  let keys = "file,key\n";
  for (let i = 0; i < 180; i++) {
    const name = `${i % 3}/${macOf(i)}.xml`;
    if (i % 60 !== 5) files[`in/${name}`] = `<flat-profile>\n<User_ID_1_>${i}</User_ID_1_>\n</flat-profile>\n`;
    keys += `${name},cAnArY schlüssel ${i}\n`;
  }
  files["in/big.xml"] = `<flat-profile>\n${"<GPP_A>0</GPP_A>\n".repeat(70_000)}</flat-profile>\n`;
  keys += "big.xml,cAnArY big\n";
  await withSite({ ...files, "keys.csv": keys, "out/1/x": "" }, async (site) => {
    for (const format of ["aes-256-cbc", "aes128gcm"]) {
      const encrypt = (threads: string, out: string) =>
        site.runAlone(["encrypt", "in", "--keys", "keys.csv", "--format", format, "-o", out, "--threads", threads]);
      for (const out of ["one", "three"]) mkdirSync(site.path(`${format}/${out}/2`), { recursive: true });
      // A folder in place of the file.
      for (const out of ["one", "three"]) mkdirSync(site.path(`${format}/${out}/2/${macOf(2)}.xml`));
      const named = (run: { err: string }, out: string) => run.err.replaceAll(`${format}/${out}`, "OUT");
      for (const expected of [/^177 encrypted, 0 unchanged, 4 failed$/m, /^0 encrypted, 177 unchanged, 4 failed$/m]) {
        const one = await encrypt("1", `${format}/one`);
        const three = await encrypt("3", `${format}/three`);
        assert.match(one.err, expected);
        assert.match(named(one, "one"), /^OUT\/2\/\w+\.xml: It is a folder\.\nin\/2\/\w+\.xml: No such file\.$/m);
        assert.equal(named(three, "three"), named(one, "one"));
        assert.deepEqual([one.code, three.code, one.out, three.out], [2, 2, "", ""]);
        assert.doesNotMatch(one.err + three.err, /cAnArY/);
      }
      for (const i of [0, 130, 179]) {
        const file = `${format}/three/${i % 3}/${macOf(i)}.xml`;
        const { out } = await site.run(["decrypt", file, "--key-env", "K", "-q"], "", { K: `cAnArY schlüssel ${i}` });
        assert.equal(out, files[`in/${i % 3}/${macOf(i)}.xml`]);
      }
      const left = readdirSync(site.path(format), { recursive: true }).filter((name) => String(name).endsWith(".tmp"));
      assert.deepEqual(left, []);
    }
  });
});
