/** True when `word` is `name` but for letter case, underscores, a number at the end, or one slip. */
export function resembles(word: string, name: string): boolean {
  const fold = (s: string) => s.toLowerCase().replace(/[^a-z]/g, "");
  const a = fold(word);
  const b = fold(name);
  if (a === b) return true;
  if (a.length < 4 || b.length < 4) return false;
  return (
    (a.startsWith(b.slice(0, -2)) && a.length - b.length < 4) ||
    (b.startsWith(a.slice(0, -2)) && b.length - a.length < 4) ||
    sharedEnds(a, b)
  );
}

/** Equal but for one stretch of at most two letters. */
function sharedEnds(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - head - tail <= 2;
}
