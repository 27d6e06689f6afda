import type { Entries, Entry } from "./entry";
import { fold, foldedNames, foldedPattern, type NamePattern } from "./pattern";

// What names lead to: where the entries of a catalogue are, by the names and the paths of elements.

/** The entries at one path, by their places in the catalogue. */
interface Place {
  /** Names without index places. */
  readonly exact: Map<string, number>;
  /** Folded names of those with some. */
  readonly patterns: Map<string, number[]>;
}

export class NameIndex {
  /** By folded path. */
  readonly #places = new Map<string, Place>();
  /** Folded paths. */
  readonly #sections = new Set<string>();
  /** Some sections right in the profile have numbers in their names. */
  #hasNumbers = false;
  readonly #matchers = new Map<Entry, NamePattern>();

  constructor(
    readonly list: Entries,
    /** Names are the same in upper and lower case. */
    readonly ignoresCase: boolean,
  ) {
    for (let at = 0; at < list.names.length; at++) this.#add(at);
  }

  /** What names are compared by. */
  keyOf(name: string): string {
    return this.ignoresCase ? name.toUpperCase() : name;
  }

  placeOf(path: string): Place | undefined {
    const key = this.keyOf(path);
    return this.#places.get(key) ?? this.#places.get(fold(key));
  }

  hasSection(path: string): boolean {
    const key = this.keyOf(path);
    return this.#sections.has(key) || ((this.#hasNumbers || key.includes("/")) && this.#sections.has(fold(key)));
  }

  /** Of sections right in the profile. */
  get rootSections(): { has(name: string): boolean } {
    return this.#hasNumbers || this.ignoresCase ? { has: (name) => this.hasSection(name) } : this.#sections;
  }

  /** The places of all entries at a folded path. */
  *entriesAt(folded: string): Generator<number> {
    for (let at = 0; at < this.list.names.length; at++) if (this.#pathAt(at) === folded) yield at;
  }

  /** Folded names under which an entry is filed: one, or one for each letter. */
  foldedOf(at: number): readonly string[] {
    const name = this.list.names[at] ?? "";
    if (!name.includes("{")) return [fold(this.keyOf(name))];
    // Names are many, and hardly one has letters in its places.
    if (!name.includes("{letter}")) return [foldedPattern(this.keyOf(name))];
    const entry = this.list.at(at);
    return foldedNames(this.matcherOf(entry), entry.index);
  }

  /** The pattern as names are compared with it. */
  matcherOf(entry: Entry): NamePattern {
    if (!this.ignoresCase) return entry.pattern;
    let matcher = this.#matchers.get(entry);
    if (!matcher) {
      const { literals, places } = entry.pattern;
      matcher = { literals: literals.map((literal) => this.keyOf(literal)), places };
      this.#matchers.set(entry, matcher);
    }
    return matcher;
  }

  #pathAt(at: number): string {
    const path = this.list.pathAt(at);
    return path === "" ? "" : fold(this.keyOf(path));
  }

  #placeAt(path: string): Place {
    let place = this.#places.get(path);
    if (!place) {
      place = { exact: new Map(), patterns: new Map() };
      this.#places.set(path, place);
      for (let section = path; section !== ""; section = section.slice(0, Math.max(0, section.lastIndexOf("/"))))
        this.#sections.add(section);
      this.#hasNumbers ||= /^[^/]*0/.test(path);
    }
    return place;
  }

  #add(at: number): void {
    const { exact, patterns } = this.#placeAt(this.#pathAt(at));
    const name = this.list.names[at] ?? "";
    if (!name.includes("{")) {
      const key = this.keyOf(name);
      if (!exact.has(key)) exact.set(key, at);
      return;
    }
    for (const key of this.foldedOf(at)) {
      const bucket = patterns.get(key);
      if (bucket) bucket.push(at);
      else patterns.set(key, [at]);
    }
  }
}
