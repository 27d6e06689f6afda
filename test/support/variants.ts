import type { Span } from "../../server/src/text/span";

/** Texts near `text`, at most `count` of them and always the same: as it is typed, with slips, and numbers one off. */
export function variantsOf(text: string, count: number): readonly string[] {
  const all = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const [before, here, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    all.add(before + after);
    all.add(before + here + here + after);
    if (at + 1 < text.length) all.add(before + after.charAt(0) + here + after.slice(1));
    for (const extra of [" ", ",", ";", "(", ")", '"', "$", "-", "x", "9"])
      if (at % 3 === 0) all.add(before + extra + text.slice(at));
  }
  for (const match of text.matchAll(/\d+/g)) {
    const { index } = match;
    const end = index + match[0].length;
    for (const number of [Number(match[0]) + 1, Number(match[0]) - 1, 0, 99_999])
      all.add(text.slice(0, index) + number + text.slice(end));
  }
  all.add(text.toUpperCase());
  all.add(text.toLowerCase());
  for (const end of [" ", ";", ",", "\n", "|", "=", "%", "0"]) all.add(text + end);
  all.delete(text);
  const list = [...all];
  const step = Math.max(1, list.length / count);
  const picked: string[] = [];
  for (let at = 0; at < list.length && picked.length < count; at += step) picked.push(list[Math.floor(at)] ?? "");
  return picked;
}

/** Files near a profile: one with each of `count` texts near the value of each of its first settings. */
export function profilesNear(profile: string, count: number, maxSettings = 3): readonly string[] {
  const values = [...profile.matchAll(/>([^<>\n]+)</g)].slice(0, maxSettings);
  return values.flatMap(({ index, 1: value = "" }) =>
    variantsOf(value, count).map(
      (text) => profile.slice(0, index + 1) + text + profile.slice(index + 1 + value.length),
    ),
  );
}

/** Files near one of elements: with one of the first `count` twice, before the one in front of it, or with its value. */
export function elementsMoved(text: string, count: number): readonly string[] {
  const found = new Set<string>();
  const elements = [...text.matchAll(/<([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>([^<>]*)<\/\1\s*>/g)].slice(0, count);
  for (const [i, { 0: whole, 2: value = "", index }] of elements.entries()) {
    const [before, after] = [text.slice(0, index), text.slice(index + whole.length)];
    found.add(`${before}${whole}\n${whole}${after}`);
    const next = elements[i + 1];
    if (!next) continue;
    const [other, otherValue = ""] = [next[0], next[2]];
    const between = text.slice(index + whole.length, next.index);
    const rest = text.slice(next.index + other.length);
    found.add(before + other + between + whole + rest);
    const at = whole.lastIndexOf("<") - value.length;
    found.add(before + whole.slice(0, at) + otherValue + whole.slice(at + value.length) + after);
  }
  found.delete(text);
  return [...found];
}

const opposites = new Map([
  ["Yes", "No"],
  ["On", "Off"],
  ["true", "false"],
]);
for (const [one, other] of [...opposites]) opposites.set(other, one);

/** Files near `text`, at most `count` of each kind: without an element, with an empty one, with a switch set the other way, with a number one off. */
export function filesNear(text: string, count: number): readonly string[] {
  const elements = [...text.matchAll(/<([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>([^<>]*)<\/\1\s*>/g)].slice(0, count);
  const words = [...text.matchAll(/\b(?:Yes|No|On|Off|true|false)\b/g)].slice(0, count);
  const numbers = [...text.matchAll(/\d+/g)].slice(0, count);
  const changed = (start: number, length: number, after: string) =>
    text.slice(0, start) + after + text.slice(start + length);
  return [
    ...elements.map(({ index, 0: whole }) => changed(index, whole.length, "")),
    ...elements.map(({ index, 0: whole, 2: value = "" }) => {
      const at = index + whole.lastIndexOf("<") - value.length;
      return changed(at, value.length, "");
    }),
    ...words.map(({ index, 0: word }) => changed(index, word.length, opposites.get(word) ?? word)),
    ...numbers.flatMap(({ index, 0: digits }) =>
      [Number(digits) + 1, Number(digits) - 1].map((number) => changed(index, digits.length, String(number))),
    ),
  ];
}

/** Files near one of lines: without a line, with one twice, with the next one before it, with its value empty, off, or a number one off. */
export function linesNear(text: string): readonly string[] {
  const lines = text.split("\n");
  const found = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const put = (...fresh: readonly string[]) =>
      found.add([...lines.slice(0, at), ...fresh, ...lines.slice(at + 1)].join("\n"));
    put();
    put(line, line);
    const next = lines[at + 1];
    if (next) found.add([...lines.slice(0, at), next, line, ...lines.slice(at + 2)].join("\n"));
    const [head = line, value = ""] = /^([^=]*=\s*|(?:SET|ADD)\s+\S+\s+)(.*)$/.exec(line)?.slice(1) ?? [];
    if (value === "") continue;
    for (const fresh of ["", "0", "x", `${value}9`, value.replaceAll("'", "")]) put(head + fresh);
    for (const { 0: digits, index } of value.matchAll(/\d+/g))
      for (const number of [Number(digits) - 1, Number(digits) + 1])
        put(head + value.slice(0, index) + number + value.slice(index + digits.length));
  }
  found.delete(text);
  return [...found];
}

/** What differs from `before` in an answer, by its place: `files.0.url="x" -files.1`. */
export function changesOf(before: unknown, after: unknown): string {
  const [old, fresh] = [new Map(leavesOf(before, [])), new Map(leavesOf(after, []))];
  const [oldPlaces, places] = [placesIn(old.keys()), placesIn(fresh.keys())];
  return [
    ...[...oldPlaces]
      .filter((place) => !places.has(place) && !isBelow(place, oldPlaces, places))
      .map((place) => `-${place}`),
    ...[...fresh].filter(([place, value]) => old.get(place) !== value).map(([place, value]) => `${place}=${value}`),
  ].join(" ");
}

/** A part of something that is lost as a whole. */
function isBelow(place: string, old: ReadonlySet<string>, fresh: ReadonlySet<string>): boolean {
  const above = place.slice(0, Math.max(0, place.lastIndexOf(".")));
  return above !== "" && old.has(above) && !fresh.has(above);
}

function placesIn(leaves: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const leaf of leaves) {
    const parts = leaf.split(".");
    for (const [i] of parts.entries()) found.add(parts.slice(0, i + 1).join("."));
  }
  return found;
}

function* leavesOf(value: unknown, place: readonly string[]): Generator<readonly [place: string, value: string]> {
  const entries =
    value instanceof Map ? [...value] : typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) yield [place.join("."), JSON.stringify(value) ?? "nothing"];
  for (const [key, inner] of entries) yield* leavesOf(inner, [...place, String(key).replaceAll(".", "_")]);
}

interface Slip {
  readonly text: string;
  /** Where a place in `text` was before the slip. */
  back(offset: number): number;
}

/** Every slip of the hand at one place: a character left out, typed twice, changed for its neighbor, a blank before it, something else directly before or after a word. */
const slips: Readonly<Record<string, (text: string, at: number) => Slip>> = {
  without: (text, at) => ({
    text: text.slice(0, at) + text.slice(at + 1),
    back: (offset) => (offset > at ? offset + 1 : offset),
  }),
  twice: (text, at) => ({
    text: text.slice(0, at + 1) + text.slice(at),
    back: (offset) => (offset > at ? offset - 1 : offset),
  }),
  "blank before": (text, at) => ({
    text: `${text.slice(0, at)} ${text.slice(at)}`,
    back: (offset) => (offset > at ? offset - 1 : offset),
  }),
  swapped: (text, at) => ({
    text: text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
    back: (offset) => offset,
  }),
  ...Object.fromEntries(
    ["x", "7", "!"].flatMap((extra) => [
      [`${extra} before word`, (text: string, at: number) => atWordEdge(text, at, at, extra)],
      [`${extra} after word`, (text: string, at: number) => atWordEdge(text, at, at + 1, extra)],
    ]),
  ),
};

/** `extra` at `edge`, when the word of the character at `at` begins or ends there; otherwise the text as it is. */
function atWordEdge(text: string, at: number, edge: number, extra: string): Slip {
  const other = text.charAt(edge === at ? at - 1 : edge);
  const isEdge = /\w/.test(text.charAt(at)) && !/\w/.test(other);
  return {
    text: isEdge ? text.slice(0, edge) + extra + text.slice(edge) : text,
    back: (offset) => (offset > edge ? offset - 1 : offset),
  };
}

/**
 * What comes of each slip at each place, one line for places with the same words: `without 0-3 5: words`.
 * `wordsOf` gets the text with the slip, and how to write a place in it: as it was before, or `here` for the slip.
 */
export function slipsOf(
  text: string,
  wordsOf: (text: string, place: (span: Span) => string) => string,
): readonly string[] {
  return Object.entries(slips).flatMap(([name, slip]) => {
    const places = new Map<string, number[]>();
    for (let at = 0; at < text.length; at++) {
      const { text: typed, back } = slip(text, at);
      if (typed === text) continue;
      const words = wordsOf(typed, (span) => {
        const [start, end] = [back(span.start), back(span.end)];
        return start === at && end <= at + 1 ? "here" : `${start}-${end}`;
      });
      places.set(words, [...(places.get(words) ?? []), at]);
    }
    return [...places].map(([words, list]) => `${name} ${inRuns(list)}: ${words}`);
  });
}

/** `0-3 5` */
function inRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(" ");
}

/** Files near `text`: with `x` directly before or `7` directly after one of up to `count` words of values and attributes, or without it. */
export function wordsNear(text: string, count: number): readonly string[] {
  // Names of elements and attributes have tests of their own.
  const words = [...text.matchAll(/<\/?[\w:.-]*|[\w:.-]+(?==["'])|(\w+)/g)].filter(([, word]) => word !== undefined);
  const step = Math.max(1, words.length / count);
  const picked = words.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  return picked.flatMap(({ 0: word, index }) =>
    [`x${word}`, `${word}7`, ""].map((fresh) => text.slice(0, index) + fresh + text.slice(index + word.length)),
  );
}
