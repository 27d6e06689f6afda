import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

const ini = `IniFileURL = 'http://prov.example/cfg_<MAC>.ini'
CmpFileURL = 'http://prov.example/mp118.cmp'
AutoUpdateCmpFile = 1
AutoUpdateFrequency = 60
`;

test("updates fills in the device, and says what it takes and how much", () =>
  withSite({ "a.ini": ini }, async (site) => {
    const release = ["--firmware", "6.60A.100", "--offered", "6.40A.010"];
    const { code, out, err } = await site.run([
      ...["updates", "a.ini", "--mac", "00:00:5e:00:53:01", ...release],
      ...["--bytes", "7000000", "--devices", "500"],
    ]);
    assert.equal(code, 1);
    assert.match(out, /^Update every 60 minutes$/m);
    assert.match(out, /^IniFileURL: http:\/\/prov\.example\/cfg_00005e005301\.ini$/m);
    assert.match(out, /^ {2}Now: downloaded, older: burnt, then a restart$/m);
    // 24 checks a day of 500 devices.
    assert.match(out, /^84,000,000,000 bytes of software a day$/m);
    assert.match(err, /^warning: The file of `CmpFileURL` is older than the running software\./);
  }));

for (const [option, value, message] of [
  ["--mac", "00005e0053", /--mac 00005e0053 is not a MAC address/],
  ["--devices", "0", /--devices needs a whole number from 1 on/],
  ["--devices", "many", /--devices needs a whole number from 1 on/],
  ["--bytes", "7 MB", /--bytes needs a whole number/],
] as const)
  test(`updates refuses ${option} ${value}`, () =>
    withSite({ "a.ini": ini }, async (site) => {
      const { code, out, err } = await site.run(["updates", "a.ini", option, value]);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(err, message);
    }));
