import { Automaton, Dialling } from "./automaton";
import { keyBit, keys } from "./keys";
import type { DialPlan, Sequence } from "./plan";
import { type DialSettings, stateOf } from "./simulate";

/** States looked at before the analysis gives up and says nothing. */
const mostStates = 4000;

/** A sequence that a phone never chooses. */
export interface Loser {
  readonly sequence: Sequence;
  /** A number that fits it, and the sequence that the phone chooses for it; undefined when no number fits. */
  readonly witness: { readonly number: string; readonly winner: Sequence } | undefined;
}

export interface PlanAnalysis {
  readonly losers: readonly Loser[];
  /** False when the plan was too large to be sure. */
  readonly isWhole: boolean;
}

/**
 * Follows every number that can be dialled, as classes of keys that lead to the same state, and notes which
 * sequences the phone ever chooses. The number of states is bounded, so that the time is.
 */
export function analyze(plan: DialPlan, settings: DialSettings): PlanAnalysis {
  const automaton = new Automaton(plan, settings.xIsAnyKey);
  const winners = new Set<Sequence>();
  const beaten = new Map<Sequence, Loser["witness"]>();
  const alphabet = representatives(automaton);
  const seen = new Set<string>();
  const queue: { readonly dialling: Dialling; readonly number: string }[] = [
    { dialling: Dialling.start(automaton), number: "" },
  ];
  for (let at = 0; at < queue.length; at++) {
    if (queue.length > mostStates) return { losers: [], isWhole: false };
    const { dialling, number } = queue[at] as (typeof queue)[number];
    const states = dialling.states;
    const complete = states.filter((state) => state.complete);
    const winner = complete[0];
    if (winner) {
      winners.add(winner.sequence);
      for (const { sequence } of complete.slice(1))
        if (!beaten.has(sequence)) beaten.set(sequence, { number, winner: winner.sequence });
    }
    // What is decided gets no further keys; off-hook nothing is decided yet.
    const { kind } = stateOf(dialling, settings);
    if (number !== "" && (kind === "dials" || kind === "barred")) continue;
    for (const key of alphabet) {
      const next = dialling.press(key);
      const { signature } = next;
      if (signature === "" || seen.has(signature)) continue;
      seen.add(signature);
      queue.push({ dialling: next, number: number + key });
    }
  }
  const losers = plan.sequences
    // Letters are not dialled at the keypad; what holds them is matched by keys of another kind.
    .filter((sequence) => !winners.has(sequence) && sequence.items.length > 0 && !hasLetters(sequence))
    .map((sequence): Loser => ({ sequence, witness: beaten.get(sequence) }));
  return { losers, isWhole: true };
}

function hasLetters({ items }: Sequence): boolean {
  return items.some((item) => item.kind === "key" && item.set === 0);
}

/** One key for each class of keys that no sequence tells apart. */
function representatives({ steps }: Automaton): string[] {
  const sets = new Set<number>();
  for (const line of steps) for (const step of line) if (step.kind === "key") sets.add(step.set);
  const classes = new Map<string, string>();
  for (const key of keys) {
    const bit = keyBit(key);
    const name = [...sets].map((set) => (set & bit ? 1 : 0)).join("");
    if (name.includes("1") && !classes.has(name)) classes.set(name, key);
  }
  return [...classes.values()];
}
