import assert from "node:assert/strict";
import test from "node:test";
import { type Answer, type Request, type SiteFile, urlOf } from "../../../server/src/deployment/exchange";
import type { Start } from "../../../server/src/deployment/phone";
import { drive, type Settled, type SettleOptions, settle } from "../../../server/src/deployment/settle";
import type { Device } from "../../../server/src/devices/device";
import { audiocodesPhone } from "../../../server/src/dialects/audiocodes/deployment/index";
import { audiocodesIni } from "../../../server/src/dialects/audiocodes/index";
import { withSite } from "../../support/commandLine";
import { serviceOf } from "../../support/problems";

const { catalogue } = serviceOf(audiocodesIni);
const phone = audiocodesPhone(catalogue);

const gateway: Device = {
  id: "gw-1",
  model: "MP-118",
  mac: "00:90:8f:12:34:56",
  settings: { IniFileURL: "http://prov/<MAC>.ini" },
};

interface Run extends Settled {
  readonly asked: readonly string[];
}

function run(
  server: Readonly<Record<string, string | number>>,
  { device = gateway, ...how }: Start & SettleOptions & { readonly device?: Device } = {},
): Run {
  const asked: string[] = [];
  const files = new Map<string, SiteFile>();
  const answer = ({ target, purpose }: Request): Answer => {
    const url = urlOf(target);
    asked.push(purpose === "load" ? `load ${url}` : url);
    const found = server[url] ?? 404;
    if (typeof found === "number") return { kind: "status", status: found };
    const file = files.get(url) ?? { name: url.replace(/^.*\//, ""), text: found, layers: [] };
    files.set(url, file);
    return { kind: "file", file };
  };
  const settled = drive(settle(phone, phone.start(device, how), { keepsHistory: true, ...how }), answer);
  return { ...settled, asked };
}

const own = "http://prov/00908f123456.ini";

test("a gateway asks for its ini file, and then for its software", () => {
  const { asked, outcome, end } = run({
    [own]: "EnableSyslog = 1\nIniFileURL = 'http://prov/<MAC>.ini'\nCmpFileURL = 'http://prov/mp118.cmp'\n",
    "http://prov/mp118.cmp": 200,
  });
  assert.deepEqual(asked.slice(0, 2), [own, "load http://prov/mp118.cmp"]);
  assert.equal(outcome, "stable");
  assert.equal(phone.valueOf(end, "EnableSyslog"), "1");
});

test("what a new file leaves out goes back to the default, but for what is kept", () => {
  const values = { EnableSyslog: "1", DHCPEnable: "1", "ProxyIp 0 ProxyIp_IpAddress": "192.0.2.1" };
  const after = (text: string) => {
    const { end } = run({ [own]: text }, { values });
    return Object.keys(values).map((name) => end.settings.get(name)?.value);
  };
  assert.deepEqual(after("NTPServerIP = 192.0.2.9\n"), [undefined, "1", undefined]);
  assert.deepEqual(after("NTPServerIP = 192.0.2.9\nSetDefaultOnIniFileProcess = 0\n"), ["1", "1", "192.0.2.1"]);
});

test("a template is loaded before the file of the device, and an address that was typed counts", () => {
  const template = "http://prov/all.ini";
  const server = {
    [template]: "MaxDigits = 5\nEnableSyslog = 1\n",
    [own]: "MaxDigits = 7\n",
    "http://prov/x.ini": "MaxDigits = 9\n",
  };
  const device = { ...gateway, settings: { ...gateway.settings, IniFileTemplateURL: template } };
  const both = run(server, { device });
  assert.deepEqual(both.asked.slice(0, 2), [template, own]);
  assert.deepEqual([phone.valueOf(both.end, "MaxDigits"), phone.valueOf(both.end, "EnableSyslog")], ["7", "1"]);
  const typed = run(server, { rule: "http://prov/x.ini" });
  assert.deepEqual(typed.asked.slice(0, 1), ["http://prov/x.ini"]);
  assert.equal(phone.valueOf(typed.end, "MaxDigits"), "9");
});

test("a file that is missing, and an address that is not known, change nothing", () => {
  const values = { EnableSyslog: "1" };
  const missing = run({}, { values });
  assert.equal(missing.outcome, "failing");
  assert.equal(missing.end.settings.get("EnableSyslog")?.value, "1");
  const { mac: _, ...nameless } = gateway;
  const unknown = run({ [own]: "MaxDigits = 7\n" }, { device: nameless, values });
  assert.equal(unknown.outcome, "undecided");
  assert.deepEqual(unknown.asked, []);
});

test("the clock starts the next update", () => {
  const nextOf = (line: string) => run({ [own]: `IniFileURL = '${own}'\n${line}\n` }).next;
  assert.deepEqual(nextOf("AutoUpdatePredefinedTime = '02:00'"), {
    ...{ cause: "periodic", earliest: 0, latest: 86_700, elapsed: 86_400 },
    daily: { earliest: 7200, latest: 7500 },
  });
  assert.deepEqual(nextOf("AutoUpdateFrequency = 60"), {
    ...{ cause: "periodic", earliest: 3600, latest: 3600, elapsed: 3600 },
  });
  assert.ok("needs" in nextOf("MaxDigits = 7"));
});

const running = `;**************
;** Ini File **
;**************
;Board: MP-118 FXS
;Serial Number: 2745678
;Software Version: 6.60A.314.002
[SYSTEM Params]
EnableSyslog = 1
SyslogServerIP = 192.0.2.7
NTPServerIP = 192.0.2.99
MaxDigits = 07
AutoUpdateCmpFile = 1
; BaseUDPPort is hidden but has non-default value
Password = '$1$gQ=='
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, 0;
ProxyIp 1 = 192.0.2.2, 0;
[ \\ProxyIp ]
`;
const wanted = `SyslogServerIP = 192.0.2.7
NTPServerIP = 192.0.2.9
MaxDigits = 7
BaseUDPPort = 6010
Password = 'hunter2-canary'
RegistrationTime = 300
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, $$;
[ \\ProxyIp ]
`;

test("drift compares the running settings of a gateway with its file", () =>
  withSite({ "00908f123456.ini": running, "mp118.ini": wanted }, async (site) => {
    const { out, code } = await site.run(["drift", "00908f123456.ini", "--against", "mp118.ini", "--format", "json"]);
    assert.equal(code, 1);
    assert.doesNotMatch(out, /canary|gQ==/);
    const { device, parameters } = JSON.parse(out) as {
      device: { model?: string; firmware?: string };
      parameters: readonly { name: string; status: string }[];
    };
    assert.deepEqual([device.model, device.firmware], ["MP-118", "6.60A.314.002"]);
    const statuses = Object.fromEntries(parameters.map(({ name, status }) => [name, status]));
    assert.deepEqual(statuses, {
      EnableSyslog: "unknown default",
      SyslogServerIP: "same",
      NTPServerIP: "drift",
      MaxDigits: "same",
      AutoUpdateCmpFile: "unexplained",
      BaseUDPPort: "secret",
      Password: "secret",
      RegistrationTime: "missing",
      "ProxyIp 0 ProxyIp_IpAddress": "same",
      "ProxyIp 0 ProxyIp_ProxySetId": "undecided",
      "ProxyIp 1 ProxyIp_IpAddress": "unexplained",
      "ProxyIp 1 ProxyIp_ProxySetId": "unexplained",
    });
    const text = await site.run(["drift", "00908f123456.ini", "--against", "mp118.ini", "--suggest"]);
    assert.match(text.out, /what the files mean:\n {2}AutoUpdateCmpFile = 0\n\n/);
  }));

test("one file with all settings reads back as it was", () => {
  const values = [...(phone.dumps?.read(running)?.entries.values() ?? [])].flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value }],
  );
  const again = phone.dumps?.read(`;Board: MP-118\n${phone.merged(values)}`);
  assert.deepEqual([...(again?.entries.values() ?? [])], values);
});
