import { distance } from "fastest-levenshtein";

/**
 * Like `nearest`, but nothing when several candidates are equally near: `GMT-00:00` may be any zone.
 * Of those, the one that `word` only shortens or lengthens is meant.
 */
export function nearestAlone(word: string, candidates: readonly string[]): string | undefined {
  const best = nearest(word, candidates);
  if (best === undefined) return undefined;
  const cost = costOf(word, best);
  const equal = candidates.filter((candidate) => candidate !== word && costOf(word, candidate) === cost);
  if (equal.length < 2) return best;
  const extended = equal.filter((candidate) => candidate.startsWith(word) || word.startsWith(candidate));
  return extended.length === 1 ? extended[0] : undefined;
}

/**
 * The candidate that was most probably meant by `word`, or undefined when none is near.
 * Near means at most one wrong letter in six, at least one; letter case counts half a letter, and two neighbors that
 * changed places one.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 6));
  let best: string | undefined;
  let bestCost = limit + 0.75;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit || candidate === word) continue;
    const cost = costOf(word, candidate);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

function costOf(word: string, candidate: string): number {
  const lower = word.toLowerCase();
  const folded = candidate.toLowerCase();
  if (folded === lower) return 0.5;
  if (isSwap(lower, folded)) return 1;
  const cost = distance(lower, folded);
  return cost + (distance(word, candidate) > cost ? 0.25 : 0);
}

/** Two letters side by side changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
