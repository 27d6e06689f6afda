import { CellParts } from "../../profile/cells";
import {
  type CellRow,
  type Column,
  type Segment,
  type Setting,
  SettingOfParts,
  type ValueReading,
} from "../../profile/setting";
import type { Span } from "../../text/span";
import type { Word } from "./word";

/** The columns of a table, as its FORMAT line names them. */
export class Columns {
  #templated: Columns | undefined;

  constructor(
    readonly all: readonly Column[],
    /** They include passwords. */
    readonly hasSecret: boolean,
  ) {}

  /** Of a row in which a template fills in parts. */
  get templated(): Columns {
    this.#templated ??= new Columns(
      this.all.map((column) => ({ ...column, templated: true })),
      this.hasSecret,
    );
    return this.#templated;
  }
}

const none: readonly never[] = [];

/** Numbers more than these are not kept room for. */
const maxRoom = 100_000;

/** Where cells are that are being read; the same for all segments, as an array that grows is copied several times. */
export class Places {
  #all: number[] = [];
  count = 0;

  add(start: number, end: number): void {
    this.#all[this.count] = start;
    this.#all[this.count + 1] = end;
    this.count += 2;
  }

  from(first: number): readonly number[] {
    return this.#all.slice(first, this.count);
  }

  clear(): void {
    if (this.count > maxRoom) this.#all = [];
    this.count = 0;
  }
}

/** The cells of all rows in a segment. */
export class Cells {
  /** Where the value of each begins and ends, without the spaces around it. */
  places: readonly number[] = none;
  #segment: Segment | undefined;
  /** The settings that were asked for. */
  #made: (Setting | undefined)[] | undefined;

  constructor(readonly reading: ValueReading) {}

  belongTo(segment: Segment, places: readonly number[]): void {
    this.#segment = segment;
    this.places = places;
  }

  get text(): string {
    return this.#segment?.text ?? "";
  }

  /** The cell whose place is there in `places`. */
  setting(place: number, column: Column): Setting {
    this.#made ??= new Array(this.places.length / 2);
    const known = this.#made[place / 2];
    if (known) return known;
    const parts = new CellParts(column, this.places[place] as number, this.places[place + 1] as number);
    const setting = new SettingOfParts(this.#segment as Segment, parts, this.reading);
    this.#made[place / 2] = setting;
    return setting;
  }
}

/** A row of a table; files have thousands, so what follows from its text and its columns is worked out when it is asked for. */
export class Row implements CellRow {
  constructor(
    readonly of: Cells,
    readonly first: number,
    /** How many values it has. */
    readonly width: number,
    /** Undefined for a row of a table that has none. */
    readonly format: Columns | undefined,
    /** The name of its table. */
    readonly table: string,
    readonly numberStart: number,
    readonly numberLength: number,
    readonly start: number,
    readonly end: number,
    /** A template fills in parts of it. */
    readonly isTemplated: boolean,
  ) {}

  get number(): string {
    return this.of.text.slice(this.numberStart, this.numberStart + this.numberLength);
  }

  get index(): Word {
    const { number, numberStart: start } = this;
    return { text: number, span: { start, end: start + number.length } };
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get columns(): readonly Column[] {
    return this.format?.all ?? none;
  }

  get count(): number {
    return Math.min(this.width, this.columns.length);
  }

  get places(): readonly number[] {
    return this.of.places;
  }

  setting(cell: number): Setting {
    return this.of.setting(this.first + 2 * cell, this.columns[cell] as Column);
  }

  /** Its cells that have a column. */
  get settings(): readonly Setting[] {
    return Array.from({ length: this.count }, (_, i) => this.setting(i));
  }

  /** The places of all of its cells. */
  get cells(): readonly Span[] {
    const { places, first } = this;
    return Array.from({ length: this.width }, (_, i) => ({
      start: places[first + 2 * i] as number,
      end: places[first + 2 * i + 1] as number,
    }));
  }

  /** Its table has columns, and as many as it has cells. */
  get isFit(): boolean {
    return this.format?.all.length === this.width;
  }

  /** Its columns include passwords, or may. */
  get mayBeSecret(): boolean {
    return this.format?.hasSecret ?? true;
  }
}
