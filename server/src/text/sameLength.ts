/** How many characters two texts have alike, from a place in each; at most `limit`. */
export function sameLength(a: string, from: number, b: string, at: number, limit = Number.POSITIVE_INFINITY): number {
  const most = Math.min(a.length - from, b.length - at, limit);
  let same = 0;
  while (same < most && a.charCodeAt(from + same) === b.charCodeAt(at + same)) same++;
  return same;
}
