import assert from "node:assert/strict";
import test from "node:test";
import { availability, resolveParameter, sinceFor } from "../../server/src/schema/effectiveParameter";
import { compareReleases, parseRelease } from "../../server/src/schema/firmware";
import type { DeviceChoice, EffectiveParameter } from "../../server/src/schema/model";
import { catalogue } from "../support/catalogue";

function device(family?: string, firmware?: string): DeviceChoice {
  return {
    ...(family && { family }),
    ...(firmware && { firmware }),
    certainty: family ? "stated" : "unknown",
    reason: "",
  };
}

function effective(name: string, family?: string): EffectiveParameter {
  const found = catalogue.find(name);
  assert.ok(found, name);
  return resolveParameter(found, name, device(family), catalogue);
}

test("options of the chosen family, or of all", () => {
  assert.deepEqual(effective("Back_Light_Timer", "mpp88xx").options, ["1m", "5m", "30m", "Always On"]);
  const all = effective("Back_Light_Timer").options;
  for (const option of ["30m", "10s", "10 s", "Off"]) assert.ok(all.includes(option), option);
  assert.deepEqual(effective("Resync_On_Reset").options, ["Yes", "No"]);
  assert.deepEqual(effective("Display_Name_1_").options, []);
  assert.ok(effective("Time_Zone", "mpp88xx").options.includes("GMT+05:45"));
});

test("ranges of the chosen family, or the widest", () => {
  assert.deepEqual(effective("Register_Expires_1_", "mpp88xx").ranges, [{ min: 32, max: 2000000 }]);
  assert.deepEqual(effective("Register_Expires_1_", "ata19x").ranges, [{ min: 0, max: 2147483647 }]);
  assert.deepEqual(effective("Register_Expires_1_").ranges, [{ min: 0, max: 2147483647 }]);
  assert.deepEqual(effective("Resync_At_Random_Delay", "mpp88xx").ranges, [{ min: 0, max: 65535 }]);
  assert.deepEqual(effective("LCD_Contrast", "mpp8831").ranges, [{ min: 1, max: 30 }]);
  assert.deepEqual(effective("LCD_Contrast").ranges, []);
  assert.equal(effective("DHCP_VLAN_Option").ranges.length, 3);
});

test("defaults by family and by number", () => {
  assert.equal(effective("Back_Light_Timer", "mpp8831").default, "10s");
  assert.equal(effective("Cadence_2", "mpp88xx").default, "60(.3/.2,1/.2,.3/4)");
  assert.equal(effective("Cadence_1").default, "60(2/4)");
  assert.notEqual(effective("Cadence_2").default, "60(2/4)");
  assert.equal(effective("Extension_3_", "mpp88xx").default, "3");
  assert.equal(effective("SIP_Port_2_").default, "5061");
  assert.equal(effective("SIP_Port_4_", "phoneos98xx").default, "5063");
  assert.equal(effective("SIP_Port_1_", "spa9xx").default, "5060");
});

test("equal questions get the same answer back", () => {
  const one = device("mpp88xx");
  const found = catalogue.find("Dial_Plan_1_");
  assert.ok(found);
  assert.equal(
    resolveParameter(found, "Dial_Plan_1_", one, catalogue),
    resolveParameter(found, "Dial_Plan_1_", one, catalogue),
  );
  assert.deepEqual(resolveParameter(found, "Dial_Plan_1_", one, catalogue).indexes, [1]);
});

function checkAvailable(name: string, choice: DeviceChoice, state: string, doubt = false): void {
  const found = catalogue.find(name);
  assert.ok(found, name);
  const answer = availability(found.parameter, found.indexes, choice, catalogue);
  assert.deepEqual([answer.state, answer.doubt], [state, doubt], `${name} on ${choice.family}`);
}

test("which phone has which element", () => {
  checkAvailable("Accept_Last_Act_Code", device(), "available");
  checkAvailable("Accept_Last_Act_Code", device("mpp88xx"), "not-on-family");
  checkAvailable("Accept_Last_Act_Code", device("spa8000"), "available", true);
  checkAvailable("Line_Enable_2_", device("mpp8832"), "index-beyond-family");
  checkAvailable("Line_Enable_2_", device("mpp88xx"), "available");
  const late = [...catalogue.parameters()].find(
    (p) => p.since === "12.0(7)" && p.families.mpp88xx && !p.name.includes("{"),
  );
  assert.ok(late);
  checkAvailable(late.name, device("mpp88xx", "sip88xx.11-3-7MPP0001-272"), "newer-firmware");
  checkAvailable(late.name, device("mpp88xx", "12.0(7)"), "available");
  checkAvailable(late.name, device("mpp88xx"), "available");
  checkAvailable(late.name, device("mpp88xx", "custom build"), "available");
});

test("the first release may differ by family", () => {
  const found = catalogue.find("Accept_Last_Act_Code");
  assert.ok(found);
  const parameter = {
    ...found.parameter,
    families: { mpp68xx: "documented", mpp78xx: "documented" },
    since: "11.0(1)",
    sinceByFamily: { mpp78xx: "12.0(7)" },
  } as const;
  const states = ["mpp68xx", "mpp78xx"].map(
    (family) => availability(parameter, [], device(family, "12.0(1)"), catalogue).state,
  );
  assert.deepEqual(states, ["available", "newer-firmware"]);
  assert.equal(sinceFor(parameter, "mpp78xx"), "12.0(7)");
  assert.equal(sinceFor(parameter, undefined), "11.0(1)");
});

test("firmware releases are read from every spelling", () => {
  const order = [
    "11.0(1)",
    "sip88xx.11-0-2MPP-98",
    "11-3-1MPP-697",
    "11-3-1MSR2-6",
    "11.3(2)",
    "sip88xx.11-3-3MPP0203-382",
    "12-0-7MPP0001-46",
    "12.0(7)SR3",
  ];
  for (const [i, text] of order.entries()) {
    const release = parseRelease(text, catalogue);
    const next = parseRelease(order[i + 1] ?? "99.0(0)", catalogue);
    assert.ok(release && next, text);
    assert.ok(compareReleases(release, next) < 0, `${text} is older than ${order[i + 1]}`);
  }
  assert.deepEqual(
    parseRelease("12.0(7)SR3", catalogue)?.numbers,
    parseRelease("sip88xx.12-0-7MPP0301-92", catalogue)?.numbers,
  );
  assert.deepEqual(parseRelease("PHONEOS.3-2-1-0104-37", catalogue), parseRelease("PhoneOS 3.2(1)SR1", catalogue));
  for (const text of ["", "abc", "-1", "88"]) assert.equal(parseRelease(text, catalogue), undefined, text);
});
