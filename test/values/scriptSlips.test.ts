import { test } from "node:test";
import { analyze } from "../../server/src/values/dialPlan/analyze";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import {
  automatonOf,
  currentKind,
  dial,
  fateOf,
  follow,
  offHook,
  olderKind,
  stateOf,
  withStarCodes,
} from "../../server/src/values/dialPlan/simulate";
import { dialPlan } from "../../server/src/values/dialPlan/types";
import { planInWords } from "../../server/src/values/dialPlan/words";
import { cadence } from "../../server/src/values/signal/cadence";
import { frequency } from "../../server/src/values/signal/frequency";
import { tone } from "../../server/src/values/signal/tone";
import type { ValueType } from "../../server/src/values/valueType";
import { effective } from "../support/effectiveParameter";
import { checkGolden } from "../support/golden";
import { applied } from "../support/value";
import { slipsOf } from "../support/variants";

// Dial plans, cadences and tones with a slip at each place, and what phones do with keys that are dialed.

const plans = [
  "(*xx|[3469]11S0|0|00|[2-9]xxxxxx|1xxx[2-9]xxxxxxS0|xxxxxxxxxxxx.)",
  "(<9:>xx.|<8:1212>[2-9]xxxxxx,xx)",
  "(S0<:911>)",
  "P9,(L:15,S:4,2xx|2xxx|[1-46#-]x.|900x.!)",
  "(x.|2xxS0|<:0049>[^0]xx.)",
  "(park|(xx|xxx)|+49x.)",
  "([0-9]x+|\\dxx|x{3}|9?1x|s4|^1$)",
  "(1xx|1[2-4]x|1x.!|12xL2|12xxS9)",
  "(<#,:>xx|*67<:1>x.|[^*#]xxx|<0:@h>1)",
  "(911|9,911|9,xx.S1|[2-8]xx|[2-8]xxS3)",
];

const numbers = ["911", "9911", "0", "211", "2119", "*67123", "900123", "12", "1234", "12345678901", "+491", "#1"];

const signals: readonly (readonly [ValueType, string, readonly string[]])[] = [
  [cadence, "CadScript", ["60(2/4)", "10(.2/.2,.3/.1);20.5(1/*)", "*(.25/.5)", "60(.333/4,0/1,2)", "30(.1/.1,.1/9.7)"]],
  [
    frequency,
    "FreqScript",
    ["350@-19,440@-19", "350@-19.5,440@-19,480@3,620@-24,1400@-10,2060@-19", "440", "350@-19;440"],
  ],
  [
    tone,
    "ToneScript",
    [
      "350@-19,440@-19;10(*/0/1+2)",
      "480@-19,620@-19;10(.5/.5/1+2);*(0/1/0)",
      "440@-10;30(.1/.1/1,.2/0/3)",
      "985@-16,1428@-16;20(.38/0/1,.38/0/2,.38/0/0,0/4/0)",
    ],
  ],
];

function* saidOf(type: ValueType, id: string, text: string): Generator<string> {
  const at = effective(id);
  yield `${id} ${text}`;
  for (const { severity, code, span, message, fixes = [] } of type.check(text, at)) {
    yield `  ${severity} ${code} ${span.start}-${span.end} ${message}`;
    for (const fix of fixes) yield `    ${fix.safe ? "safe: " : ""}${fix.title} → ${applied(text, fix)}`;
  }
  yield `  words: ${JSON.stringify(type.describe?.(text, at))} ${type.hint?.(text, at)}`;
  yield `  tokens: ${(type.tokens?.(text, at) ?? []).map(({ kind, span }) => `${kind} ${span.start}-${span.end}`).join(", ")}`;
  for (const rewrite of type.rewrites?.(text, at) ?? []) yield `  ${rewrite.title} → ${applied(text, rewrite)}`;
  for (let offset = 0; offset <= text.length; offset += 3) {
    const found = type.signature?.(text, offset, at);
    const part = found?.parts[found.active];
    if (found)
      yield `  signature at ${offset}: ${found.label} ${part?.span.start}-${part?.span.end} ${JSON.stringify(part?.documentation)}`;
    const rows = type.complete?.(text, offset, at) ?? [];
    yield `  offers at ${offset}: ${rows.length} ${rows
      .slice(0, 3)
      .map(({ label, insert, replace, detail }) => `${insert ?? label} ${replace.start}-${replace.end} ${detail}`)
      .join(" | ")}`;
  }
  yield* slipsOf(text, (typed, place) => {
    const found = type
      .check(typed, at)
      .map(
        ({ severity, code, span, fixes = [] }) =>
          `${severity} ${code} ${place(span)}${fixes.map(({ title }) => ` (${title})`).join("")}`,
      );
    return found.join(", ") || "right";
  }).map((line) => `  ${line}`);
}

function* dialedOn(text: string): Generator<string> {
  const plan = readDialPlan(text);
  const codes = [
    { name: "Pickup", code: "*6" },
    { name: "Letters", code: "*a" },
    { name: "Off", code: "" },
  ];
  for (const [name, kind] of [
    ["current", currentKind],
    ["older", olderKind],
  ] as const) {
    const settings = { short: 3, long: 10, ...kind };
    const { losers, waits, overlaps, openBars, hotLine, isWhole } = analyze(plan, settings);
    const of = (each: { readonly span: { readonly start: number; readonly end: number } } | undefined) =>
      each && text.slice(each.span.start, each.span.end);
    yield `  ${name}: losers ${losers.map(({ sequence, witness }) => `${of(sequence)} ${witness?.number} ${of(witness?.winner)}`).join(", ")}`;
    yield `  ${name}: waits ${waits.map(({ sequence, number, longer }) => `${of(sequence)} ${number} ${of(longer)}`).join(", ")}`;
    yield `  ${name}: overlaps ${overlaps.map(({ winner, loser, number }) => `${of(winner)} ${of(loser)} ${number}`).join(", ")}`;
    yield `  ${name}: open bars ${openBars.length}, hot line ${of(hotLine)}, ${isWhole}`;
    for (const [words, each] of [
      ["", plan],
      [" with star codes", withStarCodes(plan, codes)],
    ] as const) {
      const automaton = automatonOf(each, settings);
      const { after, number } = offHook(automaton);
      yield `  ${name}${words}: off hook ${after} ${number}`;
      for (const keys of numbers) {
        const state = stateOf(dial(automaton, keys), settings);
        const steps = follow(automaton, keys, settings).map((step) => JSON.stringify(step, shown));
        yield `  ${name}${words} ${keys}: ${JSON.stringify(state, shown)} ${JSON.stringify(fateOf(automaton, keys, settings), shown)} ${steps.at(-1)}`;
      }
    }
  }
  yield `  ${JSON.stringify(planInWords(plan, text))}`;
}

/** Sequences by their place, without what their automaton reached. */
function shown(key: string, value: unknown): unknown {
  if (/^(?:items|plan|automaton|dialling)$/.test(key)) return undefined;
  return value;
}

test("dial plans, cadences and tones with slips (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines = plans.flatMap((text) => [...saidOf(dialPlan, "DialPlanScript", text), ...dialedOn(text)]);
  for (const [type, id, texts] of signals) for (const text of texts) lines.push(...saidOf(type, id, text));
  checkGolden("test/values/scriptSlips.golden.txt", lines);
});
