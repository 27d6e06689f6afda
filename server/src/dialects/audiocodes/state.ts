import type { Comment, SectionTag, SettingParts } from "../../profile/setting";
import type { Problem, Span } from "../../text/span";
import type { Column } from "./cellParts";
import type { SectionKind } from "./tones/sections";

/** What the reader knows between two lines. */
export interface State {
  /** The table whose rows follow, as it is written; empty outside of tables. */
  readonly table: string;
  /** Its columns; undefined until a FORMAT line named them. */
  readonly columns: readonly Column[] | undefined;
  /** A setting came before the end of the table, which was reported. Rows after it are still read as rows. */
  readonly isLeft: boolean;
  /** The columns include passwords. */
  readonly hasSecret: boolean;
  /** The kind of section of a file of tones that the lines are in; undefined elsewhere. */
  readonly tones: SectionKind | undefined;
  /** The file is not text: nothing is said about it. */
  readonly isScrambled: boolean;
}

/** Outside of tables. */
export const noTable = { table: "", columns: undefined, isLeft: false, hasSecret: false } as const;

export const startState: State = {
  ...noTable,
  tones: undefined,
  isScrambled: false,
};

export function isSameState(a: State, b: State): boolean {
  return (
    a === b ||
    (a.table === b.table &&
      a.isLeft === b.isLeft &&
      a.tones === b.tones &&
      a.isScrambled === b.isScrambled &&
      namesOf(a.columns) === namesOf(b.columns))
  );
}

function namesOf(columns: readonly Column[] | undefined): string | undefined {
  return columns?.map(({ name }) => name).join();
}

/** A name with its place, which counts from the start of the segment. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** The line that names the columns of a table. */
export interface Format {
  readonly table: Word;
  readonly columns: readonly Word[];
}

/** A row of a table; files have thousands, so that places are numbers. */
export class Row {
  constructor(
    readonly table: string,
    readonly number: string,
    readonly numberStart: number,
    readonly start: number,
    readonly end: number,
    /** Its cells, without the spaces around them. */
    readonly cells: readonly Span[],
    /** A template fills in parts of it. */
    readonly isTemplated: boolean,
    /** Its table has columns, and as many as it has cells. */
    readonly isFit: boolean,
    /** Its columns include passwords, or may. */
    readonly mayBeSecret: boolean,
  ) {}

  get index(): Word {
    return { text: this.number, span: { start: this.numberStart, end: this.numberStart + this.number.length } };
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

/** Where what a line contains is put. */
export interface Draft {
  readonly settings: SettingParts[];
  readonly problems: Problem[];
  readonly comments: Comment[];
  readonly tags: SectionTag[];
  readonly templates: number[];
  readonly formats: Format[];
  readonly rows: Row[];
}
