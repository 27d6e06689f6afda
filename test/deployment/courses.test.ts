import assert from "node:assert/strict";
import test from "node:test";
import { DeviceSettings } from "../../server/src/deployment/settings";
import {
  type Course,
  Courses,
  type OpenMacro,
  type Traveller,
} from "../../server/src/dialects/cisco-flat-profile/deployment/courses";

// Which courses are worth remembering.

const course: Course = {
  steps: [],
  failed: -1,
  round: { isUndecided: false, consulted: new Set() },
  isOwn: true,
  attempt: undefined,
};

function traveller(serial: string): Traveller {
  return {
    values: new Map<OpenMacro, string>([["SN", serial]]),
    settings: DeviceSettings.factory(),
    choice: () => assert.fail("no rule compares"),
    apply: () => assert.fail("nothing is fetched"),
    assign: () => assert.fail("nothing is assigned"),
  };
}

/** A phone whose serial number decides takes the course of one with the same number, or its own. */
function take(courses: Courses, serial: string): void {
  if (!courses.follow("r", traveller(serial), { requests: [], answers: [] }).next().value)
    courses.learn("r", [{ kind: "fact", name: "SN", key: serial }], course);
}

test("courses that no other phone takes are given up", () => {
  const courses = new Courses();
  for (let i = 0; i < 1999; i++) take(courses, String(i));
  assert.equal(courses.isVain("r"), false);
  take(courses, "1999");
  assert.equal(courses.isVain("r"), true);
  assert.equal(courses.isVain("other"), false);
});

test("courses that others take are kept", () => {
  const courses = new Courses();
  for (let i = 0; i < 4000; i++) take(courses, String(i >> 1));
  assert.equal(courses.isVain("r"), false);
});
