import * as l10n from "@vscode/l10n";
import { type Automaton, Dialling } from "../../../server/src/values/dialPlan/automaton";
import { expectationOf, fateInWords } from "../../../server/src/values/dialPlan/expectation";
import { type PlanForm, parenthesized } from "../../../server/src/values/dialPlan/form";
import type { DialPlan, Sequence } from "../../../server/src/values/dialPlan/plan";
import { readDialPlan } from "../../../server/src/values/dialPlan/read";
import {
  automatonOf,
  currentKind,
  type DialSettings,
  type DialStep,
  decision,
  type Fate,
  fateOf,
  follow,
  type KindNames,
  type Outcome,
  offHook,
  olderKind,
  withStarCodes,
} from "../../../server/src/values/dialPlan/simulate";
import { compact, exampleOf, sequenceInWords, sequenceText } from "../../../server/src/values/dialPlan/words";

// A call with a plan as the tester shows it: what each key did, what follows, and the state of each sequence.

type RowState = "taken" | "complete" | "alive" | "beaten" | "out";

export interface Row {
  readonly text: string;
  /** Markdown of one line. */
  readonly words: string;
  /** A number that fits it. */
  readonly example: string;
  readonly state: RowState;
  readonly why: string;
}

export interface DialTest {
  /** What the phone does now and then. */
  readonly verdict: {
    readonly kind: "idle" | "waits" | "sends" | "fails";
    readonly title: string;
    readonly detail: string;
  };
  readonly keys: readonly { readonly key: string; readonly words: string; readonly count: number }[];
  /** Keys after the one at which the phone decided. */
  readonly ignored: string;
  readonly rows: readonly Row[];
  /** What phones of the other kind do instead, when it differs. */
  readonly elsewhere: string | undefined;
  /** `dials 911 -> 911 at once`: the current result, to be kept as a test. */
  readonly expectation: string;
  readonly problems: readonly string[];
}

export interface StarCode {
  readonly name: string;
  readonly code: string;
}

export function tryPlan(
  text: string,
  keys: string,
  settings: DialSettings,
  starCodes: readonly StarCode[],
  kinds: KindNames,
  form: PlanForm = parenthesized,
): DialTest {
  const plan = withStarCodes(readDialPlan(text, form), starCodes);
  const automaton = automatonOf(plan, settings);
  const steps = follow(automaton, keys, settings);
  const fate = fateOf(automaton, keys, settings);
  const rows = new Rows(plan, text, automaton, steps, settings);
  return {
    verdict: keys === "" ? idle(automaton, settings) : verdict(steps.at(-1), fate, settings, kinds),
    keys: steps.map((step) => ({ key: step.key, words: stepInWords(step), count: step.dialling.alive.length })),
    ignored: keys.slice(steps.length),
    rows: plan.sequences.filter(isShown).map((sequence) => rows.of(sequence)),
    elsewhere: elsewhere(plan, keys, settings, fate, kinds),
    expectation: expectationOf(keys, fate),
    problems: plan.problems.map(({ message }) => message),
  };
}

function isShown({ items, pause }: Sequence): boolean {
  return items.length > 0 || pause !== undefined;
}

function idle(automaton: Automaton, settings: DialSettings): DialTest["verdict"] {
  const { after, number } = offHook(automaton);
  const title = number !== undefined && after === 0 ? l10n.t("Calls {0} at once", number) : l10n.t("Dial tone");
  if (number !== undefined && after === 0)
    return { kind: "sends", title, detail: l10n.t("Hot line: the call starts before a key can be pressed.") };
  const detail =
    number !== undefined
      ? l10n.t("Calls {0} if no key is pressed for {1} s.", number, after ?? settings.long)
      : after !== undefined
        ? l10n.t("Reorder tone if no key is pressed for {0} s.", after)
        : l10n.t("Reorder tone if no key is pressed before the dial tone ends.");
  return { kind: "idle", title, detail };
}

function verdict(
  last: DialStep | undefined,
  fate: Fate,
  settings: DialSettings,
  kinds: KindNames,
): DialTest["verdict"] {
  if (!last) return { kind: "fails", title: l10n.t("Nothing"), detail: "" };
  const { state, dialling } = last;
  if (state.kind !== "waiting") return ended(state);
  const title = l10n.t("Waits {0} s for another key", state.seconds);
  const outcome = ended(fate.outcome);
  const instead = state.winner
    ? l10n.t("The number is complete, but more keys can follow.")
    : l10n.t("No sequence is complete yet.");
  const hash = dialling.expects("#") ? "" : l10n.t("Press # or the Dial key to decide at once.");
  const sure =
    settings.sendsPartial || state.winner ? "" : l10n.t("On {0} the phone sends it as dialed.", kinds.current);
  const then = l10n.t("Then: {0}.", outcome.title);
  return { kind: "waits", title, detail: [instead, then, sure, hash].filter((part) => part !== "").join(" ") };
}

function ended(outcome: Outcome): DialTest["verdict"] {
  switch (outcome.kind) {
    case "dials": {
      const { sequence, number = "", gateway } = outcome.winner;
      if (sequence.starCode !== undefined)
        return { kind: "sends", title: l10n.t("Star code {0}", number), detail: l10n.t("of {0}", sequence.starCode) };
      return {
        kind: "sends",
        title: l10n.t("Sends {0}", number),
        detail: gateway === undefined ? "" : l10n.t("through {0}", gateway),
      };
    }
    case "partial":
      return {
        kind: "sends",
        title: l10n.t("Sends {0} as dialed", outcome.number),
        detail: l10n.t("It matches no complete sequence."),
      };
    case "barred":
      return { kind: "fails", title: l10n.t("Barred: reorder tone"), detail: l10n.t("The sequence ends with !.") };
    case "rejected":
      return { kind: "fails", title: l10n.t("Rejected: reorder tone"), detail: l10n.t("No sequence matches.") };
  }
}

function stepInWords({ dialling, state, playsTone, lost }: DialStep): string {
  const alive = dialling.alive.length;
  const parts = [
    alive === 1 ? l10n.t("1 sequence left") : l10n.t("{0} sequences left", alive),
    ...(lost.length > 0 ? [l10n.t("{0} ruled out", lost.length)] : []),
    ...(playsTone ? [l10n.t("second dial tone")] : []),
    ...(state.kind === "waiting" ? [l10n.t("waits {0} s", state.seconds)] : [ended(state).title]),
  ];
  return parts.join(", ");
}

/** The state of each sequence after the last key. */
class Rows {
  readonly #outAt = new Map<Sequence, number>();
  readonly #winner: Sequence | undefined;
  readonly #last: DialStep | undefined;

  constructor(
    readonly plan: DialPlan,
    readonly text: string,
    readonly automaton: Automaton,
    readonly steps: readonly DialStep[],
    settings: DialSettings,
  ) {
    steps.forEach(({ lost }, i) => {
      for (const sequence of lost) this.#outAt.set(sequence, i);
    });
    this.#last = steps.at(-1);
    const end = this.#last && decision(this.#last.dialling, this.#last.dialled, settings);
    this.#winner = end && "winner" in end ? end.winner.sequence : undefined;
  }

  of(sequence: Sequence): Row {
    const { dialled } = exampleOf(sequence.items);
    const star = sequence.starCode;
    return {
      text: star === undefined ? sequenceText(sequence, this.text) : dialled,
      words: star === undefined ? sequenceInWords(sequence) : l10n.t("star code of {0}", star),
      example: dialled,
      ...this.#state(sequence),
    };
  }

  #state(sequence: Sequence): Pick<Row, "state" | "why"> {
    const index = this.plan.sequences.indexOf(sequence);
    const last = this.#last;
    if (!last) return { state: "alive", why: "" };
    const out = this.#outAt.get(sequence);
    if (out !== undefined) return { state: "out", why: this.#whyOut(index, out) };
    const state = last.dialling.states.find((candidate) => candidate.index === index);
    if (!state) return { state: "out", why: "" };
    if (sequence === this.#winner)
      return last.state.kind === "waiting"
        ? { state: "complete", why: l10n.t("complete: taken if no key follows") }
        : { state: "taken", why: sequence.barred ? l10n.t("bars the number") : l10n.t("taken") };
    if (state.complete && this.#winner)
      return {
        state: "beaten",
        why:
          this.#winner.starCode === undefined
            ? l10n.t("also matches, but {0} comes first", sequenceText(this.#winner, this.text))
            : l10n.t("also matches, but the star code of {0} is taken", this.#winner.starCode),
      };
    if (last.state.kind === "waiting")
      return { state: "alive", why: l10n.t("expects {0} next", expectedBy(last.dialling, index)) };
    return { state: "beaten", why: l10n.t("needs more keys, but the call is already decided") };
  }

  #whyOut(index: number, step: number): string {
    const key = this.steps[step]?.key ?? "";
    const before = this.steps[step - 1]?.dialling;
    const expected = before ? expectedBy(before, index) : expectedBy(Dialling.start(this.automaton), index);
    return expected === ""
      ? l10n.t("ruled out at key {0}: it was complete before {1}", step + 1, key)
      : l10n.t("ruled out at key {0}: expected {1}, got {2}", step + 1, expected, key);
  }
}

/** The keys a sequence takes next, as a plan writes them. */
function expectedBy({ automaton, alive }: Dialling, index: number): string {
  const steps = automaton.steps[index] ?? [];
  let set = 0;
  for (const { step } of alive.find((candidate) => candidate.index === index)?.reached ?? []) {
    const next = steps[step];
    if (next?.kind === "key") set |= next.set;
  }
  return compact(set);
}

/** On other phones `x` takes other keys, and what fits nothing to its end goes another way. */
function elsewhere(
  plan: DialPlan,
  keys: string,
  settings: DialSettings,
  here: Fate,
  kinds: KindNames,
): string | undefined {
  if (keys === "") return undefined;
  const { xIsAnyKey } = settings;
  const other = { ...settings, ...(xIsAnyKey ? currentKind : olderKind) };
  const there = fateInWords(fateOf(automatonOf(plan, other), keys, other));
  if (there === fateInWords(here)) return undefined;
  return `${xIsAnyKey ? kinds.current : kinds.older}: ${there}`;
}
