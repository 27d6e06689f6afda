import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { Ajv } from "ajv";
import type { DriftReport } from "../../server/src/deployment/driftReport";
import { withSite } from "../support/commandLine";

const profile = (settings: string) => `<flat-profile>${settings}</flat-profile>`;
const product = "<Product_Name>CP-8841-3PCC</Product_Name>";
const mac = (last: string) => `<MAC_Address>00:00:5E:00:53:${last}</MAC_Address>${product}`;

const files = {
  "site.xml": profile('<GPP_A ua="na">1</GPP_A><Password_1_>a-secret</Password_1_>'),
  "phones.csv": "id,mac,serial,model\na,00005e005301,,8841\nb,00-00-5E-00-53-02,,8841\nc,,FCH1,8841\n",
  "dumps/1.xml": profile(`${mac("01")}<GPP_A ua="na">1</GPP_A><GPP_B>left</GPP_B>`),
  "dumps/cfg-00005E005302.xml": profile('<GPP_A ua="rw">=2,3</GPP_A>'),
  "dumps/3.xml": profile("<Serial_Number>fch1</Serial_Number><GPP_A>1</GPP_A>"),
  "dumps/4.xml": profile(mac("aa")),
  "dumps/5.xml": "not a dump",
};

function validator(name: string) {
  return new Ajv({ strict: false }).compile(JSON.parse(readFileSync(`schemas/${name}`, "utf8")) as object);
}

test("a folder of dumps is matched with a list of phones", async () => {
  await withSite(files, async (site) => {
    const args = ["drift", "dumps", "--devices", "phones.csv", "--against", "site.xml"];
    const json = await site.run([...args, "--format", "json", "--suggest"]);
    assert.equal(json.code, 1);
    const reports = json.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as DriftReport);
    const isFull = validator("drift.schema.json");
    for (const report of reports) assert.ok(isFull(report), JSON.stringify(isFull.errors));
    const lines = reports.map(({ device, counts, problems }) =>
      [device.id ?? "-", JSON.stringify(counts), ...problems.map(({ code }) => code)].join(" "),
    );
    assert.deepEqual(lines, [
      'a {"same":1,"unexplained":1,"never shown":1}',
      'c {"same":1,"never shown":1}',
      "- {} drift/unknown-phone",
      "- {} drift/unreadable",
      'b {"drift":1,"access differs":1,"never shown":1}',
    ]);
    assert.deepEqual(reports[0]?.suggest, ["<GPP_B></GPP_B>"]);
    const short = await site.run([...args, "--format", "jsonl"]);
    const isShort = validator("drift-device.schema.json");
    for (const line of short.out.trimEnd().split("\n")) assert.ok(isShort(JSON.parse(line)), line);
    const csv = await site.run([...args, "--format", "csv"]);
    assert.ok(
      csv.out.includes(`b,00-00-5E-00-53-02,dumps/cfg-00005E005302.xml,GPP_A,drift,likely,1,"'=2,3",site.xml,1`),
    );
    const text = await site.run(args);
    for (const { out, err } of [json, short, csv, text]) assert.ok(!`${out}${err}`.includes("a-secret"));
  });
});

test("the exit status says whether a dump was compared, and what it says", async () => {
  await withSite(files, async (site) => {
    const exits = async (args: readonly string[], expected: number) =>
      assert.equal((await site.run(["drift", "--against", "site.xml", ...args])).code, expected, args.join(" "));
    await exits(["dumps/1.xml"], 0);
    await exits(["dumps/1.xml", "--fail-on", "unexplained"], 1);
    await exits(["dumps/1.xml", "--fail-on", "unexplained", "--ignore", "GPP_*"], 0);
    await exits(["dumps/cfg-00005E005302.xml"], 1);
    await exits(["dumps/cfg-00005E005302.xml", "--fail-on", "never"], 0);
    await exits(["dumps/4.xml", "--devices", "phones.csv"], 2);
    await exits(["dumps/5.xml"], 2);
    await exits(["none.xml"], 2);
    await exits(["dumps/1.xml", "--since=-x"], 2);
    assert.equal((await site.run(["drift", "dumps/1.xml"])).code, 2);
  });
});
