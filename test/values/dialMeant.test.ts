import assert from "node:assert/strict";
import test from "node:test";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import {
  automatonOf,
  defaultDialSettings,
  dialKindsOf,
  type Fate,
  fateOf,
} from "../../server/src/values/dialPlan/simulate";
import { checkFixes, checkValues } from "../support/value";

function fates(plan: string, keys: string): readonly Fate[] {
  return dialKindsOf(undefined).map((kind) => {
    const settings = { ...defaultDialSettings, ...kind };
    return fateOf(automatonOf(readDialPlan(plan), settings), keys, settings);
  });
}

/** The sequence is not dialed on any phone, as its problem says. */
function checkNotDialed(plan: string, keys: string): void {
  for (const { outcome } of fates(plan, keys)) assert.notEqual(outcome.kind, "dials", `${plan} ${keys}`);
}

test("what was meant by signs that are not keys", () => {
  checkFixes("DialPlanScript", {
    "(911SO|[2-8]xx)": "(911S0|[2-8]xx)",
    "(911S O)": "(911S0)",
    "(0xx.LO)": "(0xx.L0)",
    "(PO<:1000>)": "(P0<:1000>)",
    "(911so|[2-8]xx)": "(911S0|[2-8]xx)",
    "(9IISO)": "(911SO)",
    "(OO.|1xx)": "(00.|1xx)",
    "(2xo)": "(2x0)",
    "([O2-9]xx)": "([02-9]xx)",
    "(1xx<@:gw0>)": "(1xx<:@gw0>)",
    "(1xx<@gw1>)": "(1xx<:@gw1>)",
    "(1xx<:gw2>)": "(1xx<:@gw2>)",
    "(<9@:gw1>xx)": "(<9:@gw1>xx)",
    "(1xx<:@gwO>)": "(1xx<:@gw0>)",
    "(<9>xxx)": "(<9:>xxx)",
    "(&lt;9:&gt;xxx)": "(<9:>xxx)",
    "(%2B49xx.)": "(+49xx.)",
    "(NXX|0xx)": "([2-9]XX|0xx)",
    "(Z.S0)": "([1-9].S0)",
    "(xxxT|0)": "(xxx|0)",
    "(911;112|0xx)": "(911|112|0xx)",
    "(1-800xxx)": "(1800xxx)",
    "(0хх)": "(0xх)",
    "(４11)": "(411)",
    "(x+|0)": "(xx.|0)",
  });
});

test("the problem names what was typed and what was meant", () => {
  checkValues(
    "DialPlanScript",
    `
    (911SO|[2-8]xx)
        ^^ warning dialplan/unknown-sign
    (1xx<@:gw0>|0)
        ^^^^^^^ warning dialplan/substitution
    (2%x|0)
      ^ warning dialplan/unknown-sign
    (+1xx.|**xx|#xS0)
    `,
  );
  const [problem] = readDialPlan("(911SO)").problems;
  assert.equal(problem?.message, "`SO` is not a key. Did you mean `S0`? No number matches the sequence.");
});

test("a sequence of which that is said is not dialed", () => {
  for (const [plan, keys] of [
    ["(911SO|0)", "911"],
    ["(1xx<@:gw0>)", "123"],
    ["(1xx<:gw0>)", "123"],
    ["(0x?x)", "01"],
    ["(0x{2})", "01"],
    ["(^0x$)", "01"],
    ["(0\\d)", "0"],
    ["(<9>xx)", "12"],
    ["(<9:xx|0)", "912"],
    ["(1[29xx)", "1"],
    ["(2%x)", "25"],
    ["(1ox)", "15"],
  ] as const)
    checkNotDialed(plan, keys);
});

test("a plus is a key, also after an element", () => {
  const [mpp] = fates("(x+|0)", "1+");
  assert.equal(mpp?.outcome.kind, "dials");
  for (const { outcome } of fates("(+49x.S3)", "+4912")) assert.equal(outcome.kind, "dials");
});

test("the other sequences of such a plan are dialed, and do not wait for it", () => {
  for (const { outcome, seconds } of fates("(911SO|911|0xx)", "911")) {
    assert.equal(outcome.kind === "dials" && outcome.winner.index, 1);
    assert.equal(seconds, 0);
  }
});
