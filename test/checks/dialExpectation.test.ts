import assert from "node:assert/strict";
import test from "node:test";
import { problemsOf } from "../support/problems";

const plan = "<Dial_Plan_1_>(911S0|[2-9]xxx|0xxx!)</Dial_Plan_1_>";
const profile = (content: string) => `<flat-profile>\n${content}\n</flat-profile>`;

/** What is reported for the tests in a file, each as `the line it is at: words`. */
function checkExpectations(text: string): string[] {
  return problemsOf(text)
    .filter(({ code }) => code === "dialplan/expectation")
    .map(({ span, message, severity }) => `${text.slice(span.start, span.end)}: ${severity}: ${message}`);
}

test("tests above and beside a plan are followed", () => {
  const tests = "<!-- dials 911 -> 911 at once\n     dials 0123 -> barred\n     dials 7 -> 911 -->";
  const reported = ["dials 7 -> 911: warning: Dial_Plan_1_ makes something else of 7: 7 after 10 s"];
  const spa = "<!-- flat-profile-device family=mpp88xx -->";
  assert.deepEqual(checkExpectations(profile(`${spa}${tests}\n${plan}`)), reported);
  assert.deepEqual(
    checkExpectations(profile(`${spa}${plan} <!-- dials 7 -> 911 -->\n<Dial_Plan_2_>(7)</Dial_Plan_2_>`)),
    reported,
  );
  assert.deepEqual(checkExpectations(profile(`${spa}${plan}\n<!-- dials 7 -> 911 -->`)), reported);
});

test("a test far from its plan crosses segments", () => {
  const filler = `<!-- ${"filler ".repeat(900)} -->\n`;
  assert.equal(checkExpectations(profile(`<!-- dials 911 -> 912 -->\n${filler}${filler}${plan}`)).length, 1);
});

test("timers and star codes of the profile count", () => {
  const timer = "<Interdigit_Short_Timer>7</Interdigit_Short_Timer>";
  const code = "<DND_Act_Code>*78</DND_Act_Code>";
  const file = (expected: string) =>
    profile(`${timer}${code}<!-- ${expected} -->\n<Dial_Plan_1_>(0|0xx)</Dial_Plan_1_>`);
  for (const right of ["dials 0 -> 0 after 7 s", "dials *78 -> *78 at once"])
    assert.deepEqual(checkExpectations(file(right)), []);
  assert.match(checkExpectations(file("dials 0 -> 0 after 3 s")).join(), /0 after 7 s$/);
});

test("while the phone is unknown, only what is true on no phone is reported", () => {
  const file = (device: string) =>
    profile(`${device}<!-- dials 12* -> rejected -->\n<Dial_Plan_1_>(xxx)</Dial_Plan_1_>`);
  assert.deepEqual(checkExpectations(file("")), []);
  assert.equal(checkExpectations(file("<!-- flat-profile-device family=spa5xx -->")).length, 1);
});

test("what is not a test is left alone", () => {
  for (const comment of [
    "dials out over the office",
    "dials -> nothing",
    "dials 911 to nobody",
    "flat-profile-device family=spa5xx",
  ])
    assert.deepEqual(checkExpectations(profile(`<!-- ${comment} -->\n${plan}`)), []);
  assert.deepEqual(checkExpectations(profile("<!-- dials 7 -> 8 -->\n<User_ID_1_>7</User_ID_1_>")), []);
  assert.deepEqual(
    checkExpectations(profile(`${plan}\n<!-- dials 7 -> 8 -->\n<Dial_Plan_2_>{$plan}</Dial_Plan_2_>`)),
    [],
  );
});

test("a test that is not understood says so mildly", () => {
  assert.match(checkExpectations(profile(`<!-- dials 911 -> -->\n${plan}`)).join(), /: info: Cannot read this test/);
});
