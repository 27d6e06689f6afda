import type { TableAnswer } from "../../../server/src/protocol/table";

// What the page of a table and the extension say to each other. No secret is in it.

export interface GridShown {
  readonly kind: "show";
  /** Counts the messages. */
  readonly id: number;
  readonly file: string;
  /** Null where files of this kind have no tables. */
  readonly answer: TableAnswer | null;
}

export type ToPanel = GridShown | { readonly kind: "failed" };

/** A row by its place in the table, and what it is called. */
export interface RowPlace {
  readonly row?: number;
  readonly label?: string;
}

export type FromPanel =
  | { readonly kind: "choose"; readonly key: string }
  | ({
      readonly kind: "edit";
      readonly key: string;
      readonly action: "set" | "add" | "remove";
      readonly column?: number;
      readonly before?: string;
      readonly text?: string;
    } & RowPlace)
  | ({ readonly kind: "reveal"; readonly key: string; readonly column?: number } & RowPlace)
  /** A command of the editor for the file. */
  | { readonly kind: "run"; readonly command: "undo" | "redo" | "save" }
  /** The page shows the message with this id. */
  | { readonly kind: "shown"; readonly id: number; readonly sentence: string; readonly rows: readonly string[] };
