/** What the reader knows between two lines. */
export interface State {
  /** The table that the lines belong to; empty outside of tables. */
  readonly table: string;
  /** Names of its columns; undefined until the heading was read. */
  readonly columns: readonly string[] | undefined;
}

export const startState: State = { table: "", columns: undefined };

export function sameState(a: State, b: State): boolean {
  return a.table === b.table && a.columns?.join() === b.columns?.join();
}
