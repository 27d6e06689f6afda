import type { Parameter } from "./model";
import { type IndexRanges, type PackedCatalogue, unpack } from "./packed";
import { hasOnlyPlaces, type NamePattern, parsePattern } from "./pattern";

/** What a search of all names needs. */
export interface Outline {
  readonly name: string;
  readonly index: IndexRanges | undefined;
}

/** A catalogue as it was read, whose parameters are still lines. */
export interface Lines {
  readonly packed: PackedCatalogue;
  readonly lines: readonly string[];
}

/** One pattern of a catalogue. The parameter itself is read when it is asked for: most files need a part of them. */
export class Entry implements Outline {
  #pattern: NamePattern | undefined;
  #hasOnlyPlaces: boolean | undefined;

  private constructor(
    readonly name: string,
    readonly path: string,
    readonly index: IndexRanges | undefined,
    private source: Parameter | Lines,
    private readonly at: number,
  ) {}

  static of(parameter: Parameter): Entry {
    return new Entry(parameter.name, parameter.path, parameter.index, parameter, -1);
  }

  /** The parameter in place `at`. */
  static ofLine(from: Lines, at: number): Entry {
    const { names, indexes, index } = from.packed;
    return new Entry(names[at] ?? "", pathIn(from.packed, at), index[indexes[at] ?? -1]?.[0], from, at);
  }

  take(): Parameter {
    const { source, at } = this;
    if (!("lines" in source)) return source;
    const parameter = unpack(source.packed, at, source.lines[at + 1] ?? "[]");
    this.source = parameter;
    return parameter;
  }

  get pattern(): NamePattern {
    this.#pattern ??= parsePattern(this.name);
    return this.#pattern;
  }

  /** Every number in a name of this pattern is at one of its places, and every place has a number. */
  get hasOnlyPlaces(): boolean {
    this.#hasOnlyPlaces ??= hasOnlyPlaces(this.pattern);
    return this.#hasOnlyPlaces;
  }
}

/** All patterns of a catalogue. Of most only the name is looked at: the others are made. */
export class Entries {
  readonly #from: Lines | undefined;
  readonly #made: (Entry | undefined)[];

  private constructor(
    readonly names: readonly string[],
    from: Lines | undefined,
    made: (Entry | undefined)[],
  ) {
    this.#from = from;
    this.#made = made;
  }

  static ofLines(from: Lines): Entries {
    return new Entries(from.packed.names, from, []);
  }

  static of(entries: readonly Entry[]): Entries {
    const names = entries.map(({ name }) => name);
    return new Entries(names, undefined, [...entries]);
  }

  pathAt(at: number): string {
    return this.#from ? pathIn(this.#from.packed, at) : this.at(at).path;
  }

  at(at: number): Entry {
    let entry = this.#made[at];
    if (!entry) {
      if (!this.#from) throw new RangeError(`no entry ${at}`);
      entry = Entry.ofLine(this.#from, at);
      this.#made[at] = entry;
    }
    return entry;
  }

  all(): readonly Entry[] {
    return this.names.map((_, at) => this.at(at));
  }
}

function pathIn({ place, places }: PackedCatalogue, at: number): string {
  return place[places[at] ?? -1]?.[0] ?? "";
}
