import assert from "node:assert/strict";
import test from "node:test";
import { catalogue } from "../support/catalogue";
import { checkGolden } from "../support/golden";
import { desk, phone, settled } from "../support/site";

/** Settings with two values, `=` for the same meaning and `≠` for another. */
function checkMeaning(cases: readonly (readonly [name: string, a: string, sign: "=" | "≠", b: string])[]): void {
  for (const [name, a, sign, b] of cases) {
    const isSame = sign === "=";
    assert.equal(phone.isSameValue(name, a, b, desk), isSame, `${name}: ${a} ${sign} ${b}`);
    assert.equal(phone.isSameValue(name, b, a, desk), isSame, `${name}: ${b} ${sign} ${a}`);
  }
}

test("values that mean the same, by type", () => {
  checkMeaning([
    ["Resync_On_Reset", "yes", "=", "Yes"],
    ["Resync_On_Reset", "Yes", "≠", "No"],
    ["Resync_Periodic", "3600", "=", "03600"],
    ["Resync_Periodic", "3600", "=", " 3600\n"],
    ["Resync_Periodic", "3600+0", "=", "3600"],
    ["Resync_Periodic", "3600, 60", "=", "3600,060"],
    ["Resync_Periodic", "3600", "≠", "360"],
    ["Resync_Periodic", "", "≠", "0"],
    ["Resync_Error_Retry_Delay", "60,120", "≠", "60"],
    ["SIP_Port_1_", "0x13c4", "=", "5060"],
    ["SIP_Port_1_", "0x13c4", "≠", "5061"],
    ["Register_Expires_1_", "03600", "=", "3600"],
    ["SIP_T1", ".5", "=", "0.50"],
    ["SIP_T1", ".5", "≠", ".05"],
    ["Display_Name_1_", "007", "≠", "7"],
    ["User_ID_1_", "0201", "≠", "201"],
    ["GPP_A", "yes", "≠", "Yes"],
    ["Dial_Plan_1_", "(x.)", "≠", "(xx.)"],
  ]);
});

test("whether two values mean the same, for each type (UPDATE_GOLDEN=1 writes the list)", () => {
  const pairs = [
    ["1", "01"],
    ["Yes", "yes"],
    ["Yes", "1"],
    ["Yes", "true"],
    ["a", "A"],
    ["a", " a "],
    ["0x10", "16"],
    ["+7", "7"],
    ["-0", "0"],
    ["-1.50", "-01.5"],
    ["-.0", "0."],
    [".", "0"],
    ["1.5", "1.05"],
    ["60", "60+0"],
    ["60,x", "060,x"],
    ["00:00:5E:00:53:01", "00005e005301"],
    ["192.0.2.1", "192.0.2.01"],
    ["http://h/", "http://h"],
    ["", '""'],
  ] as const;
  const types = new Map<string, string>();
  for (const { name, type, path } of catalogue.parameters())
    if (path === "" && !types.has(type)) types.set(type, name.replace(/\{\w+\}/g, "1"));
  const lines = [...types].sort().map(([type, name]) => {
    const same = pairs.filter(([a, b]) => phone.isSameValue(name, a, b, desk));
    return `${type} ${name}: ${same.map(([a, b]) => `${a}=${b}`).join(" ")}`;
  });
  checkGolden("test/deployment/sameMeaning.golden.txt", lines);
});

test("a profile that is closed at once is one without settings", () => {
  const first = "http://pbx/8841-3PCC.xml";
  for (const [text, outcome] of [
    ["<?<flat-profile/>", "stable"],
    ['<?<?xml version="1.0"?>\n<!-- nothing yet -->\n<flat-profile />\n', "stable"],
    ["<?<flat-profile></flat-profile>", "stable"],
    ["<?<flat-profile/><GPP_A>1</GPP_A>", "failing"],
    ["<?", "failing"],
    ["<?<other/>", "failing"],
  ] as const)
    assert.equal(settled({ [first]: text }).outcome, outcome, text);
});
