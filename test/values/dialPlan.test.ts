import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { analyze } from "../../server/src/values/dialPlan/analyze";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import {
  automatonOf,
  decision,
  dial,
  mapNumber,
  offHook,
  defaultDialSettings as settings,
  stateOf,
} from "../../server/src/values/dialPlan/simulate";
import { planInWords } from "../../server/src/values/dialPlan/words";

const automaton = (text: string) => automatonOf(readDialPlan(text), settings);

/** What the phone does after each key: `4 wait 10, 411 dials 411`. */
function checkDialling(plan: string, keys: string, expected: string): void {
  const state = stateOf(dial(automaton(plan), keys), settings);
  const words = {
    waiting: () => `waits ${state.kind === "waiting" ? state.seconds : ""}`,
    dials: () => `dials ${state.kind === "dials" ? state.winner.number : ""}`,
    barred: () => "barred",
    rejected: () => "rejected",
  }[state.kind]();
  assert.equal(words, expected, `${plan} after ${keys}`);
}

test("timers, barring and substitutions", () => {
  checkDialling("(911S0|9xxxxxxx)", "911", "dials 911");
  checkDialling("(911|9xxxxxxx)", "911", "waits 3");
  checkDialling("S:7,(911|9xxxxxxx)", "911", "waits 7");
  checkDialling("S:,(911|9xxxxxxx)", "911", "waits 5");
  checkDialling("L:20,(911)", "9", "waits 20");
  checkDialling("(1900xx!|1xxxxx)", "190012", "barred");
  checkDialling("(<9,:+1>xxx)", "9123", "dials +1123");
  checkDialling("([2-9]xx)", "1", "rejected");
  checkDialling("([1,3-5]xx)", "412", "dials 412");
});

test("what happens when nobody presses on", () => {
  assert.deepEqual(decision(dial(automaton("(xxxx)"), "12"), "12", settings), { kind: "partial", number: "12" });
  const strict = { ...settings, sendsPartial: false };
  assert.deepEqual(decision(dial(automaton("(xxxx)"), "12"), "12", strict), { kind: "rejected" });
  assert.equal(offHook(automaton("(P5<:1000>|xxxx)")).number, "1000");
  assert.equal(offHook(automaton("(P5<:1000>|xxxx)")).after, 5);
  assert.equal(offHook(automaton("(xxxx)")).number, undefined);
});

test("number maps", () => {
  assert.equal(mapNumber(automaton("(<3:03>x.|<:9>xx.)"), "3280"), "03280");
  assert.equal(mapNumber(automaton("(<3:03>xxx)"), "5280"), undefined);
});

/** Problems as `code at the characters`. */
function checkProblems(plan: string, expected: readonly string[]): void {
  const found = readDialPlan(plan).problems.map(({ code, span }) => `${code} ${plan.slice(span.start, span.end)}`);
  assert.deepEqual(found, expected, plan);
}

test("problems stand at the characters they are about", () => {
  checkProblems("( 9, xx. | [1-8]xx )", []);
  checkProblems("(0\\d|1xx)", ["dialplan/regular-expression \\d"]);
  checkProblems("(0x{4})", ["dialplan/regular-expression {4}"]);
  checkProblems("(^0x$)", ["dialplan/regular-expression ^", "dialplan/regular-expression $"]);
  checkProblems("([10-20]x)", ["dialplan/class 10-20"]);
  checkProblems("([9-2]x)", ["dialplan/class 9-2"]);
  checkProblems("([29x|1)", ["dialplan/class ["]);
  checkProblems("(<9>xx)", ["dialplan/substitution <9>"]);
  checkProblems("(xx", ["dialplan/unbalanced x"]);
  checkProblems("(P9 | (9xx|[1-8]xx)", ["dialplan/unbalanced ("]);
  checkProblems("(xx)|0x", ["dialplan/behind-parenthesis |0x"]);
});

test("a sequence that never wins has a number that shows it", () => {
  const plan = readDialPlan("(xxxx|1900!|2xxx)");
  const losers = analyze(plan, settings).losers.map(({ witness }) => witness?.number);
  assert.deepEqual(losers, ["1900", "2000"]);
  assert.deepEqual(analyze(readDialPlan("(1900!|xxxx|x.)"), settings).losers, []);
});

const atom = fc.constantFrom("x", "0", "1", "2", "[12]", "[0-2*]", "*", "x.", "1.", "[2-9].");
const sequence = fc.array(atom, { minLength: 1, maxLength: 5 }).map((atoms) => atoms.join(""));
const plans = fc.array(sequence, { minLength: 1, maxLength: 5 });
const dialled = fc.array(fc.constantFrom("0", "1", "2", "3", "*"), { maxLength: 7 }).map((keys) => keys.join(""));

test("a sequence is complete exactly when a regular expression says so", () => {
  fc.assert(
    fc.property(plans, dialled, (sequences, keys) => {
      const complete = new Set(
        dial(automaton(`(${sequences.join("|")})`), keys)
          .states.filter((state) => state.complete)
          .map(({ index }) => index),
      );
      for (const [i, text] of sequences.entries()) {
        const source = text
          .replace(/\*(?![^[]*\])/g, "\\*")
          .replaceAll(".", "*")
          .replaceAll("x", "[0-9]");
        assert.equal(complete.has(i), new RegExp(`^${source}$`).test(keys), `${text} and ${keys}`);
      }
    }),
  );
});

test("the simulator confirms what the analysis claims", () => {
  fc.assert(
    fc.property(plans, dialled, (sequences, keys) => {
      const plan = readDialPlan(`(${sequences.join("|")})`);
      const { losers } = analyze(plan, settings);
      for (const { sequence, witness } of losers) {
        if (witness) {
          const states = dial(automatonOf(plan, settings), witness.number).states.filter((state) => state.complete);
          assert.equal(states[0]?.sequence, witness.winner);
          assert.ok(states.some((state) => state.sequence === sequence));
        }
        const winner = dial(automatonOf(plan, settings), keys).states.find((state) => state.complete);
        const isEarlier = [...keys].some((_, n) => {
          const { kind } = stateOf(dial(automatonOf(plan, settings), keys.slice(0, n)), settings);
          return n > 0 && (kind === "dials" || kind === "barred");
        });
        assert.ok(isEarlier || winner?.sequence !== sequence);
      }
    }),
  );
});

test("whatever the text, nothing throws and every span lies inside", () => {
  const signs = fc.array(fc.constantFrom(..."()|<>:@[]-,.!xX0129*#+SLP \\d^$z{}a\n"), { maxLength: 60 });
  fc.assert(
    fc.property(
      fc.oneof(
        signs.map((list) => list.join("")),
        fc.string(),
      ),
      (text) => {
        const plan = readDialPlan(text);
        for (const { span, fixes } of plan.problems)
          for (const { start, end } of [span, ...(fixes ?? []).flatMap((fix) => fix.edits.map((edit) => edit.span))])
            assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify([text, start, end]));
        planInWords(plan, text);
        offHook(automatonOf(plan, settings));
        analyze(plan, settings);
        stateOf(dial(automatonOf(plan, settings), "19*0#"), settings);
      },
    ),
  );
});

test("plans as long as phones take have bounded work", () => {
  for (const text of [`(${"x.".repeat(1023)})`, `(${"x.x|".repeat(511)}x)`, `(${"[2-9]xxxxxx|".repeat(170)}0)`]) {
    const plan = readDialPlan(text);
    const states = dial(automatonOf(plan, settings), "1".repeat(200)).states;
    assert.ok(states.length <= plan.sequences.length);
    analyze(plan, settings);
  }
});
