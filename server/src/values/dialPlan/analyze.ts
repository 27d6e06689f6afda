import { Automaton, type SequenceState } from "./automaton";
import { type OpenBar, openBarsOf } from "./bars";
import { type Completion, completionsOf } from "./explore";
import type { DialPlan, Sequence } from "./plan";
import { type DialSettings, dial, offHook } from "./simulate";

/** Pairs of sequences compared at most. */
const maxPairs = 100;

/** A sequence that a phone never chooses. */
interface Loser {
  readonly sequence: Sequence;
  /** A number that fits it, and the sequence that the phone chooses for it; undefined when no number fits. */
  readonly witness: { readonly number: string; readonly winner: Sequence } | undefined;
}

/** A sequence whose numbers are complete but never dialed at once, because another sequence continues. */
export interface Wait {
  readonly sequence: Sequence;
  readonly number: string;
  readonly longer: Sequence;
}

/** Two sequences of which each fits numbers of its own, and that make different things of one that both fit. */
interface Overlap {
  readonly winner: Sequence;
  readonly loser: Sequence;
  readonly number: string;
}

export interface PlanAnalysis {
  readonly losers: readonly Loser[];
  readonly waits: readonly Wait[];
  readonly overlaps: readonly Overlap[];
  readonly openBars: readonly OpenBar[];
  /** The sequence that calls as soon as the phone goes off-hook, so that no key is ever pressed. */
  readonly hotLine: Sequence | undefined;
  /** False when the plan was too large to be sure; nothing is claimed then. */
  readonly isWhole: boolean;
}

export function analyze(plan: DialPlan, settings: DialSettings): PlanAnalysis {
  const automaton = new Automaton(plan, settings.xIsAnyKey);
  const { after, number, sequence } = offHook(automaton);
  const hotLine = after === 0 && number !== undefined ? sequence : undefined;
  const completions = completionsOf(automaton, settings);
  if (!completions) return { losers: [], waits: [], overlaps: [], openBars: [], hotLine, isWhole: false };
  return {
    losers: losersOf(plan, completions),
    waits: waitsOf(plan, completions),
    overlaps: overlapsOf(automaton, completions),
    openBars: openBarsOf(plan, completions),
    hotLine,
    isWhole: true,
  };
}

function losersOf({ sequences }: DialPlan, completions: readonly Completion[]): Loser[] {
  const winners = new Set<number>();
  const beaten = new Map<number, Loser["witness"]>();
  for (const { number, complete } of completions) {
    const [first, ...others] = complete;
    const winner = sequences[first ?? -1];
    if (first === undefined || !winner) continue;
    winners.add(first);
    for (const index of others) if (!beaten.has(index)) beaten.set(index, { number, winner });
  }
  return sequences.flatMap((sequence, index) =>
    // Letters are not dialed on the keypad; sequences with letters are matched by keys of another kind.
    winners.has(index) || sequence.items.length === 0 || hasLetters(sequence)
      ? []
      : [{ sequence, witness: beaten.get(index) }],
  );
}

function waitsOf({ sequences }: DialPlan, completions: readonly Completion[]): Wait[] {
  const waits = new Map<Sequence, Wait>();
  const atOnce = new Set<Sequence>();
  for (const { number, complete, longer, isOwnEnd, isDecided } of completions) {
    const sequence = sequences[complete[0] ?? -1];
    const other = sequences[longer ?? -1];
    if (!sequence || number === "") continue;
    if (isDecided || !isOwnEnd || !other) atOnce.add(sequence);
    else if (!waits.has(sequence)) waits.set(sequence, { sequence, number, longer: other });
  }
  return [...waits.values()].filter(({ sequence }) => !atOnce.has(sequence));
}

function overlapsOf(automaton: Automaton, completions: readonly Completion[]): Overlap[] {
  const { sequences } = automaton.plan;
  const pairs = new Map<string, { readonly winner: number; readonly loser: number; readonly number: string }>();
  for (const { number, complete } of completions) {
    const [winner, ...others] = complete;
    if (winner === undefined || number === "") continue;
    for (const loser of others) {
      const key = `${winner} ${loser}`;
      if (pairs.size >= maxPairs || pairs.has(key) || !canDiffer(sequences[winner], sequences[loser])) continue;
      pairs.set(key, { winner, loser, number });
    }
  }
  const reached = new Map<string, readonly SequenceState[]>();
  return [...pairs.values()].flatMap(({ winner, loser, number }) => {
    const states = reached.get(number) ?? dial(automaton, number).states;
    reached.set(number, states);
    const first = states.find(({ index }) => index === winner);
    const second = states.find(({ index }) => index === loser);
    return first && second && !isSame(first, second) && isPartial(winner, loser, completions)
      ? [{ winner: first.sequence, loser: second.sequence, number }]
      : [];
  });
}

function canDiffer(one: Sequence | undefined, other: Sequence | undefined): boolean {
  if (!one || !other) return false;
  const substitutes = ({ items }: Sequence) => items.some(({ kind }) => kind === "substitute");
  return one.barred !== other.barred || substitutes(one) || substitutes(other);
}

/** Each of the two fits numbers that the other does not. */
function isPartial(first: number, second: number, completions: readonly Completion[]): boolean {
  let [isFirstAlone, isSecondAlone] = [false, false];
  for (const { complete } of completions) {
    const hasFirst = complete.includes(first);
    const hasSecond = complete.includes(second);
    if (hasFirst && !hasSecond) isFirstAlone = true;
    if (hasSecond && !hasFirst) isSecondAlone = true;
  }
  return isFirstAlone && isSecondAlone;
}

function isSame(one: SequenceState, other: SequenceState): boolean {
  if (one.sequence.barred || other.sequence.barred) return one.sequence.barred === other.sequence.barred;
  return one.number === other.number && one.gateway === other.gateway;
}

function hasLetters({ items }: Sequence): boolean {
  return items.some((item) => item.kind === "key" && item.set === 0);
}
