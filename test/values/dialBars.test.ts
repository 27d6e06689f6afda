import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { traitsOf } from "../../server/src/schema/effectiveParameter";
import type { EffectiveParameter } from "../../server/src/schema/model";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import {
  automatonOf,
  currentKind,
  defaultDialSettings,
  fateOf,
  olderKind,
} from "../../server/src/values/dialPlan/simulate";
import { dialPlan } from "../../server/src/values/dialPlan/types";
import { catalogue } from "../support/catalogue";
import { applied, checkFixes, checkValues } from "../support/value";

const at = { generation: undefined, default: undefined } as EffectiveParameter;
const barsOf = (plan: string) => dialPlan.check(plan, at).filter(({ code }) => code === "dialplan/open-bar");

test("a bar that a wider sequence precedes wholly or in part is not effective", () => {
  checkValues(
    "DialPlanScript",
    `
    (1xxxxxxxxxx|1900xxxxxxx!)
                 ^^^^^^^^^^^^ warning dialplan/open-bar
    (xx.S4|900x.!|011x.!S0)
           ^^^^^^ warning dialplan/open-bar
                  ^^^^^^^^ warning dialplan/open-bar
    (<9,:>xx.S4|91900xxxxxxx!)
                ^^^^^^^^^^^^^ warning dialplan/open-bar
    (1xx[2-4]|[12]xx3!)
              ^^^^^^^^ warning dialplan/open-bar
    (1900xxxxxxx|1900xxxxxxx!)
                 ^^^^^^^^^^^^ warning dialplan/open-bar
    (18[0-4]xx|18[5-9]xx|18[0-9]xx!)
                         ^^^^^^^^^^ warning dialplan/open-bar
    `,
  );
});

test("exceptions, bars after bars and bars before all others are correct", () => {
  for (const plan of [
    "(1900xxxxxxx!|1xxxxxxxxxx)",
    "(1800xxxxxxx|1888xxxxxxx|18xxxxxxxxx!)",
    "(19xx!|1900!|1xxx)",
    "(911|9xx!)",
    "([2-9]xxxxxx|[2-9]11!)",
  ])
    assert.deepEqual(barsOf(plan), [], plan);
});

test("the message names the number and the sequence that dials it", () => {
  assert.deepEqual(
    barsOf("(1xxxxxxxxxx|1900xxxxxxx!)").map(({ message }) => message),
    [
      "`1900xxxxxxx!` bars no number. The earlier sequence `1xxxxxxxxxx` dials 19000000000. Move `1900xxxxxxx!` to the left of it.",
    ],
  );
  assert.deepEqual(
    barsOf("(1xx[2-4]|[12]xx3!)").map(({ message }) => message),
    [
      "`[12]xx3!` does not bar all its numbers. The earlier sequence `1xx[2-4]` dials 1003. Move `[12]xx3!` to the left of it.",
    ],
  );
});

test("the fix puts the bar before the wider sequence, and after its exceptions", () => {
  checkFixes("DialPlanScript", {
    "(1xxxxxxxxxx|1900xxxxxxx!)": "(1900xxxxxxx!|1xxxxxxxxxx)",
    "(1800xx|xx.S3 | 18xxxx !S0 | 0)": "(1800xx|18xxxx !S0|xx.S3  | 0)",
    "(911S0|1xxx|xxxxS2|1900!|[2-9]xx)": "(911S0|1900!|1xxx|xxxxS2|[2-9]xx)",
  });
});

test("while the phone is unknown, only what is true for all is claimed", () => {
  assert.deepEqual(barsOf("(1xx|1*x!)"), []);
  const spa = { ...at, generation: "SPA", traits: traitsOf("SPA", catalogue) } as EffectiveParameter;
  assert.equal(dialPlan.check("(1xx|1*x!)", spa)[0]?.code, "dialplan/open-bar");
});

const atom = fc.constantFrom("x", "0", "1", "2", "[12]", "[0-2*]", "*", "x.", "1.");
const sequence = fc.array(atom, { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join(""));
const barred = fc.tuple(fc.constantFrom("", "<:9>", "<1:>"), sequence, fc.constantFrom("", "!", "!", "S0"));
const plans = fc
  .array(
    barred.map((parts) => parts.join("")),
    { minLength: 1, maxLength: 5 },
  )
  .map((sequences) => `(${sequences.join("|")})`);

test("the number of an open bar is dialed, and is barred after the fix", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const { message, fixes } of barsOf(plan)) {
        const number = / dials (\S+)\. Move /.exec(message)?.[1] ?? "";
        const end = (text: string, kind: typeof currentKind) => {
          const settings = { ...defaultDialSettings, ...kind };
          return fateOf(automatonOf(readDialPlan(text), settings), number, settings).outcome.kind;
        };
        assert.equal(end(plan, currentKind), "dials", `${plan} ${number}`);
        assert.notEqual(end(plan, olderKind), "barred", `${plan} ${number}`);
        const cured = fixes?.[0] && applied(plan, fixes[0]);
        if (cured) assert.notEqual(end(cured, currentKind), "dials", `${plan} ${cured} ${number}`);
      }
    }),
    { numRuns: 2000 },
  );
});
