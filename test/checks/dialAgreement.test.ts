import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import { hasPlaceholder } from "../../server/src/text/placeholder";
import { analyze } from "../../server/src/values/dialPlan/analyze";
import { expectationOf } from "../../server/src/values/dialPlan/expectation";
import { completionsOf } from "../../server/src/values/dialPlan/explore";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import {
  automatonOf,
  type DialSettings,
  defaultDialSettings,
  dialKindsOf,
  type Fate,
  fateOf,
} from "../../server/src/values/dialPlan/simulate";
import { problemsOf } from "../support/problems";

// What `check` claims of a plan, `dial` does: for plans with slips and without.

const kinds: readonly DialSettings[] = dialKindsOf(undefined).map((kind) => ({ ...defaultDialSettings, ...kind }));

const slips = ["SO", "<@:gw0>", "<:gw1>", "+", "?", "{2}", "\\d", "^", "%", "O", "<9>", "[12", "T", "N", "park"];
const atom = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("x", "0", "1", "2", "9", "11", "[12]", "[0-2*]", "*", "x.", "1.", "#", ",") },
  { weight: 1, arbitrary: fc.constantFrom(...slips) },
);
const sequence = fc
  .tuple(
    fc.constantFrom("", "", "<:9>", "<1:>", "<2:33>"),
    fc.array(atom, { minLength: 1, maxLength: 5 }),
    fc.constantFrom("", "", "", "!", "S0", "S6", "<:@gw1>"),
  )
  .map(([before, atoms, after]) => before + atoms.join("") + after);
// What looks like a template is not judged.
const plans = fc
  .array(sequence, { minLength: 1, maxLength: 5 })
  .map((all) => `(${all.join("|")})`)
  .filter((plan) => !hasPlaceholder(plan));
const numbers = fc
  .array(fc.constantFrom("0", "1", "1", "2", "9", "*", "#", "+"), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(""));

function fates(plan: string, keys: string): readonly Fate[] {
  return kinds.map((settings) => fateOf(automatonOf(readDialPlan(plan), settings), keys, settings));
}

function winnerStart({ outcome }: Fate): number | undefined {
  return "winner" in outcome ? outcome.winner.sequence.span.start : undefined;
}

/** A file with a plan, and where the plan begins in it. */
function fileOf(plan: string, before = ""): { readonly text: string; readonly start: number } {
  const head = `<flat-profile>${before}<Dial_Plan_1_>`;
  // A CDATA section keeps the offsets of the plan.
  return { text: `${head}<![CDATA[${plan}]]></Dial_Plan_1_></flat-profile>`, start: head.length + "<![CDATA[".length };
}

function problemsIn(plan: string, before = "", emergencyNumbers = "off") {
  const { text, start } = fileOf(plan, before);
  return problemsOf(text, { ...defaultSettings, emergencyNumbers })
    .filter(({ code }) => code.startsWith("dialplan/"))
    .map(({ span, ...rest }) => ({ ...rest, span: { start: span.start - start, end: span.end - start } }));
}

test("a sequence that check calls impossible or never chosen is not dialed", () => {
  let impossible = 0;
  fc.assert(
    fc.property(plans, fc.array(numbers, { maxLength: 6 }), (plan, dialed) => {
      const { sequences } = readDialPlan(plan);
      const closed = problemsIn(plan)
        .filter(({ code, message }) => code === "dialplan/never-chosen" || message.includes("No number matches"))
        .map(({ span }) => sequences.find((one) => one.span.start <= span.start && span.start < one.span.end))
        .map((one) => one?.span.start);
      impossible += closed.length;
      for (const keys of dialed)
        for (const fate of fates(plan, keys)) {
          const start = winnerStart(fate);
          if (start !== undefined) assert.ok(!closed.includes(start), `${plan} ${keys}`);
        }
    }),
    { numRuns: 400 },
  );
  assert.ok(impossible > 50, "too few such sequences were tried");
});

test("a sequence of which check says nothing of the kind is dialed by some number", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const read = readDialPlan(plan);
      const problems = problemsIn(plan);
      if (read.problems.some(({ severity }) => severity === "warning" || severity === "hint")) return;
      for (const settings of kinds) {
        const automaton = automatonOf(read, settings);
        if (!analyze(read, settings).isWhole) return;
        const dialed = new Set(
          (completionsOf(automaton, settings) ?? []).flatMap(({ number }) => {
            const start = number === "" ? undefined : winnerStart(fateOf(automaton, number, settings));
            return start === undefined ? [] : [start];
          }),
        );
        for (const { span, items } of read.sequences) {
          const isReported = problems.some(({ code, span: at }) => at.start === span.start && closing.has(code));
          if (items.length === 0 || isReported || dialed.has(span.start)) continue;
          // While the phone is unknown, what is never chosen by one kind only is not reported.
          const isElsewhere = kinds.some((other) =>
            analyze(read, other).losers.every(({ sequence }) => sequence.span.start !== span.start),
          );
          assert.ok(isElsewhere || onlyOffHook(items), `${plan} at ${span.start}`);
        }
      }
    }),
    { numRuns: 400 },
  );
});

const closing = new Set(["dialplan/never-chosen", "dialplan/open-bar", "dialplan/hot-line"]);

function onlyOffHook(items: readonly { readonly kind: string }[]): boolean {
  return items.every(({ kind }) => kind !== "key");
}

test("what dial does passes as a test beside the plan, and the contrary does not", () => {
  fc.assert(
    fc.property(plans, numbers, (plan, keys) => {
      const [mpp, spa] = fates(plan, keys);
      if (!mpp || !spa) return;
      const failsWith = (line: string) =>
        problemsIn(plan, `<!-- ${line} -->\n`).some(({ code }) => code === "dialplan/expectation");
      const lines = [expectationOf(keys, mpp), expectationOf(keys, spa)];
      for (const line of lines) assert.ok(!failsWith(line), `${plan}: ${line}`);
      const contrary = `dials ${keys} -> barred`;
      assert.equal(failsWith(contrary), !lines.includes(contrary), `${plan}: ${contrary}`);
    }),
    { numRuns: 400 },
  );
});

test("an emergency number is reported exactly when dial does not send it", () => {
  let reported = 0;
  fc.assert(
    fc.property(plans, (plan) => {
      if (readDialPlan(plan).problems.some(({ severity }) => severity === "warning")) return;
      const found = problemsIn(plan, "", "112").filter(({ code }) => code === "dialplan/emergency");
      const goes = fates(plan, "112").map(
        ({ outcome, seconds, dialled }) =>
          outcome.kind === "dials" && outcome.winner.number === "112" && dialled === "112" && seconds < 5,
      );
      const isHotLine = readDialPlan(plan).sequences.every(({ items }) => onlyOffHook(items));
      reported += found.length;
      if (goes.every((one) => one))
        assert.ok(
          found.every(({ severity }) => severity === "hint"),
          plan,
        );
      else if (!goes.includes(true) && !isHotLine) assert.ok(found.length > 0, plan);
    }),
    { numRuns: 400 },
  );
  assert.ok(reported > 50, "too few were reported");
});
