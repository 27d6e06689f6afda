// Patterns of a configuration, matched against one file at a time: neither does the disk have to be searched for what
// matches, nor is a file compared with each of very many patterns.
import * as l10n from "@vscode/l10n";
import picomatch from "picomatch";
import { pathParts } from "./pathParts";
import { PatternFault } from "./patternFault";

/** Patterns that are compared one by one with a name. */
const maxAlike = 1_000;
const maxPatternLength = 1_000;
/** The time that a wildcard takes is multiplied by the length of a name with each further one. */
const maxStars = 5;

/**
 * Names of files in a folder: a pattern without `/` counts at any depth, a folder matches all files in it, and a pattern
 * after `!` takes files out again.
 */
export class PathPatterns {
  readonly #in = new PatternIndex();
  readonly #out = new PatternIndex();
  readonly #isEmpty: boolean;

  private constructor(patterns: readonly string[]) {
    for (const pattern of patterns) {
      if (pattern.startsWith("!") && !pattern.startsWith("!(")) this.#out.add(pattern.slice(1));
      else this.#in.add(pattern);
    }
    this.#in.build();
    this.#out.build();
    this.#isEmpty = patterns.length === 0;
  }

  /** A fault for patterns that would take too long. */
  static read(patterns: readonly string[]): PathPatterns | PatternFault {
    try {
      return new PathPatterns(patterns);
    } catch (fault) {
      if (fault instanceof PatternFault) return fault;
      throw fault;
    }
  }

  /** Whether the file with these folders and this name is one. */
  has(parts: readonly string[]): boolean {
    return !this.#isEmpty && this.#in.matches(parts) && !this.#out.matches(parts);
  }
}

interface Wildcard {
  readonly pattern: string;
  readonly atAnyDepth: boolean;
  matcher?: (text: string) => boolean;
}

/** A segment of a pattern by what it begins and ends with: `site-*.xml` by `site-` and `.xml`. */
interface Ends {
  readonly start: string;
  readonly end: string;
}

const special = /[*?[\](){}!+@|\\,]/;

class PatternIndex {
  /** Patterns without wildcards: names at any depth, and paths. */
  readonly #names = new Set<string>();
  readonly #paths = new Set<string>();
  readonly #wildcards: Wildcard[] = [];
  readonly #byEnds = new Map<string, Wildcard[]>();
  /** The lengths that the ends have. */
  #lengths: readonly (readonly [number, number])[] = [];
  readonly #others: Wildcard[] = [];

  add(text: string): void {
    if (text.length > maxPatternLength)
      throw new PatternFault(l10n.t("A pattern is longer than {0} characters.", maxPatternLength));
    const atAnyDepth = !text.includes("/");
    const pattern = text.replace(/^\.?\//, "").replace(/\/$/, "");
    if (!special.test(pattern)) (atAnyDepth ? this.#names : this.#paths).add(pathParts(pattern).join("/"));
    else if (pattern.split("/").some((segment) => stars(segment) > maxStars))
      throw new PatternFault(
        l10n.t("The pattern {0} has more than {1} wildcards between two slashes.", text, maxStars),
      );
    else this.#wildcards.push({ pattern, atAnyDepth });
  }

  /** Files each pattern under the ends that the fewest others have. */
  build(): void {
    const counts = new Map<string, number>();
    const ends = this.#wildcards.map(({ pattern }) => endsOf(pattern));
    for (const key of ends.flat().map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
    const lengths = new Map<string, readonly [number, number]>();
    for (const [i, wildcard] of this.#wildcards.entries()) {
      let best: Ends | undefined;
      for (const each of ends[i] ?? [])
        if (!best || (counts.get(keyOf(each)) ?? 0) < (counts.get(keyOf(best)) ?? 0)) best = each;
      const list = best ? listAt(this.#byEnds, keyOf(best)) : this.#others;
      if (best) lengths.set(`${best.start.length} ${best.end.length}`, [best.start.length, best.end.length]);
      if (list.push(wildcard) > maxAlike)
        throw new PatternFault(
          l10n.t("More than {0} patterns such as {1} have the same start and end.", maxAlike, wildcard.pattern),
        );
    }
    this.#lengths = [...lengths.values()];
  }

  matches(segments: readonly string[]): boolean {
    let folder = "";
    for (const segment of segments) {
      folder = folder === "" ? segment : `${folder}/${segment}`;
      if (this.#names.has(segment) || this.#paths.has(folder)) return true;
    }
    if (this.#wildcards.length === 0) return false;
    const file = segments.join("/");
    for (const segment of segments)
      for (const [start, end] of this.#lengths) {
        if (start + end > segment.length) continue;
        const key = keyOf({ start: segment.slice(0, start), end: segment.slice(segment.length - end) });
        if (this.#byEnds.get(key)?.some((wildcard) => isMatch(wildcard, file))) return true;
      }
    return this.#others.some((wildcard) => isMatch(wildcard, file));
  }
}

function stars(segment: string): number {
  return segment === "**" ? 1 : segment.split("*").length - 1;
}

const keyOf = ({ start, end }: Ends) => `${start}/${end}`;

function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Of each segment that begins or ends with what it means; none where brackets may contain a slash. */
function endsOf(pattern: string): Ends[] {
  if (/[[\](){}\\]/.test(pattern)) return [];
  return pattern.split("/").flatMap((segment) => {
    const start = /^[^*?!+@|,]*/.exec(segment)?.[0] ?? "";
    const end = start === segment ? "" : (/[^*?!+@|,]*$/.exec(segment)?.[0] ?? "");
    return start === "" && end === "" ? [] : [{ start, end }];
  });
}

function isMatch(wildcard: Wildcard, file: string): boolean {
  const { pattern, atAnyDepth } = wildcard;
  const deep = atAnyDepth ? `**/${pattern}` : pattern;
  wildcard.matcher ??= picomatch([deep, `${deep}/**`], { posix: true });
  return wildcard.matcher(file);
}
