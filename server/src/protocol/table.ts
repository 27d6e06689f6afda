import type { Severity } from "../text/span";
import type { Place, PlaceRange } from "./place";

export interface TableRequests {
  /** A table of a file with its rows; null where its dialect has none. */
  "flatProfile/table": { readonly params: TableParams; readonly result: TableAnswer | null };
  /** Edits of a cell or row; null where the table is another one by now. */
  "flatProfile/tableEdits": { readonly params: TableEditsParams; readonly result: TableEditsAnswer | null };
  /** Where a cell or row is. */
  "flatProfile/tablePlace": { readonly params: TablePlaceParams; readonly result: PlaceRange | null };
}

interface TableParams {
  readonly textDocument: { readonly uri: string };
  /** The table here; */
  readonly position?: Place | undefined;
  /** otherwise that of the key, otherwise the first of the file. */
  readonly key?: string;
}

export interface TableProblem {
  readonly severity: Severity;
  readonly message: string;
}

export interface TableCell {
  /** Masked where it is secret. */
  readonly text: string;
  readonly secret?: true;
  /** A template fills it in. */
  readonly fixed?: true;
  readonly problems?: readonly TableProblem[];
}

interface TableColumn {
  readonly name: string;
  readonly note: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export interface TableRow {
  readonly label: string;
  /** In the order of the columns; fewer where the row is too short. */
  readonly cells: readonly TableCell[];
  /** Of the row as a whole. */
  readonly problems?: readonly TableProblem[];
}

export interface TableAnswer {
  readonly version: number;
  /** The tables of the file; a key stays while tables of other names come and go. */
  readonly tables: readonly { readonly key: string; readonly name: string; readonly rows: number }[];
  /** Absent where the file has none. */
  readonly table?: {
    readonly key: string;
    readonly name: string;
    readonly columns: readonly TableColumn[];
    readonly rows: readonly TableRow[];
  };
}

/** The row and what it is called, which must fit. */
interface RowParams {
  readonly textDocument: { readonly uri: string };
  readonly key: string;
  readonly row?: number;
  readonly label?: string;
}

interface TablePlaceParams extends RowParams {
  readonly column?: number;
}

export interface TableEditsParams extends RowParams {
  readonly action: "set" | "add" | "remove";
  readonly column?: number;
  /** The cell as the page shows it, which must fit, and its new value. */
  readonly before?: string;
  readonly text?: string;
}

export interface TableEditsAnswer {
  readonly version: number;
  readonly edits: readonly {
    readonly range: PlaceRange;
    readonly newText: string;
  }[];
}
