import assert from "node:assert/strict";
import test from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import { problemsOf } from "../support/problems";

const wanted = { ...defaultSettings, severities: { "dialplan/emergency": "hint" as const } };

/** What is told of emergency numbers when somebody asks for it. */
function checkEmergency(plan: string, others = ""): string[] {
  const value = plan.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return problemsOf(`<flat-profile>${others}<Dial_Plan_1_>${value}</Dial_Plan_1_></flat-profile>`, wanted)
    .filter(({ code }) => code === "dialplan/emergency")
    .map(({ severity, message }) => `${severity}: ${message}`);
}

test("tells what is barred, rewritten and delayed", () => {
  assert.deepEqual(checkEmergency("(911!|[2-8]xxx)"), ["hint: 911 is barred by 911!"]);
  assert.deepEqual(checkEmergency("(<:1408>999S0|[2-8]xxx)"), ["hint: 999 is sent as 1408999 by <:1408>999S0"]);
  assert.deepEqual(checkEmergency("(112|112x.)"), [
    "hint: 112 is sent only 3 s after its last key, because more keys could follow",
  ]);
});

test("the profile's own short timer counts", () => {
  const timer = (seconds: number) => `<Interdigit_Short_Timer>${seconds}</Interdigit_Short_Timer>`;
  assert.match(checkEmergency("(112|112x.)", timer(9)).join(), /only 9 s/);
  assert.deepEqual(checkEmergency("(112|112x.)", timer(0)), []);
});

test("numbers that the plan does not reach, or dials at once, are not told", () => {
  for (const plan of ["(911S0|112S0|[2-9]xxxxxx)", "([2-8]xxx)", "(xxxx)", "(<9,:>911)", "(P5<:911>)", "(911"])
    assert.deepEqual(checkEmergency(plan), [], plan);
});

test("nothing is told unless somebody asks", () => {
  const told = problemsOf("<flat-profile><Dial_Plan_1_>(911!)</Dial_Plan_1_></flat-profile>");
  assert.deepEqual(
    told.filter(({ code }) => code === "dialplan/emergency"),
    [],
  );
});
