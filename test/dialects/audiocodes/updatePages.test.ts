import assert from "node:assert/strict";
import test from "node:test";
import { lanesOf } from "../../../client/media/updates/words";
import { audiocodesIni } from "../../../server/src/dialects/audiocodes/index";
import { replacement, updates } from "../../../server/src/features/updates";
import { fixture, noToken, textDocument } from "../../support/fixture";
import { answerFor, serverWith } from "../../support/requests";

// What the panels of updates and replacements show.

const open = (text: string) => fixture(text, undefined, audiocodesIni).file;

function planOf(text: string, question = {}) {
  const answer = answerFor(updates, open(text), { question });
  assert.ok(answer);
  return answer;
}

const site = `IniFileURL = 'http://192.0.2.1/cfg_<MAC>.ini'
CmpFileURL = 'http://192.0.2.1/mp118.cmp'
AutoUpdateCmpFile = 1
CptFileURL = 'http://192.0.2.1/uk.dat'
`;

const newWhen = (text: string) =>
  Object.fromEntries(planOf(text).files.map(({ kind, newWhen: words }) => [kind, words]));

test("sentence 1: an ini is new by its time stamp", () => {
  assert.equal(newWhen(site).settings, "Loaded when its time stamp is later than the last successful update.");
});

test("sentence 2: its checksum counts only with the parameter", () => {
  const checked = /checksum/;
  assert.doesNotMatch(newWhen(site).settings ?? "", checked);
  assert.doesNotMatch(newWhen(`${site}AUPDCheckIfIniChanged = 0\n`).settings ?? "", checked);
  assert.match(newWhen(`${site}AUPDCheckIfIniChanged = 1\n`).settings ?? "", checked);
});

test("sentence 3: software is downloaded first, then its version is compared", () => {
  assert.match(newWhen(site).firmware ?? "", /^Downloaded first\. Then its version is compared/);
  const verdict = (offered?: string) => {
    const { verdict: words, outcome } = planOf(site, { firmware: "6.60A.100", offered }).files[1] ?? {};
    return `${outcome}: ${words}`;
  };
  assert.equal(verdict("6.60A.100"), "left: downloaded, version equal: not burnt");
  assert.equal(verdict("6.60A.223"), "taken: downloaded, newer: burnt, then a restart");
  assert.equal(verdict("6.20A.001"), "older: downloaded, older: burnt, then a restart");
  assert.equal(verdict("nightly"), "taken: downloaded, another version: burnt, then a restart");
  assert.equal(verdict(), "unknown: unknown");
});

test("sentence 4: other files are loaded once for each URL", () => {
  assert.equal(newWhen(site).auxiliary, "Loaded once for each text of the URL. Change the URL to load it again.");
});

test("each trigger has its words, its parameter and its line", () => {
  const { triggers } = planOf(
    `${site}AutoUpdatePredefinedTime = '02:30'\nEnableSecureStartup = 1\nEnableSIPRemoteReset = 1\n`,
  );
  assert.deepEqual(
    triggers.map(({ kind, words, parameter, line }) => [kind, words, parameter, line]),
    [
      ["start", "when the device starts", undefined, undefined],
      ["daily", "every day at 02:30, within five minutes", "AutoUpdatePredefinedTime", 5],
      ["start", "when the device starts, before it works (secure start-up)", "EnableSecureStartup", 6],
      ["message", "on SIP NOTIFY with `check-sync;reboot=false`", "EnableSIPRemoteReset", 7],
    ],
  );
  const [period] = planOf(`${site}AutoUpdateFrequency = 90\n`).triggers.slice(1);
  assert.deepEqual(period, {
    ...{ kind: "period", words: "every 90 minutes", parameter: "AutoUpdateFrequency", line: 5 },
    ...{ earliest: 5400, latest: 5400 },
  });
});

test("triggers by the clock are events on lines", () => {
  const times = (text: string) =>
    lanesOf(planOf(text).triggers).map(({ title, events }) => [title, events.map(({ earliest }) => earliest)]);
  assert.deepEqual(times(site), [["After power-up", [0]]]);
  assert.deepEqual(times(`${site}AutoUpdatePredefinedTime = '02:30'\n`), [
    ["After power-up", [0]],
    ["Every day", [9000]],
  ]);
  assert.deepEqual(times(`${site}AutoUpdateFrequency = 60\n`), [["After power-up", [0, 3600, 7200, 10800, 14400]]]);
});

test("what happens then, and what the file leaves out", () => {
  const effect = (text: string) => planOf(text).files[0]?.effect;
  assert.match(effect(site) ?? "", /goes back to its default/);
  assert.match(effect(`${site}SetDefaultOnIniFileProcess = 0\n`) ?? "", /keeps its value/);
});

test("bytes in a day, restart loops, and the first question of a device", () => {
  const loop = `${site}AutoUpdateFrequency = 60\nResetNow = 1\n`;
  const plan = planOf(loop, { mac: "00-90-8F-00-00-01", firmwareBytes: 8_000_000, devices: 500 });
  assert.equal(plan.bytesPerDay, 96_000_000_000);
  assert.match(plan.warnings[0] ?? "", /may restart at each update/);
  assert.match(plan.start, /BootP, then by DHCP/);
  assert.equal(plan.files[0]?.url, "http://192.0.2.1/cfg_00908F000001.ini");
  assert.equal(answerFor(updates, fixture("<flat-profile/>").file, { question: {} }), null);
});

const running = `EnableSyslog = 1
AUPDDigestPassword = 'cAnArY1'
MaxDigits = 7
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, 0;
ProxyIp 1 = 192.0.2.2, 0;
[ \\ProxyIp ]
`;

const fresh = `MaxDigits = 9
AUPDDigestPassword = 'cAnArY2'
NoSuchName = 1
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, 0;
[ \\ProxyIp ]
`;

const replaced = (text: string | undefined, name = "running.ini") => {
  const file = open(fresh);
  const server = { ...serverWith(file), read: async () => text };
  return replacement.run({ textDocument, running: `file:///${name}` }, server, noToken);
};

test("a replacement has its settings with lines of both files, and no secret", async () => {
  const answer = await replaced(running);
  assert.equal(answer.kind, "report");
  if (answer.kind !== "report") return;
  assert.deepEqual(
    answer.settings.map(({ name, fate, before, after, beforeLine, afterLine }) =>
      [fate, name, before, after, beforeLine, afterLine].map(String).join(" "),
    ),
    [
      "changed AUPDDigestPassword •••• •••• 2 2",
      "changed MaxDigits 7 9 3 1",
      "back to default EnableSyslog 1 undefined 1 undefined",
      "row lost ProxyIp 1 192.0.2.2, 0 undefined 7 undefined",
      "unknown NoSuchName undefined 1 undefined 3",
      "same ProxyIp 0 ProxyIp_IpAddress 192.0.2.1 undefined 6 6",
      "same ProxyIp 0 ProxyIp_ProxySetId 0 undefined 6 6",
    ],
  );
  assert.doesNotMatch(JSON.stringify(answer), /cAnArY/);
});

test("a replacement by a file that is not read, or of another format, has a reason", async () => {
  assert.deepEqual(await replaced(undefined), { kind: "none", reason: "not read" });
  assert.deepEqual(await replaced("<flat-profile/>", "phone.xml"), { kind: "none", reason: "other format" });
  assert.deepEqual(await replaced("some text", "notes.ini"), { kind: "none", reason: "other format" });
});
