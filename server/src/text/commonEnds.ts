/** How many items two lists, or characters two texts, have alike at the beginning, and how many at the end after that. */
export function commonEnds<T>(
  one: ArrayLike<T>,
  other: ArrayLike<T>,
  isSame: (a: T, b: T) => boolean = (a, b) => a === b,
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && isSame(one[head] as T, other[head] as T)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(one[one.length - 1 - tail] as T, other[other.length - 1 - tail] as T)) tail++;
  return { head, tail };
}
