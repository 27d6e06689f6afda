import assert from "node:assert/strict";
import { test } from "node:test";
import { asMarkdown } from "../../../client/media/preview/markdown";
import type { Device } from "../../../server/src/devices/device";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import type { DeviceReport } from "../../../server/src/preview/report";
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
