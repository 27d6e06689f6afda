import type { Completion } from "./explore";
import type { DialPlan, Sequence } from "./plan";

/** A bar that a sequence to its left opens, with a number that is dialed all the same. */
export interface OpenBar {
  readonly bar: Sequence;
  readonly winner: Sequence;
  readonly number: string;
  /** No number at all is barred by it. */
  readonly isIdle: boolean;
  /** The sequence before which the bar belongs. */
  readonly moveBefore: Sequence;
}

interface Opening {
  readonly winner: number;
  readonly number: string;
}

/**
 * Bars that do not bar everything they fit, because the leftmost sequence is taken. A sequence that fits only part
 * of what the bar fits is an exception to it: it comes first on purpose, as long as the bar stops other numbers.
 */
export function openBarsOf({ sequences }: DialPlan, completions: readonly Completion[]): OpenBar[] {
  const isBarred = (index: number | undefined) => sequences[index ?? -1]?.barred === true;
  const openings = new Map<number, Map<number, Opening>>();
  const idle = new Set(sequences.keys());
  for (const { number, complete } of completions) {
    const [winner, ...others] = complete;
    if (winner === undefined || number === "") continue;
    idle.delete(winner);
    if (isBarred(winner)) continue;
    for (const bar of others) {
      if (!isBarred(bar)) continue;
      const known = openings.get(bar) ?? new Map<number, Opening>();
      if (!known.has(winner)) known.set(winner, { winner, number });
      openings.set(bar, known);
    }
  }
  return [...openings].flatMap(([index, found]): OpenBar[] => {
    const all = [...found.values()];
    const wider = all.filter(({ winner }) => reachesBeyond(winner, index, completions));
    const [first] = wider.length > 0 ? wider : idle.has(index) ? all : [];
    const winner = sequences[first?.winner ?? -1];
    const bar = sequences[index];
    if (!first || !winner || !bar) return [];
    const leftmost = Math.min(...(wider.length > 0 ? wider : all).map((opening) => opening.winner));
    return [{ bar, winner, number: first.number, isIdle: idle.has(index), moveBefore: sequences[leftmost] ?? winner }];
  });
}

/** Whether one fits a number that the other does not, or both fit the same. */
function reachesBeyond(one: number, other: number, completions: readonly Completion[]): boolean {
  let isEqual = true;
  for (const { complete } of completions) {
    const [hasOne, hasOther] = [complete.includes(one), complete.includes(other)];
    if (hasOne && !hasOther) return true;
    if (hasOther && !hasOne) isEqual = false;
  }
  return isEqual;
}
