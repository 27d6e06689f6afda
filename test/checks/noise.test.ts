import assert from "node:assert/strict";
import test from "node:test";
import { repaired } from "../../server/src/features/repair";
import { problemsOf, snapshotOf } from "../support/problems";

// One cause, one report; and silence where nothing is wrong.

/** `severity code «text»: message` of every problem. */
function checkAll(body: string, ...expected: readonly string[]): void {
  const text = `<flat-profile>${body}</flat-profile>`;
  const found = problemsOf(text).map(
    ({ severity, code, message, span }) => `${severity} ${code} «${text.slice(span.start, span.end)}»: ${message}`,
  );
  assert.deepEqual(found, expected, text);
}

test("the status part of a dump is not judged", () => {
  checkAll(
    `<Wireless_Connected ua="na" group="Info/System_Information">maybe</Wireless_Connected>
<Hook_State group="Info/Line_1_Status">On</Hook_State><Hook_State group="Info/Line_1_Status">Off</Hook_State>
<SIP_Port_1_ group="Info/Ext_1">99999</SIP_Port_1_><Resync_On_Resett group="Info">?</Resync_On_Resett>
<Resync_On_Reset group="info/Phone_Status">\u00a0</Resync_On_Reset>`,
  );
  checkAll(
    `<SIP_Port_1_ group="Ext_1/SIP_Settings">99999</SIP_Port_1_>`,
    "error value/out-of-range «99999»: Port 99999 is too high. Use 0 to 65535.",
  );
});

test("spelling of switches is reported once in a file", () => {
  checkAll("<Resync_On_Reset>yes</Resync_On_Reset>", "hint value/boolean-spelling «yes»: Phones write `yes` as `Yes`.");
  checkAll(
    "<Resync_On_Reset>yes</Resync_On_Reset><Upgrade_Enable>true</Upgrade_Enable>",
    "hint value/boolean-spelling «yes»: Phones write `yes` as `Yes`. 1 more value in this file has the same problem.",
  );
  const many =
    "<Resync_On_Reset>yes</Resync_On_Reset><Upgrade_Enable>1</Upgrade_Enable><Provision_Enable>no</Provision_Enable>";
  checkAll(
    many,
    "hint value/boolean-spelling «yes»: Phones write `yes` as `Yes`. 2 more values in this file have the same problem.",
  );
  checkAll("<Resync_On_Reset>Yes</Resync_On_Reset><Upgrade_Enable>No</Upgrade_Enable>");
  const snapshot = snapshotOf(`<flat-profile>${many}</flat-profile>`);
  assert.deepEqual(
    repaired(snapshot).map(({ text }) => text),
    ["Yes", "Yes", "No"],
  );
});

test("a parameter that is set twice to the same value", () => {
  checkAll("<GPP_A>1</GPP_A><GPP_A> 1 </GPP_A><GPP_B/><GPP_B/>");
  checkAll(
    "<GPP_A>1</GPP_A><GPP_A>2</GPP_A><GPP_A>1</GPP_A>",
    "hint parameter/duplicate «GPP_A»: `GPP_A` is set again later. The last value takes effect.",
  );
});
