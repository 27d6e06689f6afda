import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../schema/model";
import { codeSpan } from "../../text/markdown";
import type { Fix, Problem } from "../../text/span";
import type { Signature, Suggestion, ValueToken, ValueType } from "../valueType";
import { analyze, type PlanAnalysis } from "./analyze";
import { type PlanForm, parenthesized } from "./form";
import type { DialPlan, Sequence } from "./plan";
import { readDialPlan, readNumberMap } from "./read";
import { defaultDialSettings, dialKindOf, olderKind } from "./simulate";
import { planInWords, sequenceInWords, sequenceText } from "./words";

/** Every line of a phone has a plan, usually the same one. */
const checked = new Map<string, Problem[]>();
const maxChecked = 200;

/** The type of plans in a form. */
export function dialPlanType(id: string, form: PlanForm): ValueType {
  return {
    id,
    takesMarkdown: true,
    check(text, at) {
      const { xIsAnyKey, sendsPartial } = dialKindOf(at.traits);
      const key = `${id} ${at.traits && `${xIsAnyKey} ${sendsPartial}`} ${text === at.default?.trim()} ${text}`;
      let problems = checked.get(key);
      if (!problems) {
        const plan = readDialPlan(text, form);
        problems = [...plan.problems, ...findings(plan, text, at)].sort((a, b) => a.span.start - b.span.start);
        if (checked.size >= maxChecked) checked.clear();
        checked.set(key, problems);
      }
      return problems;
    },
    describe(text, at) {
      const plan = readDialPlan(text, form);
      const { waits } = analyze(plan, { ...defaultDialSettings, ...dialKindOf(at.traits) });
      return planInWords(plan, text, new Set(waits.map(({ sequence }) => sequence)));
    },
    complete: (_text, offset) => suggestions(offset, form),
    tokens: planTokens,
    signature: (text, offset) => signature(text, offset, form),
    rewrites: withoutBlanks,
  };
}

export const dialPlan = dialPlanType("DialPlanScript", parenthesized);

/** Maps of numbers that are written like dial plans. */
export const numberMap: ValueType = {
  id: "NumberMap",
  takesMarkdown: true,
  check: (text) => [...readNumberMap(text).problems],
  describe: (text) => planInWords(readNumberMap(text), text),
  complete: (text, offset) => (text === "" ? suggestions(offset, parenthesized) : []),
  tokens: planTokens,
};

function findings(plan: DialPlan, text: string, at: EffectiveParameter): Problem[] {
  if (plan.problems.some(({ severity }) => severity === "warning" || severity === "error")) return [];
  const analysis = certain(plan, at);
  const shown = (sequence: Sequence) => sequenceText(sequence, text);
  return [
    ...openBars(analysis, text, shown),
    ...losers(analysis, shown),
    ...hotLines(plan, analysis, shown),
    ...(text === at.default?.trim() ? [] : waits(analysis, shown)),
    ...overlaps(analysis, shown),
  ];
}

/** While the phone is unknown, only what is true for every phone is reported, whatever `x` matches on it. */
function certain(plan: DialPlan, at: EffectiveParameter): PlanAnalysis {
  const settings = { ...defaultDialSettings, ...dialKindOf(at.traits) };
  const analysis = analyze(plan, settings);
  if (at.traits || analysis.losers.length + analysis.openBars.length === 0) return analysis;
  const elsewhere = analyze(plan, { ...settings, ...olderKind });
  const losers = new Set(elsewhere.losers.map(({ sequence }) => sequence));
  const open = new Set(elsewhere.openBars.map(({ bar }) => bar));
  return {
    ...analysis,
    losers: analysis.losers.filter(({ sequence }) => losers.has(sequence)),
    openBars: analysis.openBars.filter(({ bar }) => open.has(bar)),
  };
}

/** Spaces are ignored; those in what is sent are kept. */
function withoutBlanks(text: string): Fix[] {
  const edits = [...text.matchAll(/:[^<>|]*>|\s+/g)]
    .filter(([found]) => found.trim() === "")
    .map(({ 0: found, index }) => ({ span: { start: index, end: index + found.length }, text: "" }));
  return edits.length === 0 ? [] : [{ title: l10n.t("Remove the spaces"), edits }];
}

type Shown = (sequence: Sequence) => string;

function openBars({ openBars }: PlanAnalysis, text: string, shown: Shown): Problem[] {
  return openBars.map(({ bar, winner, number, isIdle, moveBefore }) => ({
    code: "dialplan/open-bar",
    severity: "warning",
    message: isIdle
      ? l10n.t(
          "`{0}` bars no number. The earlier sequence `{1}` dials {2}. Move `{0}` to the left of it.",
          shown(bar),
          shown(winner),
          number,
        )
      : l10n.t(
          "`{0}` does not bar all its numbers. The earlier sequence `{1}` dials {2}. Move `{0}` to the left of it.",
          shown(bar),
          shown(winner),
          number,
        ),
    span: bar.span,
    fixes: moved(bar, moveBefore, text),
  }));
}

/** The bar with the `|` before it, put in front of a sequence. */
function moved(bar: Sequence, before: Sequence, text: string): Fix[] {
  const from = text.lastIndexOf("|", bar.span.start);
  const written = text.slice(bar.span.start, bar.span.end).trimEnd();
  if (from < before.span.end) return [];
  return [
    {
      title: l10n.t("Move before `{0}`", sequenceText(before, text)),
      edits: [
        { span: { start: before.span.start, end: before.span.start }, text: `${written}|` },
        { span: { start: from, end: bar.span.end }, text: "" },
      ],
    },
  ];
}

function losers(analysis: PlanAnalysis, shown: Shown): Problem[] {
  const open = new Set(analysis.openBars.map(({ bar }) => bar));
  return analysis.losers
    .filter(({ sequence }) => !open.has(sequence))
    .map(({ sequence, witness }) => ({
      code: "dialplan/never-chosen",
      severity: "info",
      message: witness
        ? l10n.t(
            "`{0}` is never used. Earlier sequences match all its numbers. The phone dials {1} by `{2}`.",
            shown(sequence),
            witness.number,
            shown(witness.winner),
          )
        : l10n.t("`{0}` is never used. The phone dials before all its keys are pressed.", shown(sequence)),
      span: sequence.span,
      unnecessary: true,
    }));
}

function hotLines(plan: DialPlan, { hotLine }: PlanAnalysis, shown: Shown): Problem[] {
  const problems: Problem[] = [];
  if (hotLine && plan.sequences.some(hasKeys))
    problems.push({
      code: "dialplan/beside-hot-line",
      severity: "hint",
      message: l10n.t(
        "`{0}` calls as soon as the phone goes off-hook. The other sequences apply only to numbers dialed on-hook.",
        shown(hotLine),
      ),
      span: hotLine.span,
    });
  for (const sequence of plan.sequences) {
    if (hasKeys(sequence) || sequence.pause !== undefined || sequence.short !== undefined) continue;
    if (!sequence.items.some((item) => item.kind === "substitute" && item.text !== "")) continue;
    const { start } = sequence.span;
    problems.push({
      code: "dialplan/hot-line",
      severity: "info",
      message: l10n.t(
        "`{0}` calls no number. A hot line needs `S0` or `P0`. A warm line needs `P` and seconds, such as `P5`.",
        shown(sequence),
      ),
      span: sequence.span,
      fixes: [{ title: l10n.t("Insert `{0}`", "P0"), edits: [{ span: { start, end: start }, text: "P0" }] }],
    });
  }
  return problems;
}

function hasKeys({ items }: Sequence): boolean {
  return items.some((item) => item.kind === "key" || (item.kind === "substitute" && item.dialed.length > 0));
}

/** One problem for all, because in most plans several sequences wait. */
function waits(analysis: PlanAnalysis, shown: Shown): Problem[] {
  // A sequence with a timer of its own waits on purpose.
  const [first, ...others] = analysis.waits.filter(({ sequence }) => sequence.short === undefined && !sequence.barred);
  if (!first) return [];
  const message =
    others.length === 0
      ? l10n.t(
          "The phone dials {0} only after the short timer, because `{1}` could follow.",
          first.number,
          shown(first.longer),
        )
      : l10n.t(
          "The phone dials {0} only after the short timer, because `{1}` could follow. Other sequences that wait: {2}.",
          first.number,
          shown(first.longer),
          others.length,
        );
  return [{ code: "dialplan/waits", severity: "hint", message, span: first.sequence.span }];
}

function overlaps(analysis: PlanAnalysis, shown: Shown): Problem[] {
  const open = new Set(analysis.openBars.map(({ bar }) => bar));
  const reported = analysis.overlaps.filter(({ winner, loser }) => winner.barred || !open.has(loser));
  return reported.map(({ winner, loser, number }) => ({
    code: "dialplan/ambiguous",
    severity: "hint",
    message: l10n.t(
      "{0} matches `{1}` and `{2}`. The phone uses `{2}`, which comes first.",
      number,
      shown(loser),
      shown(winner),
    ),
    span: loser.span,
  }));
}

function suggestions(offset: number, { timers, negation }: PlanForm): Suggestion[] {
  const snippet = (label: string, insert: string, detail: string): Suggestion => ({
    label,
    insert,
    detail,
    kind: "snippet",
    replace: { start: offset, end: offset },
  });
  return [
    snippet("x.", "x.", l10n.t("Zero or more digits")),
    snippet("[2-9]", "[$1]", l10n.t("One of several keys")),
    snippet("<9:>", "<$1:$2>", l10n.t("Dialed digits: sent digits")),
    snippet("<:1>", "<:$1>", l10n.t("Digits to add in front")),
    ...(negation ? [snippet("[^2-9]", "[^$1]", l10n.t("One of the other digits"))] : []),
    ...(timers ? [snippet("S0", "S0", l10n.t("Dial at once"))] : []),
    snippet("!", "!", l10n.t("Barred")),
    ...(timers
      ? [
          snippet("(S0 <: … >)", "(S0 <:$1>)", l10n.t("Hot line")),
          snippet("P5 <: … >", "P5<:$1>|", l10n.t("Warm line")),
          snippet("S:3,", "S:$1,", l10n.t("Short timer of the whole plan")),
          snippet("L:10,", "L:$1,", l10n.t("Long timer of the whole plan")),
        ]
      : []),
  ];
}

function planTokens(text: string): ValueToken[] {
  return [...text.matchAll(/[LS]\s*:\s*\d*|[SLP]\d*|\[[^\]|()]*\]?|[xX]|\d+|[<>:@!.,|()]/g)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    kind: /^[SLP]/.test(match[0])
      ? ("keyword" as const)
      : /^(?:\[|x$)/i.test(match[0])
        ? ("regexp" as const)
        : /^\d/.test(match[0])
          ? ("number" as const)
          : ("operator" as const),
  }));
}

/** Elements of a sequence that are described one by one. */
const maxParts = 60;

/** The sequence at the cursor, in words. */
function signature(text: string, offset: number, form: PlanForm): Signature | undefined {
  const here = readDialPlan(text, form).sequences.find(({ span }) => offset >= span.start && offset <= span.end);
  if (!here || here.items.length === 0 || here.items.length > maxParts) return undefined;
  const label = text.slice(here.span.start, here.span.end);
  const items = here.items.filter(({ span }) => span.end > span.start);
  const active = items.findIndex(({ span }) => offset >= span.start && offset <= span.end);
  const whole = sequenceInWords(here);
  const alone = { ...here, barred: false, short: undefined, long: undefined, pause: undefined };
  return {
    label,
    parts: items.map((item) => ({
      span: { start: item.span.start - here.span.start, end: item.span.end - here.span.start },
      documentation: `${sequenceInWords({ ...alone, items: [item] })}\n\n${codeSpan(label)}: ${whole}`,
    })),
    active: Math.max(0, active),
  };
}
