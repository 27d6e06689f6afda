import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

// preview of many devices: what each ends up with, and what a change of the file changes for whom.

const settings = `SET DSCPAUD 46
SET HTTPPORT 81
IF $MODEL4 SEQ 1608 GOTO SMALL
SET DSCPAUD 40
# SMALL
SET PROCPSWD 27238
GET more.txt
`;
const files = {
  "46xxsettings.txt": settings,
  "46xxsettings-old.txt": settings.replace("27238", "1").replace("DSCPAUD 40", 'DSCPAUD "=a;b"'),
  "more.txt": "SET PHNCC 49\nSET COUNTRY USA\n",
  "a.xml": "<flat-profile></flat-profile>\n",
};
const two = ["--device", "1608", "--device", "J179"];

test("preview compares devices, with the line that sets each value", () =>
  withSite(files, async (site) => {
    const { code, out } = await site.run(["preview", "46xxsettings.txt", ...two, "--differences"]);
    assert.equal(code, 0);
    assert.equal(
      out,
      `2 devices, 2 different results
  1608
  J179

DSCPAUD
  46  1608  line 1
  40  J179  line 4
`,
    );
    const all = await site.run(["preview", "46xxsettings.txt", ...two]);
    assert.match(all.out, /\nPROCPSWD \(the same on all\)\n {2}•••• {2}line 6\n/);
    assert.match(all.out, /\nPHNCC \(the same on all\)\n {2}49 {2}more\.txt:1\n/);
    const models = await site.run(["preview", "46xxsettings.txt", "--all-models", "--json"]);
    assert.deepEqual(
      (JSON.parse(models.out) as { alike: number[][] }).alike.map(({ length }) => length),
      [27, 1],
    );
  }));

test("preview says what a change of the file changes for which device", () =>
  withSite(files, async (site) => {
    const change = ["46xxsettings.txt", "--before", "46xxsettings-old.txt"];
    const { out } = await site.run(["preview", ...change, ...two]);
    assert.equal(
      out,
      `2 of 2 devices would get other settings

DSCPAUD
  =a;b → 40  J179  line 4
  no change  1608

PROCPSWD
  •••• → ••••  line 6
`,
    );
    const csv = await site.run(["preview", ...change, ...two, "--csv"]);
    assert.equal(
      csv.out,
      `setting,1608 before,1608 after,J179 before,J179 after
DSCPAUD,,,"'=a;b",40
PROCPSWD,••••,••••,••••,••••
`,
    );
  }));

test("preview says what it cannot compare", () =>
  withSite(files, async (site) => {
    const check = async (args: readonly string[], message: RegExp) => {
      const { code, err } = await site.run(["preview", ...args]);
      assert.equal(code, 2, err);
      assert.match(err, message);
    };
    await check(["46xxsettings.txt"], /Name a device with --device, or use --all-models\./);
    await check(["46xxsettings.txt", "--device", "1608", "--csv"], /need --all-models/);
    await check(["46xxsettings.txt", "--all-models", "--csv", "--json"], /Use either --csv or --json\./);
    await check(["a.xml", "--all-models"], /a\.xml: The settings of .* files cannot be compared\./);
    await check(["46xxsettings.txt", "--all-models", "--before", "none.txt"], /none\.txt/);
  }));

test("fleet counts which phones of a list would load other software", () =>
  withSite(
    {
      "16xxupgrade.txt": `IF $BOOTNAME SEQ hb1608.bin GOTO APP
SET APPNAME hb1608.bin
GOTO GETSET
# APP
SET APPNAME ha1608_2.bin
# GETSET
GET 46xxsettings.txt
`,
      "46xxsettings.txt": "SET DSCPAUD 46\n",
      "phones.csv":
        "mac,model,APPNAME,BOOTNAME\n00005e0053a1,1608,ha1608_2.bin,hb1608.bin\n00005e0053a2,1608,ha1608_1.bin,hb1608_0.bin\n00005e0053a3,1608,,\n",
    },
    async (site) => {
      const { code, out } = await site.run(["fleet", "16xxupgrade.txt", "--devices", "phones.csv"]);
      assert.equal(code, 0);
      assert.equal(
        out,
        `id,upgrade,firmware
00005e0053a1,already running,ha1608_2.bin
00005e0053a2,load taken,ha1608_2.bin
00005e0053a3,unknown,
`,
      );
    },
  ));
