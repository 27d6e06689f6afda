import type { Parameter, ParameterHead } from "./model";
import {
  type IndexRanges,
  isSecretAt,
  type PackedCatalogue,
  type Presence,
  presenceOf,
  rangesByFamily,
  unpack,
} from "./packed";
import { hasOnlyPlaces, type NamePattern, parsePattern } from "./pattern";

/** What a search of all names needs. */
export interface Outline {
  readonly name: string;
  readonly index: IndexRanges | undefined;
}

/** A catalogue as it was read, whose parameters are still lines. */
export interface Lines {
  readonly packed: PackedCatalogue;
  readonly rows: readonly string[];
}

/** One pattern of a catalogue. The parameter itself is read when it is asked for: most files need a part of them. */
export class Entry implements Outline, ParameterHead {
  #parameter: Parameter | undefined;
  #pattern: NamePattern | undefined;
  #hasOnlyPlaces: boolean | undefined;

  private constructor(
    readonly name: string,
    readonly path: string,
    readonly index: IndexRanges | undefined,
    private readonly from: Lines | undefined,
    private readonly at: number,
  ) {}

  static of(parameter: Parameter): Entry {
    const entry = new Entry(parameter.name, parameter.path, parameter.index, undefined, -1);
    entry.#parameter = parameter;
    return entry;
  }

  /** The parameter in place `at`. */
  static ofLine(from: Lines, at: number): Entry {
    const { names, indexes, index } = from.packed;
    return new Entry(names[at] ?? "", pathIn(from.packed, at), index[indexes[at] ?? -1]?.[0], from, at);
  }

  take(): Parameter {
    this.#parameter ??= this.#unpack();
    return this.#parameter;
  }

  #unpack(): Parameter {
    if (!this.from) throw new RangeError(`no row ${this.at}`);
    return unpack(this.from.packed, this.at, this.from.rows[this.at] ?? "[]");
  }

  get #presence(): Presence {
    return this.#parameter ?? (this.from ? presenceOf(this.from.packed, this.at) : this.take());
  }

  get families(): Parameter["families"] {
    return this.#presence.families;
  }

  get products(): readonly string[] | undefined {
    return this.#presence.products;
  }

  get since(): string | undefined {
    return this.#presence.since;
  }

  get sinceByFamily(): Parameter["sinceByFamily"] {
    return this.#presence.sinceByFamily;
  }

  get indexByFamily(): Parameter["indexByFamily"] {
    return this.from ? rangesByFamily(this.from.packed, this.at) : this.take().indexByFamily;
  }

  get secret(): boolean {
    return this.from ? isSecretAt(this.from.packed, this.at) : this.take().secret === true;
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
