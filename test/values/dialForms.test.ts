import assert from "node:assert/strict";
import test from "node:test";
import { fateInWords } from "../../server/src/values/dialPlan/expectation";
import { type PlanForm, parenthesized } from "../../server/src/values/dialPlan/form";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import { automatonOf, defaultDialSettings, fateOf } from "../../server/src/values/dialPlan/simulate";

/** Plans as lists of rules without parentheses and timers. */
const list: PlanForm = { ...parenthesized, parentheses: "none", separator: ",", timers: false, negation: true };
const alternatives: PlanForm = { ...list, separator: "|" };

function checkFates(form: PlanForm, plan: string, fates: Readonly<Record<string, string>>): void {
  const read = readDialPlan(plan, form);
  assert.deepEqual(read.problems, [], plan);
  const automaton = automatonOf(read, defaultDialSettings);
  const found = Object.keys(fates).map((keys) => [keys, fateInWords(fateOf(automaton, keys, defaultDialSettings))]);
  assert.deepEqual(Object.fromEntries(found), fates, plan);
}

test("a plan can be a list with other separators", () => {
  checkFates(list, "!99xx, <189:88>xx, [23]xxx", {
    "9911": "barred",
    "18912": "8812 at once",
    "2345": "2345 at once",
  });
  checkFates(alternatives, "[23]xxx|9[^12]xx", {
    "2345": "2345 at once",
    "9300": "9300 at once",
    "9100": "rejected",
  });
});

test("parts of another form are not read", () => {
  const codes = (form: PlanForm, plan: string) => readDialPlan(plan, form).problems.map(({ code }) => code);
  assert.deepEqual(codes(alternatives, "(2xx|3xx)"), ["dialplan/unknown-sign", "dialplan/unknown-sign"]);
  assert.deepEqual(codes(alternatives, "2xxS0"), ["dialplan/unknown-sign"]);
  assert.deepEqual(codes(parenthesized, "([^1]x)"), ["dialplan/class"]);
  assert.deepEqual(codes(list, "2xx,,3xx"), ["dialplan/empty-sequence"]);
  assert.deepEqual(codes(list, "[^0-9]x"), ["dialplan/class"]);
});
