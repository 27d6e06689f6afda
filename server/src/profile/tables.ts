import type { Span } from "../text/span";
import type { ProfileDocument } from "./profileDocument";
import type { Segment, Setting } from "./setting";

// Values in rows under columns that are named once, so that a person can edit them as a grid.

/** A place that counts from the start of its segment. */
interface Placed {
  readonly segment: Segment;
  readonly span: Span;
}

export interface TableRow extends Placed {
  /** Its number or name. */
  readonly label: string;
  /** In the order of the columns; fewer where the row is too short. */
  readonly cells: readonly Setting[];
}

/** Its place is that of the names of its columns. */
export interface Table extends Placed {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** The tables of a dialect's files. */
export interface Tables {
  /** In the order of the file; rows that cannot be read as rows of a table are left out. */
  of(document: ProfileDocument): readonly Table[];
  /** The line of a new row, with the next free number and the default of each column. */
  newRow(document: ProfileDocument, table: Table): string;
}
