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

test("preview tells what a device does, and no secret", () =>
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
    assert.match(err, /no device toaster; known are desk/);
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
      assert.match(err, /2 devices, 1 would upgrade, 0 in a loop/);
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
