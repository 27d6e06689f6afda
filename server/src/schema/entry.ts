import type { Parameter } from "./model";
import { type IndexRanges, type PackedCatalogue, unpack } from "./packed";
import { type NamePattern, parsePattern } from "./pattern";

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
    const { names, places, place, indexes, index } = from.packed;
    return new Entry(names[at] ?? "", place[places[at] ?? -1]?.[0] ?? "", index[indexes[at] ?? -1]?.[0], from, at);
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
}
