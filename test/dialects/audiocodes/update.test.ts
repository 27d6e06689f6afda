import assert from "node:assert/strict";
import test from "node:test";
import { audiocodesIni } from "../../../server/src/dialects/audiocodes/index";
import {
  bytesPerDay,
  firmwareVerdict,
  newWhen,
  type ServerFacts,
  updatePlan,
} from "../../../server/src/dialects/audiocodes/update/plan";
import { replacement, settingsOf } from "../../../server/src/dialects/audiocodes/update/replacement";
import { pools } from "../../support/problems";

const { catalogue } = pools.of(audiocodesIni);

function planOf(text: string, server: ServerFacts = {}) {
  const [profile] = audiocodesIni.read(text, catalogue).profiles;
  assert.ok(profile);
  return updatePlan(profile, catalogue, { mac: "00:90:8F:12:34:56", firmware: "6.60A.100" }, server);
}

const site = `IniFileURL = 'http://192.0.2.1/cfg_<MAC>.ini'
CmpFileURL = 'http://192.0.2.1/mp118.cmp'
AutoUpdateCmpFile = 1
CptFileURL = 'http://192.0.2.1/uk.dat'
AutoUpdatePredefinedTime = '02:00'
`;

test("an ini is new by its time stamp, and by its checksum only with the parameter", () => {
  const verdict = (iniModified: "same" | "newer") => planOf(site, { iniModified }).files[0]?.verdict;
  assert.equal(verdict("same"), "not modified");
  assert.equal(verdict("newer"), "loaded");
  assert.match(newWhen("ini", false), /time stamp/);
  assert.doesNotMatch(newWhen("ini", false), /checksum/);
  assert.match(newWhen("ini", true), /checksum/);
});

test("software is downloaded first, and any other version is burnt", () => {
  assert.equal(firmwareVerdict("6.60A.100", "6.60A.100"), "same version");
  assert.equal(firmwareVerdict("6.60A.100", "6.60A.223"), "upgrade");
  assert.equal(firmwareVerdict("6.60A.100", "6.20A.030"), "downgrade");
  assert.equal(firmwareVerdict("5.80A.023", "6.6"), "upgrade");
  assert.equal(firmwareVerdict("6.60A.100", "test build"), "other version");
  assert.equal(firmwareVerdict(undefined, "6.60A.100"), "unknown");
  const plan = planOf(site, { firmware: "6.00A.010" });
  assert.equal(plan.files[1]?.verdict, "downgrade");
  assert.equal(plan.warnings.length, 1);
});

test("other files are loaded once for each URL", () => {
  const verdict = (CptFileURL: string) => planOf(site, { loaded: { CptFileURL } }).files[2]?.verdict;
  assert.equal(verdict("http://192.0.2.1/uk.dat"), "not asked");
  assert.equal(verdict("http://192.0.2.1/uk_v1.dat"), "loaded");
  assert.equal(planOf(site).files[2]?.verdict, "unknown");
});

test("addresses and triggers", () => {
  const plan = planOf(`${site}EnableSIPRemoteReset = 1\nEnableSecureStartup = 1\n`);
  assert.equal(plan.files[0]?.url, "http://192.0.2.1/cfg_00908F123456.ini");
  assert.deepEqual(
    plan.triggers.map(({ kind }) => kind),
    ["start", "daily", "secure start", "notify"],
  );
  assert.equal(plan.checksPerDay, 1);
  assert.equal(bytesPerDay(plan, 8_000_000, 500), 4_000_000_000);
  const hourly = planOf("CmpFileURL = 'http://192.0.2.1/a.cmp'\nAutoUpdateFrequency = 60\n");
  assert.equal(hourly.checksPerDay, 24);
  assert.equal(bytesPerDay(hourly, 8_000_000, 1), 0);
  assert.match(hourly.warnings[0] ?? "", /AutoUpdateCmpFile/);
});

test("a device that restarts at each update", () => {
  const loop = "IniFileURL = 'http://192.0.2.1/a.ini'\nResetNow = 1\nAutoUpdateFrequency = 60\n";
  assert.equal(planOf(loop).restartsEachTime, true);
  assert.equal(planOf(`${loop}AUPDCheckIfIniChanged = 1\n`).restartsEachTime, false);
  assert.equal(planOf("IniFileURL = 'http://192.0.2.1/a.ini'\nResetNow = 1\n").restartsEachTime, false);
});

test("what a new ini makes of a running device", () => {
  const running = settingsOf(
    audiocodesIni.read(
      `EnableSyslog = 1
SyslogServerIP = 192.0.2.9
NTPServerIP = 192.0.2.5
MaxDigits = 7
DHCPEnable = 1
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, 0;
ProxyIp 1 = 192.0.2.2, 0;
[ \\ProxyIp ]
`,
      catalogue,
    ),
  );
  const fresh = settingsOf(
    audiocodesIni.read(
      `ntpserverip = 192.0.2.5
MaxDigits = 9
NoSuchName = 1
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_ProxySetId, ProxyIp_IpAddress;
ProxyIp 0 = 0, 192.0.2.1;
[ \\ProxyIp ]
`,
      catalogue,
    ),
  );
  const found = replacement(running, fresh, catalogue);
  assert.deepEqual(
    found.backToDefault.map(({ name }) => name),
    ["EnableSyslog", "SyslogServerIP"],
  );
  assert.deepEqual(found.changed, [{ name: "MaxDigits", before: "7", after: "9" }]);
  assert.deepEqual(found.kept, ["NTPServerIP", "ProxyIp 0 ProxyIp_IpAddress", "ProxyIp 0 ProxyIp_ProxySetId"]);
  assert.deepEqual(found.keptWhenAbsent, [{ name: "DHCPEnable", why: "parameter" }]);
  assert.deepEqual(found.rowsLost, ["ProxyIp 1"]);
  assert.deepEqual(found.unknown, ["NOSUCHNAME"]);
  const keeps = replacement(running, fresh, catalogue, true);
  assert.deepEqual(keeps.backToDefault, []);
});

test("the start asks by BootP, then by DHCP as the file says", () => {
  const start = (text: string) => {
    const answer = audiocodesIni.updates?.plan(audiocodesIni.read(text, catalogue), catalogue, {});
    return answer?.start ?? "";
  };
  assert.match(start("MaxDigits = 7\n"), /BootP, then by DHCP when nothing answered and `DHCPEnable` is 1\. It reads/);
  assert.match(start("DHCPEnable = 1\n"), /then by DHCP when nothing answered, as/);
  assert.match(start("DHCPEnable = 0\n"), /BootP, and not by DHCP/);
});
