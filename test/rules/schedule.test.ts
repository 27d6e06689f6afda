import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { nthWait, readSchedule, scheduleInWords } from "../../server/src/dialects/cisco-flat-profile/rules/schedule";
import { scheduleType } from "../../server/src/dialects/cisco-flat-profile/rules/scheduleType";
import { resyncTime } from "../../server/src/dialects/cisco-flat-profile/values/resyncTime";
import { effective } from "../support/effectiveParameter";
import { checkMarked, fixed, plainOf } from "../support/marked";

const problemsOf = (text: string) => readSchedule(text).problems;

function checkWords(text: string, words: string | undefined, name = "Resync_Periodic"): void {
  assert.equal(scheduleType.describe?.(text, effective("Schedule", { name })), words);
}

test("waits and their random extra", () => {
  const schedule = readSchedule("1800 + 300, 3600,7200+900");
  assert.deepEqual(problemsOf("1800 + 300, 3600,7200+900"), []);
  assert.deepEqual(
    schedule.waits.map(({ seconds, spread }) => [seconds, spread]),
    [
      [1800, 300],
      [3600, 0],
      [7200, 900],
    ],
  );
  assert.equal(nthWait(schedule, 3)?.seconds, 7200);
  assert.equal(nthWait(schedule, 99)?.seconds, 7200);
});

test("what is not a schedule is marked where it is wrong", () => {
  for (const marked of [
    `
      soon
      ^^^^ schedule/syntax`,
    `
      10,
        ^ schedule/syntax`,
    `
      ,10
      ^ schedule/syntax`,
    `
      60,,120
        ^ schedule/syntax`,
    `
      10++5
      ^^^^^ schedule/syntax`,
    `
      +5
      ^^ schedule/syntax`,
    `
      -5
      ^^ schedule/syntax`,
    `
      60, 1h, 120
          ^^ schedule/syntax`,
  ])
    checkMarked(marked, problemsOf);
});

test("another separator becomes a comma", () => {
  const marked = `
    60;120,240
      ^ schedule/syntax`;
  assert.equal(fixed(plainOf(marked).text, checkMarked(marked, problemsOf)), "60,120,240");
});

test("schedules in words", () => {
  checkWords("3600", "every 1 h");
  checkWords("2400+30", "every 40 min to 40 min 30 s");
  checkWords("60,120,240", "after 1 min, 2 min, then every 4 min");
  checkWords("0", "off");
  checkWords("0", "no retry", "Resync_Error_Retry_Delay");
  checkWords("soon", undefined);
  assert.notEqual(scheduleInWords(readSchedule("86400")), "");
});

test("a list of non-negative whole numbers is a schedule, and is read back", () => {
  const wait = fc.record({ seconds: fc.nat(), spread: fc.option(fc.nat(), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(wait, { minLength: 1, maxLength: 12 }), (waits) => {
      const text = waits.map(({ seconds, spread }) => (spread === undefined ? seconds : `${seconds}+${spread}`)).join();
      const schedule = readSchedule(text);
      assert.deepEqual(schedule.problems, []);
      assert.deepEqual(
        schedule.waits.map(({ seconds, spread }) => ({ seconds, spread })),
        waits.map(({ seconds, spread }) => ({ seconds, spread: spread ?? 0 })),
      );
      for (const { span, seconds } of schedule.waits)
        assert.equal(Number.parseInt(text.slice(span.start, span.end), 10), seconds);
    }),
  );
});

test("each comma separates a wait from another wait or from a problem", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\d+, ;x-]{1,30}$/), (text) => {
      const { waits, problems } = readSchedule(text);
      assert.equal(waits.length + problems.length, text.split(",").length);
      for (const { span } of problems) assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
    }),
  );
});

test("a time of day that is almost right is led to its four digits", () => {
  const at = effective("ResyncTime", { name: "Resync_At__HHmm_" });
  const meant = (text: string) => resyncTime.check(text, at).map(({ fixes }) => fixes?.[0]?.edits[0]?.text);
  assert.deepEqual(meant("2:30"), ["0230"]);
  assert.deepEqual(meant("930"), ["0930"]);
  assert.deepEqual(meant("2500"), [undefined]);
  for (const text of ["0000", "0959", "2359", "2400"]) assert.deepEqual(meant(text), [], text);
});
