import { maxPatterns } from "./digitMap";

// Digit maps have a range as their only class: `[n-m]`.

/**
 * The same pattern with single ranges for its classes, one for each way to choose them. Undefined where a class with
 * gaps repeats, and where they are more than a device takes.
 */
export function withRanges(pattern: string): readonly string[] | undefined {
  let found = [""];
  for (const element of pattern.match(/\[[^\]]*\]\.?|[^.]\.?/g) ?? []) {
    const ways = element.startsWith("[") ? waysOf(element) : [element];
    if (ways === undefined || ways.length * found.length > maxPatterns) return undefined;
    found = found.flatMap((begin) => ways.map((way) => begin + way));
  }
  // A dot alone matches at once; `T` waits for the end of the number.
  return found.map((each) => (each.endsWith(".") ? `${each}T` : each));
}

function waysOf(element: string): readonly string[] | undefined {
  const [, body = "", dot = ""] = /^\[(.*)\](\.?)$/.exec(element) ?? [];
  const digits = new Set<number>();
  const others = new Set<string>();
  for (const [part, first = part, last = first] of body.matchAll(/(\d)-(\d)|[^,\s]/g))
    if (!/^\d/.test(part)) others.add(part);
    else for (let digit = Number(first); digit <= Number(last); digit++) digits.add(digit);
  const ranges: { readonly first: number; last: number }[] = [];
  for (const digit of [...digits].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range?.last === digit - 1) range.last = digit;
    else ranges.push({ first: digit, last: digit });
  }
  const ways = [...ranges.map(({ first, last }) => (first === last ? String(first) : `[${first}-${last}]`)), ...others];
  return dot !== "" && ways.length > 1 ? undefined : ways.map((way) => way + dot);
}
