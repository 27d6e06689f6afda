import assert from "node:assert/strict";
import test from "node:test";
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
