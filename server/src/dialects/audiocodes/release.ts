/** `6.60A.100`, `6.6`: numbers of a release, with two digits after the dot; undefined for another text. */
export function releaseOf(text: string | undefined): readonly number[] | undefined {
  const match = /^(?:Ver\.?\s*)?(\d+)\.(\d)(\d?)[A-Z]*(?:\.(\d+))?(?:\.(\d+))?/i.exec(text?.trim() ?? "");
  if (!match) return undefined;
  const [, major, tens, ones, ...rest] = match;
  return [Number(major), Number(tens) * 10 + Number(ones || 0), ...rest.map((each) => Number(each ?? 0))];
}

/** Whether a release is known to be this one or a later one. */
export function isRelease(text: string | undefined, major: number, minor: number): boolean {
  const [first = 0, second = 0] = releaseOf(text) ?? [];
  return first > major || (first === major && second >= minor);
}

/** Negative: `a` is older. Undefined where one of them is not a release. */
export function compareReleases(a: string, b: string): number | undefined {
  const [one, other] = [releaseOf(a), releaseOf(b)];
  if (!one || !other) return undefined;
  for (const [i, number] of one.entries()) {
    const difference = number - (other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
