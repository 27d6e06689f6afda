import type { MappedText } from "../text/mappedText";
import type { Problem, Span } from "../text/span";

/**
 * What a dialect read of one setting; offsets count from the segment. A dialect may give its own settings more parts,
 * which only its own code reads.
 */
export interface SettingParts {
  readonly name: string;
  /** Sections around it, joined by `/`; empty for a setting of the profile itself. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** -1 where the name is written elsewhere, as in the heading of a column. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The raw characters of the value. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The name written a second time where the setting ends; -1 in formats without that. */
  readonly endNameStart: number;
  readonly endNameEnd: number;
  /** The name or value contains a template placeholder: it is not judged. */
  readonly templated: boolean;
  /** Settings of one name that have the same object here are written alike, up to their values. */
  readonly writtenAs?: object;
}

/** How a format reads the value of a setting. */
export interface ValueReading {
  /** The value between two offsets of the segment's text, with the way back to the typed characters. */
  decode(text: string, start: number, end: number): MappedText;
  /** The text of the same value alone, where that costs less: files of tables have tens of thousands. */
  textOf?(text: string, start: number, end: number): string;
  /** The value sets nothing that can be judged: it is missing, or explicitly empty. */
  isEmpty(text: string): boolean;
  /** The line reports the state of a device rather than setting something. */
  isStatus?(parts: SettingParts): boolean;
}

/** What settings share that are written alike, with one value: only their place differs. */
export interface Written {
  /** What was worked out for it, for `WrittenMemo` alone. */
  memo?: unknown[] | undefined;
}

/** A parameter in a file. All spans count from the start of its segment. */
export abstract class Setting {
  abstract readonly segment: Segment;
  abstract readonly parts: SettingParts;
  /** The value as the phone reads it. */
  abstract readonly value: MappedText;
  abstract readonly text: string;
  /** The value sets nothing that can be judged: it is missing, or explicitly empty. */
  abstract readonly isEmpty: boolean;
  /** The line reports the state of a device rather than setting something. */
  abstract readonly isStatus: boolean;
  abstract readonly written: Written | undefined;

  get name(): string {
    return this.parts.name;
  }

  /** The name in the letters of the file: where case does not matter, `name` is the one that is compared. */
  get writtenName(): string {
    return this.hasName ? this.segment.text.slice(this.parts.nameStart, this.parts.nameEnd) : this.name;
  }

  get path(): string {
    return this.parts.path;
  }

  get templated(): boolean {
    return this.parts.templated;
  }

  get span(): Span {
    return { start: this.parts.start, end: this.parts.end };
  }

  /** The name is written in the setting itself, so that it can be changed there. */
  get hasName(): boolean {
    return this.parts.nameStart >= 0;
  }

  /** The name, or the whole setting where its name is written elsewhere. */
  get nameSpan(): Span {
    return this.hasName ? { start: this.parts.nameStart, end: this.parts.nameEnd } : this.span;
  }

  get endNameSpan(): Span | undefined {
    const { endNameStart, endNameEnd } = this.parts;
    return endNameStart < 0 ? undefined : { start: endNameStart, end: endNameEnd };
  }

  get valueSpan(): Span {
    return this.value.source;
  }
}

/** A setting with parts of its own. */
export class SettingOfParts extends Setting {
  readonly #reading: ValueReading;
  #value: MappedText | undefined;
  #text: string | undefined;

  constructor(
    readonly segment: Segment,
    readonly parts: SettingParts,
    reading: ValueReading,
  ) {
    super();
    this.#reading = reading;
  }

  get written(): undefined {
    return undefined;
  }

  get value(): MappedText {
    if (this.#value) return this.#value;
    const { valueStart, valueEnd } = this.parts;
    const value = this.#reading.decode(this.segment.text, valueStart, valueEnd);
    // One that is as it was typed is made again in no time, and larger than all the rest of the setting.
    if (value.text.length !== valueEnd - valueStart) this.#value = value;
    return value;
  }

  get text(): string {
    this.#text ??=
      this.#value?.text ?? textOf(this.#reading, this.segment.text, this.parts.valueStart, this.parts.valueEnd);
    return this.#text;
  }

  get isEmpty(): boolean {
    return this.#reading.isEmpty(this.text);
  }

  get isStatus(): boolean {
    return this.#reading.isStatus?.(this.parts) ?? false;
  }
}

/** The value between two offsets, as the phone reads it. */
export function textOf(reading: ValueReading, text: string, start: number, end: number): string {
  return reading.textOf?.(text, start, end) ?? reading.decode(text, start, end).text;
}

/** The name of a setting, preceded by its path for one inside sections. */
export function keyOf(setting: Setting): string {
  return setting.path === "" ? setting.name : `${setting.path}/${setting.name}`;
}

/**
 * Whether a profile is asked for it by its name. A cell of a table is found by its row: thousands have the name of one
 * column, and all are in effect.
 */
function isFiled({ hasName }: Setting): boolean {
  return hasName;
}

/** Those of a segment. */
export function filedOf(segment: Segment): readonly Setting[] {
  // Who asks for `settings` makes objects of all cells.
  if (segment.named) return segment.named;
  const { settings } = segment;
  return settings.every(isFiled) ? settings : settings.filter(isFiled);
}

/** How many settings a segment has. */
export function settingCount(segment: Segment): number {
  const { rows, named } = segment;
  if (!rows || !named) return segment.settings.length;
  let count = named.length;
  for (let i = 0; i < rows.length; i++) count += (rows[i] as CellRow).count;
  return count;
}

export interface Comment {
  /** With its marks. */
  readonly span: Span;
  /** Between its marks. */
  readonly text: string;
  readonly textStart: number;
}

/** Where a section of a file begins or ends: an element around others, a heading with what follows it. */
export interface SectionTag {
  readonly name: string;
  /** Path of the section itself, `router-configuration/SNMP`; for the root and wrappers the bare name. */
  readonly path: string;
  readonly role: "wrapper" | "profile" | "section";
  /** A heading ends where the next one is. */
  readonly kind: "open" | "close" | "heading";
  /** The section opens and closes here. */
  readonly isEmpty?: boolean;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** What the cells of one column have in common. */
export interface Column {
  readonly name: string;
  /** The table. */
  readonly path: string;
  /** A template fills in parts of the row. */
  readonly templated: boolean;
}

/**
 * A row of a table whose cells are settings. Files have tens of thousands of cells, most of which are never looked at
 * alone, so a row knows where they are and makes a setting of one that is asked for, always the same.
 */
export interface CellRow {
  readonly start: number;
  readonly columns: readonly Column[];
  /** How many of its cells are settings: those that have a column. */
  readonly count: number;
  /** Where the value of each begins and ends: numbers from `first` on. */
  readonly places: readonly number[];
  readonly first: number;
  setting(cell: number): Setting;
}

/**
 * A stretch of a file that was read as one piece. An edit replaces the segments it touches and
 * leaves the others as they are, so whatever was worked out for them stays valid. For that reason
 * nothing in a segment counts from the start of the file: all offsets count from the segment's start.
 */
export interface Segment {
  readonly text: string;
  readonly settings: readonly Setting[];
  /** Where some of them are cells of tables: the rows, and the settings that are not cells. Both are in the order of the text. */
  readonly rows?: readonly CellRow[];
  readonly named?: readonly Setting[];
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  readonly tags: readonly SectionTag[];
  /** Where template constructs between elements end. */
  readonly templates: readonly number[];
  /** The state of the dialect's reader at the end; only the dialect reads it. */
  readonly after: unknown;
  /** How far beyond its end the reader looked to decide something inside. */
  readonly lookahead: number;
  /** What was worked out for it, for `SegmentMemo` alone. */
  memo?: unknown[] | undefined;
}

/** The last answer about each object of a kind, kept in the object itself, as thousands are asked for it in each file. */
class Memo<K extends { memo?: unknown[] | undefined }, T> {
  readonly #place: number;

  constructor(private readonly kind: { count: number }) {
    this.#place = kind.count++;
  }

  get(about: K): T | undefined {
    return about.memo?.[this.#place] as T | undefined;
  }

  set(about: K, answer: T): void {
    // Of its length from the start: one that grows takes room for sixteen more.
    about.memo ??= new Array(this.kind.count);
    about.memo[this.#place] = answer;
  }
}

const segmentMemos = { count: 0 };

export class SegmentMemo<T> extends Memo<Segment, T> {
  constructor() {
    super(segmentMemos);
  }
}

const writtenMemos = { count: 0 };

export class WrittenMemo<T> extends Memo<Written, T> {
  constructor() {
    super(writtenMemos);
  }
}
