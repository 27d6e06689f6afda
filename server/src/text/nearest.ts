import { distance } from "fastest-levenshtein";

/**
 * The candidate that was most probably meant by `word`, or undefined when none is near.
 * Near means at most one wrong letter in six, at least one; letter case counts half a letter.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 6));
  let best: string | undefined;
  let bestCost = limit + 0.75;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit || candidate === word) continue;
    const folded = candidate.toLowerCase();
    const cost =
      folded === lower
        ? 0.5
        : distance(lower, folded) + (distance(word, candidate) > distance(lower, folded) ? 0.25 : 0);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}
