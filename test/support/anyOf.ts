// One pattern for thousands of words that shares their beginnings: an engine tries the words of `a|b|…` one by one at
// each character of a text.

interface Branch {
  readonly next: Map<string, Branch>;
  isEnd: boolean;
}

/** The source of a pattern for any of `words`, each a list of patterns of its pieces; of two that fit, the longer one. */
export function anyOf(words: Iterable<readonly string[]>): string {
  const top: Branch = { next: new Map(), isEnd: false };
  for (const word of words) {
    let branch = top;
    for (const piece of word) {
      const next = branch.next.get(piece) ?? { next: new Map(), isEnd: false };
      branch.next.set(piece, next);
      branch = next;
    }
    branch.isEnd = true;
  }
  return sourceOf(top);
}

function sourceOf({ next, isEnd }: Branch): string {
  const rest = [...next].map(([piece, branch]) => piece + sourceOf(branch));
  if (rest.length === 0) return "";
  return rest.length === 1 && !isEnd ? (rest[0] as string) : `(?:${rest.join("|")})${isEnd ? "?" : ""}`;
}
