import assert from "node:assert/strict";
import test from "node:test";
import { DialectService } from "../../server/src/analysis/dialectService";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import { catalogue } from "../support/catalogue";
import { dialect, problemsOf } from "../support/problems";

const pool = new DialectService(
  dialect,
  catalogue,
  (where, error) => {
    throw new Error(where, { cause: error });
  },
  2026,
);

function fileOf(rule: string, others = ""): string {
  return `<flat-profile>${others}<Daylight_Saving_Time_Rule>${rule}</Daylight_Saving_Time_Rule></flat-profile>`;
}

/** What is said of a rule in 2026, the dates apart. */
function checkRule(rule: string, others: string, expected: string | undefined): void {
  const text = fileOf(rule, others);
  const [found, ...more] = new Snapshot(text, dialect.read(text, catalogue), pool, defaultSettings)
    .problems()
    .filter(({ code }) => code.startsWith("dst/"));
  assert.deepEqual(more, []);
  assert.equal(found?.message.replace(/ This year .*/, ""), expected, `${rule} ${others}`);
  if (found) assert.equal(found.severity, "info");
}

const zone = (text: string) => `<Time_Zone>${text}</Time_Zone>`;
const locale = (text: string) => `<Locale>${text}</Locale>`;

test("rules that are valid and surely not meant", () => {
  const fixed = "With weekday 0 the clock moves on the same date every year, on any day of the week.";
  checkRule("start=3/29/0/2;end=10/25/0/3;save=1", "", fixed);
  checkRule("start=9/27/0/2;end=4/4/0/3;save=1", "", fixed);
  checkRule("start=3/8/7/2;end=11/1/0/2;save=1", "", fixed);
  checkRule("start=3/-1/7/2;end=10/-1/7/3;save=-1", "", "`save=` is negative, so the clock moves back in summer.");
  checkRule("start=3/8/7/2;end=11/1/7/2;save=0:01", "", "The clock moves by 1 min. For one hour use `save=1`.");
  checkRule("start=3/8/7/2;end=11/1/7/2;save=10", "", "The clock moves by 600 min. For one hour use `save=1`.");
  checkRule("start=3/8/7;end=3/-1/7;save=1", "", "Summer time ends less than a month after it starts.");
  checkRule("start=10/-1/7;end=11/1/7;save=1", "", "Summer time ends less than a month after it starts.");
  checkRule("start=4/1/7;end=3/-1/7;save=1", "", "Winter time lasts less than a month.");
});

test("only the parameter of the rule is judged", () => {
  const text = "start=3/29/0/2;end=10/25/0/3;save=1";
  assert.deepEqual(
    problemsOf(`<flat-profile><GPP_A>${text}</GPP_A></flat-profile>`).filter(({ code }) => code.startsWith("dst/")),
    [],
  );
  checkRule(text, "<Daylight_Saving_Time_Enable>No</Daylight_Saving_Time_Enable>", undefined);
});

test("rules of another country", () => {
  const american = "start=3/8/7/2;end=11/1/7/2;save=1";
  const european = "start=3/-1/7/2;end=10/-1/7/3;save=1";
  checkRule(american, zone("GMT+01:00"), "This is the rule of North America, not of GMT+01:00.");
  checkRule(american, locale("de-DE"), "This is the rule of North America, not of DE.");
  checkRule(european, zone("GMT-06:00"), "This is the rule of Europe, not of GMT-06:00.");
  checkRule(european, locale("ja-JP"), "The country of `Locale` is JP, which does not move its clocks.");
  checkRule(american, zone("GMT+05:30"), "No country in the zone GMT+05:30 moves its clocks.");
  checkRule(
    "start=10/-1/7/2;end=3/-1/7/3;save=1",
    locale("nl-NL"),
    "Summer time is in the winter of NL. Swap `start=` and `end=`.",
  );
  checkRule(
    "start=8/1/7;end=5/1/7;save=1",
    locale("nl-NL"),
    "Summer time is in the winter of NL. Swap `start=` and `end=`.",
  );
  for (const hours of ["06", "07", "08", "09", "10"])
    checkRule(european, zone(`GMT-${hours}:00`), `This is the rule of Europe, not of GMT-${hours}:00.`);
  checkRule("start=3/25/7/2;end=10/25/7/3;save=1", zone("GMT-06:00"), "This is the rule of Europe, not of GMT-06:00.");
  checkRule(american, zone("GMT"), "This is the rule of North America, not of GMT.");
});

test("rules one step from those of another country", () => {
  const american = "start=3/8/7/2;end=11/1/7/2;save=1";
  const european = "start=3/-1/7/2;end=10/-1/7/3;save=1";
  for (const [rule, others] of [
    ["start=7/1/7;end=5/1/7;save=1", locale("nl-NL")],
    ["start=8/1/7;end=6/1/7;save=1", locale("nl-NL")],
    ["start=8/1/7;end=5/1/7;save=1", locale("en-AU")],
    ["start=3/8/7/2;end=11/8/7/2;save=1", locale("de-DE")],
    ["start=3/1/7/2;end=11/1/7/2;save=1", locale("de-DE")],
    ["start=3/8/6/2;end=11/1/7/2;save=1", locale("de-DE")],
    ["start=4/8/7/2;end=11/1/7/2;save=1", locale("de-DE")],
    ["start=3/-1/7/2;end=10/22/7/3;save=1", zone("GMT-06:00")],
    ["start=3/22/7/2;end=10/-1/7/3;save=1", zone("GMT-06:00")],
    [american, zone("GMT-05:00")],
    [american, ""],
    [european, zone("GMT-05:00")],
    [european, zone("GMT-11:30")],
    [european, zone("GMT-06:30")],
  ] as const)
    checkRule(rule, others, undefined);
});

test("rules that countries have, that move nothing or are switched off", () => {
  for (const [rule, others] of [
    ["start=3/8/7/02:0:0;end=11/1/7/02:0:0;save=1", zone("GMT-05:00")],
    ["start=3/-1/7/2;end=10/-1/7/3;save=1", zone("GMT+01:00") + locale("de-DE")],
    ["start=4/1/7;end=10/-1/7;save=1", zone("GMT-08:00")],
    ["start=9/-1/7/02:0:0;end=4/1/7/02:0:0;save=1", zone("GMT+12:00")],
    ["start=10/1/7/2;end=4/1/7/3;save=0:30", zone("GMT+10:00")],
    ["start=4/-8/1;end=5/8/3;save=1", zone("GMT+02:00")],
    ["start=3/22/0/0;end=9/22/0/0;save=1", zone("GMT+03:30")],
    ["start=10/-1/7/1;end=3/-1/7/1;save=-1", zone("GMT+01:00")],
    ["start=9/27/0/2;end=4/4/0/3;save=0", ""],
    ["start=3/29/0/2;end=10/25/0/3;save=1", "<Daylight_Saving_Time_Enable>No</Daylight_Saving_Time_Enable>"],
    ["start=3/-1/7/2;end=10/-1/7/2;save=1", zone("GMT-08:00")],
    ["{$dst_rule}", ""],
  ] as const)
    checkRule(rule, others, undefined);
});

test("the dates of the year are in words, where the host says which year it is", () => {
  const rule = "start=9/27/0/2;end=4/4/0/3;save=1";
  const text = fileOf(rule);
  const [found] = new Snapshot(text, dialect.read(text, catalogue), pool, defaultSettings).problems();
  assert.match(
    found?.message ?? "",
    / This year the clock moves on Sunday, 27 September 2026, 02:00 and back on Sunday, 4 April 2027, 03:00\.$/,
  );
  assert.match(problemsOf(text)[0]?.message ?? "", /on any day of the week\.$/);
});
