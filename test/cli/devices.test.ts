import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

const profile = `<flat-profile>
<Profile_Rule>("$A" eq "gold")? https://h/gold/$MA.xml | [--key $SA --uid x --pwd canary-Pwd-77] https://h/$PSN.xml</Profile_Rule>
<Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/sip68xx.12-0-3MPP0001-87.loads</Upgrade_Rule>
<GPP_SA>canary-Key-99</GPP_SA>
<Password_1_>canary-Secret-1</Password_1_>
</flat-profile>
`;
const devices = JSON.stringify({
  devices: [
    { id: "desk", model: "6841", mac: "00:0e:08:01:23:45", firmware: "11-3-1MPP-697", settings: { GPP_A: "gold" } },
  ],
});

test("preview shows what a device does, and no secret", () =>
  withSite({ "a.xml": profile, ".vscode/flat-profile.devices.json": devices }, async (site) => {
    const { code, out } = await site.run(["preview", "a.xml", "--device", "desk"]);
    assert.equal(code, 0);
    assert.match(out, /→ https:\/\/h\/gold\/000e08012345\.xml/);
    assert.match(out, /true {2}"\$A" eq "gold" {2}as "gold" eq "gold"/);
    assert.match(out, /sip68xx\.12-0-3MPP0001-87\.loads: upgrade/);
    const { out: sample } = await site.run(["preview", "a.xml", "--device", "mpp88xx"]);
    assert.match(sample, /→ https:\/\/h\/88\d\d-3PCC\.xml/);
    const { out: json } = await site.run(["preview", "a.xml", "--device", "desk", "--json"]);
    assert.equal(JSON.parse(json).device.model, "6841");
    for (const text of [out, sample, json]) assert.doesNotMatch(text, /canary/);
    const { code: failed, err } = await site.run(["preview", "a.xml", "--device", "toaster"]);
    assert.equal(failed, 2);
    assert.match(err, /Unknown device toaster\. Use desk(?:, [\w-]+){7}, another model, or a device of \S+\.$/m);
  }));

test("preview takes a device of the file that is nearest to the profile", () =>
  withSite({ "site/below/a.xml": profile, "site/.vscode/flat-profile.devices.json": devices }, async (site) => {
    const { code, out, err } = await site.run(["preview", "site/below/a.xml", "--device", "desk"]);
    assert.equal(code, 0, err);
    assert.match(out, /→ https:\/\/h\/gold\/000e08012345\.xml/);
  }));

test("fleet decides for each row and counts", () =>
  withSite(
    {
      "a.xml": profile,
      "inventory.csv":
        "mac;model;firmware;GPP_A\n000e08000001;6841;11-3-1MPP-697;gold\n000e08000002;6841;12-0-3MPP0001-87;=cmd\n",
    },
    async (site) => {
      const { code, out, err } = await site.run(["fleet", "a.xml", "--devices", "inventory.csv"]);
      assert.equal(code, 0);
      const [header, first, second] = out.split("\n");
      assert.equal(header, "id,Profile_Rule,Profile_Rule URL,Upgrade_Rule,Upgrade_Rule URL,upgrade,firmware");
      assert.match(first ?? "", /^000e08000001,1,https:\/\/h\/gold\/000e08000001\.xml,1,.*,upgrade,/);
      assert.match(second ?? "", /^000e08000002,2,https:\/\/h\/6841-3PCC\.xml,0,,nothing chosen,/);
      assert.match(err, /^2 phones\.$/m);
      assert.match(err, /^ {2}1 phone would upgrade\.$/m);
      assert.match(err, /^ {2}1 phone keeps its firmware: no alternative of Upgrade_Rule applies\.$/m);
      const { out: lines } = await site.run(
        ["fleet", "a.xml", "--devices", "-", "--format", "jsonl"],
        "id,model\n=HYPERLINK(1),8841\n",
      );
      assert.equal(JSON.parse(lines).id, "=HYPERLINK(1)");
      const { out: csv } = await site.run(["fleet", "a.xml", "--devices", "-"], "id,model\n=HYPERLINK(1),8841\n");
      assert.match(csv, /^'=HYPERLINK/m);
      for (const text of [out, err, lines, csv]) assert.doesNotMatch(text, /canary/);
    },
  ));

test("fleet keeps columns apart where phones have rules of their own, or set one", () =>
  withSite(
    {
      "a.xml": `<flat-profile><Profile_Rule>("$A" eq "x")? (Profile_Rule_C = "https://h/c";)! https://h/a | https://h/b</Profile_Rule></flat-profile>`,
      "inventory.csv": "mac,GPP_A,Upgrade_Rule\n1,x,\n2,,http://h/load.bin\n3,x,http://h/load.bin\n",
    },
    async (site) => {
      const { out } = await site.run(["fleet", "a.xml", "--devices", "inventory.csv"]);
      assert.deepEqual(out.split("\n"), [
        "id,Profile_Rule,Profile_Rule URL,Profile_Rule_C,Profile_Rule_C URL,Upgrade_Rule,Upgrade_Rule URL,upgrade,firmware",
        "1,1,https://h/a,1,https://h/c,,,no rule,",
        "2,2,https://h/b,,,1,http://h/load.bin,load taken,load",
        "3,1,https://h/a,1,https://h/c,1,http://h/load.bin,load taken,load",
        "",
      ]);
    },
  ));

const upgrading = (rule: string) =>
  `<flat-profile><Profile_Rule>https://h/$MA.xml</Profile_Rule><Upgrade_Rule>${rule}</Upgrade_Rule></flat-profile>`;

/** The summary of a fleet and how the run ends. */
async function checkFleet(
  profile: string,
  list: string,
  options: readonly string[],
  code: number,
  ...said: readonly (string | RegExp)[]
): Promise<void> {
  await withSite({ "a.xml": profile, "list.csv": list }, async (site) => {
    const run = await site.run(["fleet", "a.xml", "--devices", "list.csv", "--summary", ...options]);
    const all = `${run.out}\n${run.err}`;
    assert.equal(run.code, code, all);
    for (const each of said)
      if (typeof each === "string") assert.ok(all.split("\n").includes(each), `${each}\n${all}`);
      else assert.match(all, each);
  });
}

test("fleet says in sentences what the phones of a list would do", async () => {
  const load = upgrading("http://h/sip78xx.12-0-3MPP0001-87.loads");
  const list =
    "mac,model,firmware\n000e08000001,8841,11-3-1MPP-697\n000e08000002,7841,11-3-1MPP-697\n000e08000003,8845,\n";
  await checkFleet(
    load,
    list,
    [],
    0,
    "3 phones.",
    "  2 phones would fetch firmware for another model.",
    "  1 phone would upgrade.",
  );
  await checkFleet(load, list, ["--fail-on", "other-phone"], 1);
  await checkFleet(load, list, ["--fail-on", "loop,no-match,bad-row,no-firmware"], 0);
  await checkFleet(
    upgrading("http://h/$MA.xml"),
    list,
    ["--fail-on", "no-firmware"],
    1,
    "  3 phones would fetch a file that is not firmware.",
  );
  const swinging =
    "($SWVER eq 11-3-1MPP-697)? http://h/sip78xx.12-0-3MPP0001-87.loads | http://h/sip78xx.11-3-1MPP-697.loads";
  await checkFleet(
    upgrading(swinging),
    "mac,model,firmware\n000e08000002,7841,11-3-1MPP-697\n",
    ["--fail-on", "loop"],
    1,
    "1 phone.",
    "  1 phone would upgrade again and again.",
  );
  await checkFleet(
    '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a | ("$A" eq "y")? https:/h/b</Profile_Rule></flat-profile>',
    "id,model,GPP_A\na,8841,x\nb,8841,y\nc,8841,z\nd,8841,\n",
    ["--fail-on", "no-match"],
    1,
    "  2 phones fetch no profile: no alternative of a profile rule applies.",
    "  1 phone cannot use the URL in Profile_Rule.",
  );
  await checkFleet(load, list, ["--fail-on", "everything"], 2, /Unknown --fail-on value everything\. Use bad-row, /);
});

test("fleet names the rows of a list that are wrong", async () => {
  const rule = upgrading("http://h/sip88xx.12-0-3MPP0001-87.loads");
  const head = "mac,model,firmware\n";
  const good = "000e08000001,8841,11-3-1MPP-697\n";
  for (const [row, reason] of [
    ["zz,8841,12", "`zz` is not a MAC address. Use twelve hexadecimal digits."],
    ["000e08000002,8841,12", "`12` is not a firmware version."],
    ["000e08000002,8481,", "Unknown model `8481`."],
    ["000e08000002,toaster,", "Unknown model `toaster`."],
    ["000e08000002,8841,11-3-1MPP-697,x", "The row has 4 cells, the first row 3."],
    [",,", "The row is empty."],
    ["000e0800000,8841,", "`000e0800000` is not a MAC address. Use twelve hexadecimal digits."],
  ] as const) {
    const said = [`list.csv:3: ${reason}`, "  1 row of the list is invalid."];
    const found = said.map((each) => new RegExp(each.replace(/[.\\`]/g, "\\$&")));
    await checkFleet(rule, `${head}${good}${row}\n`, [], 0, ...found);
    await checkFleet(rule, `${head}${good}${row}\n`, ["--fail-on", "bad-row"], 1, ...found);
  }
  for (const model of ["CP-8841-3PCC", "8841-3PCC", "SPA504G", "504", "ATA192", "Desk Phone 9851", ""])
    await checkFleet(rule, `${head}00:0E:08:00:00:02,${model},\n`, ["--fail-on", "bad-row"], 0);
  await checkFleet(rule, "family\nmpp99xx\n", ["--fail-on", "bad-row"], 1, /list\.csv:2: Unknown family `mpp99xx`/);
  for (const list of [head, "", "\n\n"]) await checkFleet(rule, list, [], 2, /The list has no device\./);
});
