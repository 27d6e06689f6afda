import assert from "node:assert/strict";
import test from "node:test";
import {
  asSource,
  assignmentsOf,
  evaluateRule,
  optionsOf,
} from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import type { MacroValues } from "../../server/src/dialects/cisco-flat-profile/rules/macro";
import { readReportRule } from "../../server/src/dialects/cisco-flat-profile/rules/rule";

// Corners of the grammar of specification sections 4.1 to 4.5 that no worked example shows.

const values: MacroValues = {
  macros: {
    SWVER: "sip88xx.11-3-2MPP0001-609",
    A: "x",
    B: "",
    C: "a|b",
    D: "7",
    E: "(1 eq 1)? http://h/e",
    CCERT: "Not Installed",
  },
  secrets: { SA: "key", SB: "two words" },
};

/** Which of `http://h/1 | http://h/2` is taken when the first has the condition. */
function checkCondition(condition: string, expected: "true" | "false" | "error"): void {
  const { taken, alternatives } = evaluateRule(asSource(`(${condition})? http://h/1 | http://h/2`), "profile", values);
  assert.equal(taken?.url, expected === "true" ? "http://h/1" : "http://h/2", condition);
  assert.equal(alternatives[0]?.condition?.outcome, expected, condition);
}

test("spaces may be between all tokens, or not", () => {
  checkCondition('"$CCERT"eq"Not Installed"and"$A"="x"', "true");
  checkCondition("$D>=7 and 1=1", "true");
  checkCondition("  $D   ge\t7 ", "true");
  checkCondition('"a b" ne "a  b"', "true");
});

test("and is known in small letters and in capitals, operators in small letters only", () => {
  checkCondition("1 eq 1 AND 2 eq 2", "true");
  for (const condition of ["1 eq 1 And 2 eq 2", "1 EQ 1", "1 Ge 1", "1 eq 1 or 2 eq 2", "1 eq 1 && 2 eq 2", "1 == 1"])
    checkCondition(condition, "error");
});

test("integers have a sign or none, and any length", () => {
  checkCondition("$D eq 07", "true");
  checkCondition("$D eq +7", "true");
  checkCondition("-10 lt -9", "true");
  checkCondition("18446744073709551616 gt 18446744073709551615", "true");
  checkCondition("1.5 gt 1", "error");
});

test("types are not mixed, and texts have no order", () => {
  for (const condition of ['$D eq "7"', "$SWVER gt 11", '"$SWVER" ge $SWVER', '"a" le "a"', "'a' eq 'a'", "x eq x"])
    checkCondition(condition, "error");
  checkCondition('"X" eq "x"', "false");
  checkCondition('"$SWVER" eq "11-3-2MPP0001-609"', "false");
  checkCondition("$SWVER eq 11-3-2MPP0001-609", "true");
});

test("versions compare in every shape that is written", () => {
  checkCondition("$SWVER eq sip8845_65.11-3-2MPP0001-609.loads", "true");
  checkCondition("$SWVER eq 11-3-2MPP0001", "true");
  checkCondition("$SWVER lt 11-3-2MPP0001-1000", "true");
  checkCondition("2.0.3(9) lt 2.0.3(10)", "true");
  checkCondition("1.0.31(b) gt 1.0.31(a)", "true");
  checkCondition("PHONEOS.3-9-1-0104-37 lt PHONEOS.3-10-1-0001-2", "true");
  checkCondition("$SWVER ne 11.0.0", "error");
});

test("the old form compares with the firmware that runs, also after and", () => {
  checkCondition(">= 11-0-0MPP-1 and < 12-0-0MPP-1", "true");
  checkCondition("! 11-3-2MPP0001-609", "false");
  checkCondition('ne 11-0-0MPP-1 and "$A" eq "x"', "true");
});

test("an empty or unknown macro without quotes makes a condition unreadable", () => {
  checkCondition("$B eq 1", "error");
  checkCondition("$NOPE eq 1", "error");
  checkCondition('"$B" eq ""', "true");
  checkCondition("", "error");
});

test("a comparison that is false ends the condition before one that is an error", () => {
  checkCondition('"a" eq "b" and "a" lt "b"', "false");
  checkCondition('"a" eq "a" and "a" lt "b"', "error");
  checkCondition("1 eq 2 and 3", "error");
});

/** What is taken of a rule, in short. */
function checkTaken(rule: string, expected: string | undefined): void {
  const { taken, rule: read } = evaluateRule(asSource(rule), "profile", values);
  const found = taken && {
    number: read.alternatives.indexOf(taken) + 1,
    set: assignmentsOf(taken).map(([name, value]) => `${name}=${value}`),
    options: Object.entries(optionsOf(taken)).map(([name, value]) => (value === true ? name : `${name}:${value}`)),
    url: taken.url,
  };
  assert.equal(
    found && [found.number, ...found.set, ...found.options, found.url].filter((part) => part !== "").join(" "),
    expected,
    rule,
  );
}

test("condition, assignments, options and URL need no spaces between them", () => {
  checkTaken('(1 eq 1)?(a="1";)![--key $SA]http://h/a', "1 GPP_A=1 key:key http://h/a");
  checkTaken(
    '( 1 eq 1 ) ? ( p = "$A" ; User_ID_2_="" ; ) ! [ --srv ] http://h/a',
    "1 GPP_P=x User_ID_2_= srv http://h/a",
  );
  checkTaken('(Line_Enable_1_ = "a;b)|c";)!', "1 Line_Enable_1_=a;b)|c");
  checkTaken('[--pwd "a b]c" --uid u] http://h/a', "1 pwd:a b]c uid:u http://h/a");
  checkTaken('[--key "$SB"] http://h/a', "1 key:two words http://h/a");
  checkTaken("[] http://h/a", "1 http://h/a");
});

test("alternatives are split outside quotes, after macros are expanded", () => {
  checkTaken('("$C" eq "a|b")? http://h/a | http://h/b', "1 http://h/a");
  checkTaken("http://h/$C", "1 http://h/a");
  checkTaken("(1 eq 2)? http://h/a | $E", "2 http://h/e");
  checkTaken("(1 eq 2)? http://h/a\n|\n(1 eq 1)?\nhttp://h/b", "2 http://h/b");
});

test("what cannot be read is not taken", () => {
  checkTaken("(1 eq 1", undefined);
  checkTaken("(1 eq 1 http://h/a | http://h/b", "2 http://h/b");
  checkTaken("[--key $SA http://h/a | http://h/b", "2 http://h/b");
  checkTaken("(1 eq 1) http://h/a | http://h/b", "2 http://h/b");
});

test("an alternative without a URL is done once it is taken", () => {
  checkTaken("(1 eq 1)? | http://h/b", "1");
  checkTaken("(1 eq 2)? http://h/a |", "2");
});

test("a report has one or two rules", () => {
  const read = (text: string) =>
    readReportRule(text).alternatives.map((each) => [Object.keys(optionsOf(each)).join(), each.url].join(" ").trim());
  assert.deepEqual(read("[--delta]http://h/a [--status] http://h/b"), ["delta http://h/a", "status http://h/b"]);
  assert.deepEqual(read(" http://h/a\nhttp://h/b "), ["http://h/a", "http://h/b"]);
  assert.deepEqual(read('[ --key "a b" --delta ] tftp://h/a'), ["key,delta tftp://h/a"]);
});
