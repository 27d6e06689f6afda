import assert from "node:assert/strict";
import test from "node:test";
import { completeDevice, type Device } from "../../server/src/devices/device";
import { upgradeVerdict } from "../../server/src/dialects/cisco-flat-profile/preview/upgradeVerdict";
import { asSource } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import type { UpgradeOutcome } from "../../server/src/preview/report";
import { catalogue } from "../support/catalogue";

function checkVerdict(
  device: Partial<Device>,
  settings: Readonly<Record<string, string>>,
  outcomes: readonly UpgradeOutcome[],
  ends: "stable" | "loops" = "stable",
): void {
  const phone = completeDevice(
    { id: "a", model: "8841", firmware: "sip88xx.11-3-2MPP0001-609", mac: "000e08012345", ...device },
    catalogue,
  );
  const values = (name: string) => (Object.hasOwn(settings, name) ? asSource(settings[name] ?? "") : undefined);
  const verdict = upgradeVerdict(phone, values, catalogue);
  assert.deepEqual(
    verdict.steps.map(({ outcome }) => outcome),
    outcomes,
    JSON.stringify(settings),
  );
  assert.equal(verdict.loops, ends === "loops", JSON.stringify(settings));
}

const newer = "http://h/sip88xx.12-0-2MPP0001-116.loads";
const older = "http://h/sip88xx.11-2-3MPP-398.loads";

test("takes a newer load once", () => {
  checkVerdict({}, { Upgrade_Rule: newer }, ["upgrade", "already running"]);
  checkVerdict({}, { Upgrade_Rule: `($SWVER lt 12-0-2MPP0001-116)? ${newer}` }, ["upgrade", "nothing chosen"]);
  checkVerdict({ firmware: "sip88xx.12-0-2MPP0001-116" }, { Upgrade_Rule: newer }, ["already running"]);
});

test("takes an older load unless the limit forbids it", () => {
  checkVerdict({}, { Upgrade_Rule: older }, ["downgrade", "already running"]);
  checkVerdict({}, { Upgrade_Rule: older, Downgrade_Rev_Limit: "11-3-1MPP-697" }, ["below limit"]);
  checkVerdict({}, { Upgrade_Rule: older, Downgrade_Rev_Limit: "11-2-3MPP-398" }, ["downgrade", "already running"]);
});

test("takes no load of another phone, and any that names no phone", () => {
  checkVerdict({}, { Upgrade_Rule: "http://h/sip78xx.12-0-2MPP0001-116.loads" }, ["other phone"]);
  checkVerdict({ model: "8845" }, { Upgrade_Rule: newer }, ["other phone"]);
  checkVerdict(
    { model: "9851", firmware: "PHONEOS.3-2-1-0104-37" },
    { Upgrade_Rule: "http://h/PHONEOS-8875.3-3-1-0001-2.loads" },
    ["other phone"],
  );
  checkVerdict({ model: "6861" }, { Upgrade_Rule: "http://h/sip6861.12-0-2MPP0001-116.loads" }, [
    "upgrade",
    "already running",
  ]);
  checkVerdict({}, { Upgrade_Rule: "http://h/phones/latest.loads" }, ["load taken", "same address"]);
});

test("reads the version at the end of SPA loads", () => {
  const rule = "( $SWVER lt 7.5.2b )? http://h/spa50x-30x-7-5-2b.bin | http://h/spa50x-30x-7-6-2.bin";
  const on = (firmware: string, limit = "") =>
    checkVerdict.bind(undefined, { model: "504G", firmware }, { Upgrade_Rule: rule, Downgrade_Rev_Limit: limit });
  on("7.4.9a")(["upgrade", "upgrade", "already running"]);
  on("7.5.2b")(["upgrade", "already running"]);
  on("7.6.2")(["already running"]);
  on("7.6.3")(["downgrade", "already running"]);
  on("7.4.9a", "7.5.4")(["below limit"]);
  checkVerdict(
    { model: "SPA112", family: "spa1xx", firmware: "1.3.5" },
    { Upgrade_Rule: "http://h/spa112-1.4.1.bin" },
    ["upgrade", "already running"],
  );
  checkVerdict({ model: "504G", firmware: "7.5.5" }, { Upgrade_Rule: "http://h/2024-01-02.bin" }, [
    "load taken",
    "same address",
  ]);
});

test("says why nothing is tried", () => {
  checkVerdict({}, {}, ["no rule"]);
  checkVerdict({}, { Upgrade_Rule: `# ${newer}` }, ["no rule"]);
  checkVerdict({}, { Upgrade_Rule: newer, Upgrade_Enable: "No" }, ["switched off"]);
  checkVerdict({}, { Upgrade_Rule: "(1 eq 2)? http://h/a.loads" }, ["nothing chosen"]);
  checkVerdict({}, { Upgrade_Rule: "/sip88xx.12-0-2MPP0001-116.loads" }, ["unusable address"]);
});

test("follows steps, and finds loops", () => {
  const middle = "http://h/sip88xx.11-3-7MPP0001-272.loads";
  checkVerdict({}, { Upgrade_Rule: `($SWVER lt 11-3-7MPP0001-272)? ${middle} | ${newer}` }, [
    "upgrade",
    "upgrade",
    "already running",
  ]);
  checkVerdict(
    {},
    { Upgrade_Rule: `($SWVER eq 11-3-2MPP0001-609)? ${newer} | http://h/sip88xx.11-3-2MPP0001-609.loads` },
    ["upgrade", "downgrade"],
    "loops",
  );
});

test("leaves the prefix out of an adapter's version", () => {
  checkVerdict(
    { model: "ATA191", firmware: "11-1-0MPP-19" },
    { Upgrade_Rule: '("$SWVER" ne "11-1-0MPP-23")? http://h/ATA19x.11-1-0MPP-23.img' },
    ["upgrade", "nothing chosen"],
  );
});

test("reads the version whatever follows it in the name", () => {
  const to = (file: string, outcomes: readonly UpgradeOutcome[], device: Partial<Device> = {}) =>
    checkVerdict(device, { Upgrade_Rule: `http://h/${file}` }, outcomes);
  const taken = ["upgrade", "already running"] as const;
  to("sip88xx.12-0-2MPP0001-116-rel2.loads", taken);
  to("sip88xx.12-0-2MPP0001-116b-xy.loads", taken);
  to("sip88xx.12-0-2MPP0001-116_test.loads", taken);
  to("sip88xx.12-0-2MPP0001-116dev.loads", taken);
  to("sip88xx.12-0-2MPP0001-116.LOADS", taken);
  to("sip88xx.12-0-2MPP0001-BN.loads", taken);
  to("sip88xx.11-2-3MPP-398-old.loads", ["downgrade", "already running"]);
  to("sip88xx.11-3-2MPP0001-609-rel2.loads", ["already running"]);
  to("PHONEOS.3-3-1-0001-2-rel2.loads", taken, { model: "9851", firmware: "PHONEOS.3-2-1-0104-37" });
  const spa = { model: "504G", firmware: "7.4.9a" };
  to("spa50x-30x-7-5-2b-rel2.bin", taken, spa);
  to("spa50x-30x-7-6-2SR7.bin", taken, spa);
  to("spa525g-7-6-2e-bt.bin", taken, { model: "SPA525G2", firmware: "7.4.9a" });
  to("spa2102-5-2-13.bin", taken, { model: "SPA2102", firmware: "5.2.10" });
  to("Payton_1.4.1_SR5_101419.bin", taken, { model: "SPA112", firmware: "1.3.5" });
  to("ATA19x.11-1-0MPP-23-b.img", taken, { model: "ATA191", firmware: "11-1-0MPP-19" });
  to("fw-2024-01-02-03.bin", ["load taken", "same address"], spa);
});

test("never takes what is not firmware of this phone", () => {
  for (const file of [
    "$MA.xml",
    "a.cfg",
    "cmterm-88xx.12-0-2MPP0001-116.zip",
    "sip88xx.12-0-2MPP0001-116.cop.sgn",
    "",
    "fw/",
  ])
    checkVerdict({}, { Upgrade_Rule: `http://h/${file}` }, ["no firmware"]);
  checkVerdict({ model: "SPA514G", firmware: "7.5.2" }, { Upgrade_Rule: "http://h/spa50x-30x-7-5-2b.bin" }, [
    "other phone",
  ]);
  checkVerdict({}, { Upgrade_Rule: "http://h/mine.bin" }, ["other phone"]);
  checkVerdict({}, { Upgrade_Rule: "http://h/SIP45.9-4-2SR3-1S.loads" }, ["other phone"]);
  checkVerdict({}, { Upgrade_Rule: "http:/h/sip88xx.12-0-2MPP0001-116.loads" }, ["unusable address"]);
});
