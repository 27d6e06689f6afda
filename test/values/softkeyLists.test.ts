import assert from "node:assert/strict";
import test from "node:test";
import { ledOf } from "../../server/src/dialects/cisco-flat-profile/values/smallScripts";
import { shownSoftkeys } from "../../server/src/dialects/cisco-flat-profile/values/softkeys";
import { problemsOf } from "../support/problems";

const history = "Broadsoft_Call_History_Key_List";
const shown = (list: string, value: string) => shownSoftkeys(list, value)?.map(({ keyword }) => keyword);

test("the list of the call history drops what it does not take, others are refused", () => {
  assert.deepEqual(shown(history, "option|1;call|2;psk1|3;foo;EditCall;back|;filter|x"), [
    "option",
    "call",
    "EditCall",
    "back",
  ]);
  assert.deepEqual(shown(history, "psk1;redial"), []);
  assert.equal(shown("Idle_Key_List", "redial|1;delchar"), undefined);
  assert.equal(shown("Idle_Key_List", "redial|1;foo"), undefined);
  assert.deepEqual(shown("Idle_Key_List", "redial|1;psk16"), ["redial", "psk16"]);
});

test("each dropped softkey is reported", () => {
  const found = (value: string) =>
    problemsOf(`<flat-profile><${history}>${value}</${history}></flat-profile>`).map(
      ({ code, severity, message }) => `${severity} ${code}: ${message}`,
    );
  const kept = "The list can contain option, call, editcall, filter, back.";
  assert.deepEqual(found("option|1;call|2;editcall|3;filter|4;back|5"), []);
  assert.deepEqual(found("option|1;psk1;redial|2"), [
    `warning softkey/dropped: The phone removes the softkey \`psk1\` from the list. ${kept}`,
    `warning softkey/dropped: The phone removes the softkey \`redial\` from the list. ${kept}`,
  ]);
});

test("an LED with an unknown color does as by default", () => {
  const led = (text: string, otherwise?: string) => {
    const found = ledOf(text, otherwise);
    return found && [found.color, found.pattern].filter((word) => word).join(", ");
  };
  assert.equal(led("c=r;p=b", "c=g;p=n"), "red, blinking");
  assert.equal(led("c=x;p=b", "c=g;p=n"), "green, solid");
  assert.equal(led("c=purple", "c=o"), "off");
  assert.equal(led("p=b", "c=a;p=b"), "amber, blinking");
  assert.equal(led("c=r;p=zzz", "c=g;p=b"), "red, solid");
  assert.equal(led("c=x"), undefined);
});
