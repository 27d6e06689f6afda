import assert from "node:assert/strict";
import { test } from "node:test";
import { asMarkdown } from "../../../client/media/preview/markdown";
import type { Device } from "../../../server/src/devices/device";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import { previewSource } from "../../../server/src/features/previewRun";
import type { DeviceReport } from "../../../server/src/preview/report";
import { Canaries } from "../../support/canaries";
import { snapshotOf } from "../../support/problems";

// What a phone gets: the report of the panel and the command line.

const settings = `SET L2QVLAN 120
IF $GROUP SEQ 7 GOTO G7
SET DSCPAUD 46
GOTO END
# G7
SET DSCPAUD 40
# END
SET PROCPSWD 27238
GET $MACADDR.txt
`;

const upgrade = `## site copy of the script
IF $BOOTNAME SEQ hb1608.bin GOTO APP
SET APPNAME hb1608.bin
GOTO GETSET
# APP
SET APPNAME ha1608_2.bin
# GETSET
GET 46xxsettings.txt
`;

function reportOf(
  text: string,
  device: Device,
  folder: { own: string; others?: Record<string, string> },
): DeviceReport {
  const snapshot = snapshotOf(text, undefined, avayaSettings, folder);
  const report = avayaSettings.preview?.report(snapshot, device);
  assert.ok(report);
  return report;
}

const desk: Device = { id: "desk", model: "1608", mac: "00005e005301" };
const site = {
  own: "16xxupgrade.txt",
  others: { "46xxsettings.txt": settings, "00005e005301.txt": "SET L2QVLAN 130\n" },
};
const withRunning = (boot: string, application: string, group = "0"): Device => ({
  ...desk,
  settings: { BOOTNAME: boot, APPNAME: application, GROUP: group },
});

const filesOf = ({ script }: DeviceReport) => script?.files.map(({ name, answer }) => `${name} ${answer}`);
const valuesOf = ({ script }: DeviceReport) => script?.settings.map(({ name, value }) => `${name} ${value}`);
const stepsOf = ({ upgrade: { steps } }: DeviceReport) => steps.map(({ outcome, load }) => `${outcome} ${load}`);

test("script, then application file, then settings: a wrong boot file is replaced first", () => {
  const report = reportOf(upgrade, withRunning("hb1608_old.bin", "ha1608_1.bin"), site);
  assert.deepEqual(stepsOf(report), [
    "load taken hb1608.bin",
    "load taken ha1608_2.bin",
    "already running ha1608_2.bin",
  ]);
  assert.equal(report.upgrade.loops, false);
  assert.deepEqual(filesOf(report), ["16xxupgrade.txt start", "46xxsettings.txt file", "00005e005301.txt file"]);
});

test("the right application file is kept, and the group decides", () => {
  const report = reportOf(upgrade, withRunning("hb1608.bin", "ha1608_2.bin", "7"), site);
  assert.deepEqual(stepsOf(report), ["already running ha1608_2.bin"]);
  assert.deepEqual(valuesOf(report), ["APPNAME ha1608_2.bin", "L2QVLAN 130", "DSCPAUD 40", "PROCPSWD ••••"]);
  const vlan = report.script?.settings.find(({ name }) => name === "L2QVLAN");
  assert.deepEqual(vlan?.before, [{ value: "120", file: "46xxsettings.txt" }]);
  assert.equal(vlan?.file, "00005e005301.txt");
});

test("an unknown group gives an unknown value, and a file that is not there may set more", () => {
  const report = reportOf(settings, desk, { own: "46xxsettings.txt" });
  assert.deepEqual(report.script?.unknown, ["$GROUP"]);
  const certain = report.script?.settings.map(({ name, isCertain }) => `${name} ${isCertain}`);
  assert.deepEqual(certain, ["L2QVLAN true", "DSCPAUD false", "PROCPSWD true"]);
  assert.deepEqual(filesOf(report), ["46xxsettings.txt start", "00005e005301.txt unknown"]);
});

test("statements that the phone does not come to are skipped", () => {
  const report = reportOf(settings, withRunning("", "", "0"), { own: "46xxsettings.txt" });
  const skipped = report.script?.skipped.map(({ start, end }) => settings.slice(start, end));
  assert.deepEqual(skipped, ["# G7\nSET DSCPAUD 40"]);
});

test("software that leads to other software and back never comes to rest", () => {
  const text = "IF $APPNAME SEQ a.bin GOTO A\nSET APPNAME a.bin\nGOTO END\n# A\nSET APPNAME b.bin\n# END\n";
  const report = reportOf(text, withRunning("", "a.bin"), { own: "96xxupgrade.txt" });
  assert.equal(report.upgrade.loops, true);
  assert.deepEqual(stepsOf(report), ["load taken b.bin", "load taken a.bin"]);
});

test("a phone is known by what it sends", () => {
  const text = "Mozilla/4.0 (compatible; MSIE 6.0) AVAYA/J179-4.1.3.0.6 (MAC:c81fea83e85a)";
  assert.deepEqual(avayaSettings.preview?.deviceFromUserAgent(text), {
    ...{ id: "c81fea83e85a", model: "J179", firmware: "4.1.3.0.6", mac: "c81fea83e85a" },
  });
});

test("a report is copied as text", () => {
  const report = reportOf(settings, desk, {
    own: "46xxsettings.txt",
    others: { "00005e005301.txt": "SET L2QVLAN 130\n" },
  });
  const answer = { ...report, version: 1, isSample: false, starts: [], templated: [] };
  const text = asMarkdown("46xxsettings.txt", [answer]);
  assert.match(text, /### Files\n\n- `46xxsettings.txt`\n- `00005e005301.txt`: is read/);
  assert.match(text, /- `L2QVLAN`: `130`\n {2}- replaces `120`/);
  assert.match(text, /- `DSCPAUD`: `4[06]`\n {2}- or something else/);
  assert.match(text, /### Unknown variables\n\n`\$GROUP`/);
  assert.doesNotMatch(text, /27238/);
});

test("a model alone does not say the signaling, a family does", () => {
  const text = "IF $SIG_IN_USE SEQ SIP GOTO SIP\nSET L2QVLAN 1\n# SIP\nSET DSCPAUD 46\n";
  const unknown = (device: Device) => reportOf(text, device, { own: "46xxsettings.txt" }).script?.unknown;
  assert.deepEqual(unknown({ id: "a", model: "9608" }), ["$SIG_IN_USE"]);
  assert.deepEqual(unknown({ id: "a", model: "9608", family: "avaya96x1sip" }), []);
  assert.deepEqual(unknown({ id: "a", model: "9608", settings: { SIG_IN_USE: "SIP" } }), []);
});

test("releases are compared as far as they are known", () => {
  const text = "SET APPNAME FW_S_J179_R4_1_1_0_7.bin\n";
  const outcome = (firmware: string) =>
    reportOf(text, { id: "a", model: "J179", firmware }, { own: "J100Supgrade.txt" }).upgrade.steps[0]?.outcome;
  assert.equal(outcome("4.1.1.0.7"), "already running");
  assert.equal(outcome("4.0.6.1.2"), "load taken");
  assert.equal(outcome("4.1.1"), "unknown");
});

const runIn: readonly (readonly [text: string, shown?: readonly string[]])[] = [
  ["SET L2QVLAN 7 ## SET PROCPSWD %", ["L2QVLAN 7 ## SET PROCPSWD ••••"]],
  ['SET L2QVLAN "7" ## SET PROCPSWD "%"', ['L2QVLAN 7" ## SET PROCPSWD "••••']],
  ['SET L2QVLAN "7 SET PROCPSWD %', ['L2QVLAN "7 SET PROCPSWD ••••']],
  ["SET L2QVLAN 7 ## code PROCPSWD=% and more"],
  ["SET L2QVLAN 7 ## http://ann:%@h/a.txt"],
  ["SET APPNAME a.bin ## SET PROCPSWD %"],
  ["SET APPNAME a.bin ## SET PROCPSWD %\nSET APPNAME b.bin"],
  ['SET SOFTKEY_IDLE "a" ## PROCPSWD %\nADD SOFTKEY_IDLE b\nADD SOFTKEY_IDLE c'],
  ["SET SOFTKEY_IDLE a\nADD SOFTKEY_IDLE b SET PROCPSWD %", ["SOFTKEY_IDLE a,b SET PROCPSWD ••••"]],
  ['SET SOFTKEY_IDLE a\nADD SOFTKEY_IDLE "b ADMIN_PASSWORD %\nADD SOFTKEY_IDLE "c"'],
  ["SET PROCPSWD 1\nADD PROCPSWD %", ["PROCPSWD ••••"]],
  ["SET L2QVLAN 7 ## PROCPSWD %\nSET L2QVLAN 8", ["L2QVLAN 8"]],
  ["IF $GROUP SEQ 1 GOTO A\nSET L2QVLAN 7 ## PROCPSWD %\n# A"],
  ["IF $GROUP SEQ 1 GOTO A\nSET L2QVLAN 7 ## PROCPSWD %\nGOTO B\n# A\nSET L2QVLAN 8\n# B"],
  ["SET @PROCPSWD=% 7 ## more\nSET L2QVLAN 7"],
  ["SET @PROCPSWD=a % ## more"],
  ["SET (PROCPSWD %"],
  ['GET "PROCPSWD=%"'],
  ["GET http://ann:%@h/a.txt"],
  ["SET L2QVLAN {{ x }} ## SET PROCPSWD %"],
  ["SET PROCPSWD\n%"],
  ["SET L2QVLAN 7 ## PROCPSWD\r%"],
];

test("a secret that ran into another value is hidden wherever the preview shows the value", () => {
  const devices: readonly Device[] = [
    { id: "a", model: "J179", firmware: "4.1.1" },
    { id: "b", model: "1608", settings: { APPNAME: "x.bin" } },
    { id: "c" },
  ];
  for (const [line, expected] of runIn) {
    const canaries = new Canaries();
    const text = `SET DSCPAUD 46\n${line.replace("%", canaries.at(line))}\n`;
    const snapshot = snapshotOf(text, undefined, avayaSettings, { own: "46xxsettings.txt" });
    const { preview } = avayaSettings;
    assert.ok(preview);
    for (const device of devices) {
      const run = preview.run(previewSource(snapshot), device);
      canaries.checkHidden(`report of ${line}`, preview.report(snapshot, device));
      canaries.checkHidden(`expanded ${line}`, run.expandedText());
      for (const setting of snapshot.document.segments.flatMap(({ settings }) => settings))
        canaries.checkHidden(`result of ${line}`, [run.resultOf(setting), run.hintOf(setting)]);
    }
    if (!expected) continue;
    const report = preview.report(snapshot, devices[0] as Device);
    assert.deepEqual(valuesOf(report), ["DSCPAUD 46", ...expected]);
  }
});
