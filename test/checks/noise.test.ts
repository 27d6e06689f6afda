import assert from "node:assert/strict";
import test from "node:test";
import { repaired } from "../../server/src/features/repair";
import { allWords, checkMarked } from "../support/marked";
import { problemsWithin, snapshotOf } from "../support/problems";

// One cause, one report; and silence where nothing is wrong.

/** Every problem, with severity and message. */
function checkAll(marked: string): void {
  checkMarked(marked, (body) => problemsWithin("<flat-profile>", body, "</flat-profile>"), allWords);
}

test("the status part of a dump is not judged", () => {
  checkAll(
    `<Wireless_Connected ua="na" group="Info/System_Information">maybe</Wireless_Connected>
<Hook_State group="Info/Line_1_Status">On</Hook_State><Hook_State group="Info/Line_1_Status">Off</Hook_State>
<SIP_Port_1_ group="Info/Ext_1">99999</SIP_Port_1_><Resync_On_Resett group="Info">?</Resync_On_Resett>
<Resync_On_Reset group="info/Phone_Status">\u00a0</Resync_On_Reset>`,
  );
  checkAll(`
    <SIP_Port_1_ group="Ext_1/SIP_Settings">99999</SIP_Port_1_>
                                            ^^^^^ error value/out-of-range: Port 99999 is too high. Use 0 to 65535.`);
});

test("spelling of switches is reported once in a file", () => {
  checkAll(`
    <Resync_On_Reset>yes</Resync_On_Reset>
                     ^^^ hint value/boolean-spelling: Phones write \`yes\` as \`Yes\`.`);
  checkAll(`
    <Resync_On_Reset>yes</Resync_On_Reset><Upgrade_Enable>true</Upgrade_Enable>
                     ^^^ hint value/boolean-spelling: Phones write \`yes\` as \`Yes\`. 1 more value in this file has the same problem.`);
  const many =
    "<Resync_On_Reset>yes</Resync_On_Reset><Upgrade_Enable>1</Upgrade_Enable><Provision_Enable>no</Provision_Enable>";
  checkAll(`
    <Resync_On_Reset>yes</Resync_On_Reset><Upgrade_Enable>1</Upgrade_Enable><Provision_Enable>no</Provision_Enable>
                     ^^^ hint value/boolean-spelling: Phones write \`yes\` as \`Yes\`. 2 more values in this file have the same problem.`);
  checkAll("<Resync_On_Reset>Yes</Resync_On_Reset><Upgrade_Enable>No</Upgrade_Enable>");
  const snapshot = snapshotOf(`<flat-profile>${many}</flat-profile>`);
  assert.deepEqual(
    repaired(snapshot).map(({ text }) => text),
    ["Yes", "Yes", "No"],
  );
});

test("a parameter that is set twice to the same value", () => {
  checkAll("<GPP_A>1</GPP_A><GPP_A> 1 </GPP_A><GPP_B/><GPP_B/>");
  checkAll(`
    <GPP_A>1</GPP_A><GPP_A>2</GPP_A><GPP_A>1</GPP_A>
                     ^^^^^ hint parameter/duplicate: \`GPP_A\` is set again later. The last value takes effect.`);
});
