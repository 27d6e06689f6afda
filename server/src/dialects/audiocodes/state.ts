import type { Comment, SectionTag, SettingParts } from "../../profile/setting";
import type { Problem } from "../../text/span";
import type { Cells, Columns, Places, Row } from "./rows";
import type { SectionKind } from "./tones/sections";
import type { Word } from "./word";

/** What the reader knows between two lines. */
export interface State {
  /** The table whose rows follow, as it is written; empty outside of tables. */
  readonly table: string;
  /** Its columns; undefined until a FORMAT line named them. */
  readonly columns: Columns | undefined;
  /** A setting came before the end of the table, which was reported. Rows after it are still read as rows. */
  readonly isLeft: boolean;
  /** The kind of section of a file of tones that the lines are in; undefined elsewhere. */
  readonly tones: SectionKind | undefined;
  /** The file is not text: nothing is said about it. */
  readonly isScrambled: boolean;
}

/** Outside of tables. */
export const noTable = { table: "", columns: undefined, isLeft: false } as const;

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

function namesOf(columns: Columns | undefined): string | undefined {
  return columns?.all.map(({ name }) => name).join();
}

/** The line that names the columns of a table. */
export interface Format {
  readonly table: Word;
  readonly columns: readonly Word[];
}

/** Where what a line contains is put. */
export interface Draft {
  /** Without cells. */
  readonly settings: SettingParts[];
  readonly problems: Problem[];
  readonly comments: Comment[];
  readonly tags: SectionTag[];
  readonly templates: number[];
  readonly formats: Format[];
  readonly rows: Row[];
  readonly cells: Cells;
  /** Where the value of each cell begins and ends. */
  readonly places: Places;
  /** Some line may have a placeholder. */
  readonly mayBeTemplated: boolean;
}
