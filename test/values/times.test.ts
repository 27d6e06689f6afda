import assert from "node:assert/strict";
import test from "node:test";
import { readDaylightRule, whenIn } from "../../server/src/dialects/cisco-flat-profile/values/daylightSaving";
import { durationInWords } from "../../server/src/values/duration";
import { effective } from "../support/effectiveParameter";
import { checkChosen, checkHints, checkLabels, checkValues, checkWords } from "../support/value";

test("daylight saving", () => {
  checkValues(
    "DaylightSavingRule",
    `
    start=3/8/7/02:0:0;end=11/1/7/02:0:0;save=1
    Start = 3/-1/7/2; end=10/-1/7/2;save=/-0:30;
    start=3/-1/7/03:0:0;end=10/-1/7/03:0:0
    start=13/1/7;end=11/1/7
          ^^^^^^ warning dst/bad-date
    start=3x/8/7;end=x11/1/7
          ^^^^^^ warning dst/bad-date
                     ^^^^^^^ warning dst/bad-date
    start=0/8/7;end=11/0/7
          ^^^^^ warning dst/bad-date
                    ^^^^^^ warning dst/bad-date
    start=3/8x/7;end=11/1/7x
          ^^^^^^ warning dst/bad-date
                     ^^^^^^^ warning dst/bad-date
    start=3/-8/0;end=11/1/7
          ^^^^^^ warning dst/bad-date
    start=3/8/8;end=11/32/7
          ^^^^^ warning dst/bad-date
                    ^^^^^^^ warning dst/bad-date
    start=3/8/7/2am;end=11/1/7
          ^^^^^^^^^ warning dst/bad-date
    start=3/8/7/25;end=11/1/7/24;save=1
          ^^^^^^^^ warning dst/bad-date
    start=3/8/7/2:60;end=11/1/7/2:59:60;save=0:75
          ^^^^^^^^^^ warning dst/bad-date
                         ^^^^^^^^^^^^^^ warning dst/bad-date
                                             ^^^^ warning dst/bad-time
    start=3/8/7/2;save=1
    ^^^^^^^^^^^^^^^^^^^^ warning dst/missing-part
    3/-1/7/2;end=10/-1/7/2;save=1
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dst/missing-part
    ^^^^^^^^ warning dst/unknown-part
    start=3/8/7;end=11/1/7;save=hour
                                ^^^^ warning dst/bad-time
    `,
  );
  checkWords("DaylightSavingRule", {
    "start=3/-1/7/2;end=4/8/1/3;save=0:30":
      "Daylight saving time begins on the last Sunday of month 3 at 02:00 and ends on the first Monday on or after day 8 of month 4 at 03:00. The clock moves by 30 min.",
    "start=4/-8/1;end=5/8/0":
      "Daylight saving time begins on the last Monday on or before day 8 of month 4 at 00:00 and ends on day 8 of month 5 at 00:00. The clock moves by 60 min.",
    summer: undefined,
  });
  checkLabels("DaylightSavingRule", "$0", ["European Union", "United States and Canada"]);
  checkChosen("DaylightSavingRule", "start=$0", "European Union", "start=3/-1/7/2;end=10/-1/7/3;save=1");
});

test("the dates of a year", () => {
  const dates = (text: string, year: number) => {
    const { start, end } = readDaylightRule(text);
    return [start && whenIn(year, start), end && whenIn(year, end)];
  };
  assert.deepEqual(dates("start=3/8/7/02:0:0;end=11/1/7/02:0:0;save=1", 2025), [
    "2025-03-09 02:00:00",
    "2025-11-02 02:00:00",
  ]);
  assert.deepEqual(dates("start=3/-1/7/03:0:0;end=10/-1/7/03:0:0", 2025), [
    "2025-03-30 03:00:00",
    "2025-10-26 03:00:00",
  ]);
  // 8 April 2024 was a Monday, 8 May 2024 a Wednesday
  assert.deepEqual(dates("start=4/-8/1;end=5/8/3", 2024), ["2024-04-08 00:00:00", "2024-05-08 00:00:00"]);
  // the first Sunday on or after the 29th lies in the next month
  assert.deepEqual(dates("start=2/29/7;end=12/31/1", 2024), ["2024-03-03 00:00:00", "2025-01-06 00:00:00"]);
});

test("durations in words", () => {
  const words = [0.5, 59, 60, 5400, 90061, -1, Number.POSITIVE_INFINITY].map(durationInWords);
  assert.deepEqual(words, ["0.5 s", "59 s", "1 min", "1 h 30 min", "1 d 1 h 1 min 1 s", "-1", "Infinity"]);
});

test("times of day", () => {
  checkValues(
    effective("ResyncTime", { name: "Resync_At__HHmm_" }),
    `
    0130
    2400
    2401
    ^^^^ warning resync/bad-time
    01:30
    ^^^^^ warning resync/bad-time
    130
    ^^^ warning resync/bad-time
    `,
  );
  checkHints(effective("ResyncTime", { name: "Resync_At__HHmm_" }), {
    "0130": "Daily at 01:30",
    "2400": "Daily at 00:00",
    "130": undefined,
  });
  checkValues(
    "TimeOfDay",
    `
    01:30
    23/59/59
    0730
    7:30 pm
    01:60
    ^^^^^ warning value/not-of-type
    noon
    ^^^^ warning value/not-of-type
    `,
  );
});

test("dates and offsets", () => {
  checkValues(
    "Date",
    `
    12/31
    2/29/2024
    1/1/24
    13/1
    ^^^^ warning value/not-of-type
    2/30
    ^^^^ warning value/not-of-type
    2024-01-31
    ^^^^^^^^^^ warning value/not-of-type
    `,
  );
  checkValues(
    "TimeOffset",
    `
    -00/30
    1/0
    +01:15
    1/60
    ^^^^ warning value/not-of-type
    30
    ^^ warning value/not-of-type
    `,
  );
  checkWords("TimeOffset", { "-00/30": "0 h 30 min earlier", "1/5": "1 h 5 min later", "30": undefined });
});

test("zones of adapters' routers", () => {
  checkValues(
    "AtaTimeZone",
    `
    -08 1 1
    +05.75 1 0
    GMT-08:00
    ^^^^^^^^^ info value/not-of-type
    `,
  );
});
