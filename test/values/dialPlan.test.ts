import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { traitsOf } from "../../server/src/schema/effectiveParameter";
import type { EffectiveParameter } from "../../server/src/schema/model";
import { analyze } from "../../server/src/values/dialPlan/analyze";
import { readDialPlan, readNumberMap } from "../../server/src/values/dialPlan/read";
import {
  automatonOf,
  currentKind,
  decision,
  defaultDialSettings,
  dial,
  fateOf,
  follow,
  mapNumber,
  offHook,
  olderKind,
  stateOf,
  withStarCodes,
} from "../../server/src/values/dialPlan/simulate";
import { dialPlan } from "../../server/src/values/dialPlan/types";
import { planInWords } from "../../server/src/values/dialPlan/words";
import { longPlans } from "../bench/core";
import { catalogue } from "../support/catalogue";

const settings = defaultDialSettings;
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

test("what happens when no further key is pressed", () => {
  assert.deepEqual(decision(dial(automaton("(xxxx)"), "12"), "12", settings), { kind: "partial", number: "12" });
  const strict = { ...settings, sendsPartial: false };
  assert.deepEqual(decision(dial(automaton("(xxxx)"), "12"), "12", strict), { kind: "rejected" });
  assert.equal(offHook(automaton("(P5<:1000>|xxxx)")).number, "1000");
  assert.equal(offHook(automaton("(P5<:1000>|xxxx)")).after, 5);
  assert.equal(offHook(automaton("(xxxx)")).number, undefined);
});

/** Each key with what follows: `9 tone, 1 waits` as far as the phone listens. */
function checkCall(plan: string, keys: string, expected: string): void {
  const words = follow(automaton(plan), keys, settings).map(({ key, state, playsTone, lost }) =>
    [
      key,
      playsTone ? "tone" : "",
      state.kind === "waiting" ? "" : state.kind,
      lost.length > 0 ? `lost ${lost.length}` : "",
    ]
      .filter((word) => word !== "")
      .join(" "),
  );
  assert.equal(words.join(", "), expected, `${plan} ${keys}`);
}

test("a call key by key", () => {
  checkCall("(9,xx.|[1-8]xx)", "9", "9 tone lost 1");
  checkCall("(9,xx.|[1-8]xx)", "91#5", "9 tone lost 1, 1, # dials");
  checkCall("(<9,:>1x|22)", "912", "9 tone lost 1, 1, 2 dials");
  checkCall("(911S0|9xxxxxxx)", "9112345", "9, 1, 1 dials");
  checkCall("(xxxx)", "1#", "1, # partial");
  checkCall("(xxxx)", "#", "# rejected");
  checkCall("(#x|2x)", "#1", "# lost 1, 1 dials");
  checkCall("(19x!|1xx)", "195", "1, 9, 5 barred");
});

test("what becomes of a number", () => {
  const fate = (plan: string, keys: string) => {
    const { outcome, seconds } = fateOf(automaton(plan), keys, settings);
    const number = outcome.kind === "dials" ? outcome.winner.number : outcome.kind === "partial" ? outcome.number : "";
    return `${outcome.kind} ${number} after ${seconds}`;
  };
  assert.equal(fate("(911|9xxxxxxx)", "911"), "dials 911 after 3");
  assert.equal(fate("(911S0|9xxxxxxx)", "911"), "dials 911 after 0");
  assert.equal(fate("L:7,(xxxx)", "12"), "partial 12 after 7");
  assert.equal(fate("(P5<:1000>|xxxx)", ""), "dials 1000 after 5");
  assert.equal(fate("(P9|xxxx)", ""), "rejected  after 9");
  // A sequence that cannot be pressed changes nothing.
  for (const keys of ["", "1", "2", "22", "9"])
    for (const closed of ["ab", "2a", "2ab", "a2"])
      assert.equal(fate(`(${closed}|2x|9)`, keys), fate("(2x|9)", keys), `${closed} and ${keys}`);
});

test("star codes are followed beside the plan", () => {
  const plan = withStarCodes(readDialPlan("(*xx|xxx)"), [{ name: "Call_Return_Code", code: "*69" }]);
  const complete = dial(automatonOf(plan, settings), "*69").states.filter((state) => state.complete);
  assert.deepEqual(
    complete.map(({ sequence }) => sequence.starCode),
    [undefined, "Call_Return_Code"],
  );
});

test("number maps", () => {
  assert.equal(mapNumber(automatonOf(readNumberMap("<:8xx.>"), settings), "3280"), "83280");
  assert.equal(mapNumber(automatonOf(readNumberMap("(<:9xx.>)"), settings), "3280"), "93280");
  assert.equal(mapNumber(automatonOf(readNumberMap("(<:9[2-4]xx>|<:8>x.)"), settings), "328"), "9328");
  assert.equal(mapNumber(automaton("(<3:03>x.|<:9>xx.)"), "3280"), "03280");
  assert.equal(mapNumber(automaton("(<3:03>xxx)"), "5280"), undefined);
});

/** Problems as `code at the characters`. */
function checkProblems(plan: string, expected: readonly string[]): void {
  const found = readDialPlan(plan).problems.map(({ code, span }) => `${code} ${plan.slice(span.start, span.end)}`);
  assert.deepEqual(found, expected, plan);
}

test("problems are at the characters they are about", () => {
  checkProblems("( 9, xx. | [1-8]xx )", []);
  checkProblems("(0\\d|1xx)", ["dialplan/regular-expression \\d"]);
  checkProblems("(0x{4})", ["dialplan/regular-expression {4}"]);
  checkProblems("(^0x$)", ["dialplan/regular-expression ^", "dialplan/regular-expression $"]);
  checkProblems("([10-20]x)", ["dialplan/class 10-20"]);
  checkProblems("([01-46]x|[1-35-9]|[35-8*])", []);
  checkProblems("(x+|+1xx.|#x+xx)", ["dialplan/regular-expression +"]);
  checkProblems("([2-9]11s0|xx)", ["dialplan/small-timer s0"]);
  checkProblems("(<:9xx.>)", ["dialplan/pattern-in-substitution <:9xx.>"]);
  checkProblems("(<9:sip:max@example.com>x)", []);
  checkProblems("([9-2]x)", ["dialplan/class 9-2"]);
  checkProblems("([29x|1)", ["dialplan/class ["]);
  checkProblems("(<9>xx)", ["dialplan/substitution <9>"]);
  checkProblems("(xx", ["dialplan/unbalanced x"]);
  checkProblems("(P9 | (9xx|[1-8]xx)", ["dialplan/unbalanced ("]);
  checkProblems("(xx)|0x", ["dialplan/behind-parenthesis |0x"]);
});

/** The plan with the first fix of every problem in place. */
function checkCured(plan: string, expected: string): void {
  const edits = readDialPlan(plan).problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  let text = plan;
  for (const edit of [...edits].reverse())
    text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  assert.equal(text, expected);
  assert.deepEqual(readDialPlan(text).problems, []);
}

test("the cures of look-alikes are sound", () => {
  checkCured("(0\\d{3}|1\\d+|2\\d*)", "(0xxx|1xx.|2x.)");
  checkCured("(0x{4}|1x{2,}|[2-9]+)", "(0xxxx|1xxx.|[2-9][2-9].)");
  checkCured("(P9 | (9xx|[1-8]xx)", "(P9 | 9xx|[1-8]xx)");
  checkCured("s:3,([2-9]xx|xx.)", "S:3,([2-9]xx|xx.)");
  checkCured("[2-9]xx|0", "([2-9]xx|0)");
  checkCured("L:9, xx|0)", "L:9, (xx|0)");
  checkCured("([2-9]11s0|<:9xx.>)", "([2-9]11S0|<:9>xx.)");
});

/** The lines of the hover, without the plan's own text. */
function checkWords(plan: string, expected: readonly string[]): void {
  const lines = (planInWords(readDialPlan(plan), plan) ?? "")
    .split("\n")
    .map((line) => line.replace(/^- `+[^`]*`+: /, ""));
  assert.deepEqual(lines, expected, plan);
}

test("sequences in words", () => {
  checkWords("(911|9,1[2-9]xxx.S0)", [
    "`911`",
    "`91` + one of `2-9` + 2 or more digits, such as `912345`, with a second dial tone, dialed at once",
  ]);
  checkWords("(1900x!|1408xx<:@gw1>)", [
    "**barred**, `1900` + 1 digit, such as `19001`",
    "`1408` + 2 digits, such as `140812`, through `gw1`",
  ]);
  checkWords("(P5<:1000>|<9:>xxx)", [
    "warm line: calls `1000` after 5 s without a key",
    "`9` + 3 digits, `9123` is sent as `123`",
  ]);
  checkWords("(S0<:1000>)", ["hot line: calls `1000` as soon as the phone goes off-hook"]);
});

test("a sequence that never wins has a number that shows it", () => {
  const plan = readDialPlan("(xxxx|1900!|2xxx)");
  const losers = analyze(plan, settings).losers.map(({ witness }) => witness?.number);
  assert.deepEqual(losers, ["1900", "2000"]);
  assert.deepEqual(analyze(readDialPlan("(1900!|xxxx|x.)"), settings).losers, []);
});

test("waiting numbers, overlaps and hot lines", () => {
  const { waits } = analyze(readDialPlan("(911|9xxxxxxx|411S0|4xxx|5xx.)"), settings);
  assert.deepEqual(
    waits.map(({ number, longer }) => [number, longer.span.start]),
    [["911", 5]],
  );
  const { overlaps } = analyze(readDialPlan("(1xx[2-4]|[12]xx3!|<1:>[7]xx|1x)"), settings);
  assert.deepEqual(
    overlaps.map(({ number }) => number),
    ["1003", "1702"],
  );
  assert.deepEqual(analyze(readDialPlan("(1900!|1xxx|<:5>1xxx.)"), settings).overlaps, []);
  assert.ok(analyze(readDialPlan("(S0<:1000>|xxx)"), settings).hotLine);
  assert.equal(analyze(readDialPlan("(P5<:1000>|xxx)"), settings).hotLine, undefined);
});

test("passwords of gateways are not shown", () => {
  const text = "(1x<:@gw1;uid=joe;pwd=hunter2>|2xx)";
  const words = planInWords(readDialPlan(text), text) ?? "";
  assert.ok(words.includes("gw1") && !words.includes("hunter2") && !words.includes("joe"), words);
});

/** What the value type says, for a phone of one generation or an unknown one. */
function checkType(plan: string, generation: EffectiveParameter["generation"], expected: readonly string[]): void {
  const traits = generation && traitsOf(generation, catalogue);
  const at = { generation, traits, default: "(*xx|[3469]11|0)" } as EffectiveParameter;
  const found = dialPlan.check(plan, at).map(({ code, span }) => `${code} ${plan.slice(span.start, span.end)}`);
  assert.deepEqual(found, expected, `${plan} ${generation}`);
}

test("what the phone takes x for decides what is certain", () => {
  checkType("(1[0-9]|1x)", "MPP", ["dialplan/never-chosen 1x"]);
  checkType("(1[0-9]|1x)", "SPA", []);
  checkType("(1[0-9]|1x)", undefined, []);
  checkType("(1x|1[0-9])", undefined, ["dialplan/never-chosen 1[0-9]"]);
  checkType("(911|9xxxx|4xS3|4xxx)", undefined, ["dialplan/waits 911"]);
  checkType("(*xx|[3469]11|0)", undefined, []);
  checkType("(<:1000>|xx)", undefined, ["dialplan/hot-line <:1000>"]);
});

const atom = fc.constantFrom("x", "0", "1", "2", "[12]", "[0-2*]", "*", "x.", "1.", "[2-9].");
const sequence = fc.array(atom, { minLength: 1, maxLength: 5 }).map((atoms) => atoms.join(""));
const plans = fc.array(sequence, { minLength: 1, maxLength: 5 });
/** With substitutions, barring and timers, so that sequences do different things. */
const richSequence = fc
  .tuple(fc.constantFrom("", "", "<:9>", "<1:>", "<2:33>"), sequence, fc.constantFrom("", "", "!", "S0", "<:@gw1>"))
  .map((parts) => parts.join(""));
const richPlans = fc.array(richSequence, { minLength: 1, maxLength: 5 });
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
    fc.property(richPlans, dialled, fc.constantFrom(currentKind, olderKind), (sequences, keys, kind) => {
      const settings = { ...defaultDialSettings, ...kind };
      const plan = readDialPlan(`(${sequences.join("|")})`);
      const { losers, waits, overlaps } = analyze(plan, settings);
      for (const { sequence, number, longer } of waits) {
        const state = stateOf(dial(automatonOf(plan, settings), number), settings);
        const states = dial(automatonOf(plan, settings), number).states;
        assert.equal(state.kind, "waiting");
        assert.equal(states.find((state) => state.complete)?.sequence, sequence);
        assert.ok(states.some((state) => state.sequence === longer && state.extendable));
      }
      for (const { winner, loser, number } of overlaps) {
        const complete = dial(automatonOf(plan, settings), number).states.filter((state) => state.complete);
        assert.equal(complete[0]?.sequence, winner);
        assert.ok(complete.some((state) => state.sequence === loser));
      }
      for (const { sequence, witness } of losers) {
        if (witness) {
          const states = dial(automatonOf(plan, settings), witness.number).states.filter((state) => state.complete);
          assert.equal(states[0]?.sequence, witness.winner);
          assert.ok(states.some((state) => state.sequence === sequence));
        }
        const winner = dial(automatonOf(plan, settings), keys).states.find((state) => state.complete);
        const isEarlier = [...keys].some((_, n) => {
          const state = stateOf(dial(automatonOf(plan, settings), keys.slice(0, n)), settings);
          return n > 0 && (state.kind === "dials" || state.kind === "barred");
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
  for (const text of Object.values(longPlans)) {
    const plan = readDialPlan(text);
    const states = dial(automatonOf(plan, settings), "1".repeat(200)).states;
    assert.ok(states.length <= plan.sequences.length);
    let least = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 8 && least > 50_000; tries++) {
      const before = process.cpuUsage();
      analyze(plan, settings);
      least = Math.min(least, process.cpuUsage(before).user);
    }
    assert.ok(least < 50_000, `${least / 1000} ms for ${text.slice(0, 40)}`);
  }
});
