import assert from "node:assert/strict";
import test from "node:test";
import { readOwnVersion } from "../../server/src/dialects/cisco-flat-profile/rules/version";
import { readSoftkeys } from "../../server/src/dialects/cisco-flat-profile/values/softkeys";
import { problemsOf } from "../support/problems";

test("each way in which a comparison lacks something", () => {
  for (const [rule, code] of [
    ["(a)? http://h/x", "rule/incomplete-comparison"],
    ["($A eq)? http://h/x", "rule/incomplete-comparison"],
    ["(eq b)? http://h/x", "rule/bad-operand"],
    ["(a eq b and)? http://h/x", "rule/incomplete-comparison"],
    ["(a b c)? http://h/x", "rule/bad-operator"],
    ["(a eq b or c eq d)? http://h/x", "rule/no-or"],
  ]) {
    const text = `<flat-profile><Profile_Rule>${rule}</Profile_Rule></flat-profile>`;
    const codes = problemsOf(text).map((problem) => problem.code);
    assert.ok(codes.includes(code ?? ""), `${rule}: ${codes.join()}`);
  }
});

test("a text that is not a version is none of any phone", () => {
  for (const text of ["", "abc", "1", "12-0", "x.y.z"])
    for (const generation of [undefined, "SPA", "MPP"]) assert.equal(readOwnVersion(text, generation), undefined, text);
  assert.equal(readOwnVersion("7.5.2b", "SPA")?.shape, "dotted");
  assert.equal(readOwnVersion("7.5.2b", "MPP"), undefined);
  assert.equal(readOwnVersion("11.0.0", "SPA"), undefined);
});

test("softkeys with and without their place", () => {
  const shown = (text: string) =>
    readSoftkeys(text).map(({ keyword, position, problem }) => [keyword, position, problem]);
  assert.deepEqual(shown("redial|1;dnd;|3;psk1|;cfwd|x;lcr|0"), [
    ["redial", 1, undefined],
    ["dnd", undefined, undefined],
    ["", 3, undefined],
    ["psk1", undefined, undefined],
    ["cfwd", undefined, "x"],
    ["lcr", 0, "0"],
  ]);
});

test("an interval is ignored beside a time of day, unless it is zero", () => {
  const isReported = (periodic: string, at = "0230") =>
    problemsOf(
      `<flat-profile><Resync_At__HHmm_>${at}</Resync_At__HHmm_><Resync_Periodic>${periodic}</Resync_Periodic></flat-profile>`,
    ).some(({ code }) => code === "resync/periodic-ignored");
  for (const periodic of ["3600", "0600", "1"]) assert.ok(isReported(periodic), periodic);
  for (const periodic of ["0", "00", "", "{{ x }}"]) assert.ok(!isReported(periodic), periodic);
  for (const at of ["0000", "1959", "2359", "2400"]) assert.ok(isReported("3600", at), at);
  for (const at of ["", "2401", "2460", "230", "12345"]) assert.ok(!isReported("3600", at), at);
});

test("what the phone does not take at all is an error", () => {
  const severity = (rule: string, code: string) =>
    problemsOf(`<flat-profile><Profile_Rule>${rule}</Profile_Rule></flat-profile>`).find(
      (problem) => problem.code === code,
    )?.severity;
  assert.equal(severity('(a = "x" b = "y";)! http://h/a', "rule/missing-semicolon"), "error");
});
