/** Rows that Page Up and Page Down go. */
const page = 10;

/** Leads through the cells of a table by keys, as a grid does: one cell is a stop of the Tab key, Enter acts on it. */
export class GridKeys {
  constructor(
    readonly container: HTMLElement,
    act: (cell: HTMLTableCellElement) => void = (cell) => cell.click(),
  ) {
    container.addEventListener("keydown", (event) => {
      const cell = event.target;
      if (!(cell instanceof HTMLTableCellElement) || event.altKey || event.metaKey) return;
      if (event.key === "Enter" || event.key === " ") act(cell);
      else if (!this.go(cell, event)) return;
      event.preventDefault();
    });
    container.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLTableCellElement) this.#stopAt(target);
    });
  }

  /** The table is another. */
  renew(): void {
    const first = this.container.querySelector("td");
    if (first) this.#stopAt(first);
  }

  /** The cell that is a stop of the Tab key. */
  get stop(): HTMLTableCellElement | null {
    return this.container.querySelector('td[tabindex="0"]');
  }

  #stopAt(cell: HTMLElement): void {
    for (const other of this.container.querySelectorAll<HTMLElement>('td[tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
  }

  /** Focuses the cell that a key leads to; false for other keys. */
  go(
    cell: HTMLTableCellElement,
    { key, ctrlKey = false }: { readonly key: string; readonly ctrlKey?: boolean },
  ): boolean {
    const row = cell.parentElement;
    const rows = [...(row?.parentElement?.querySelectorAll(":scope > tr:not([hidden])") ?? [])];
    const at = row ? rows.indexOf(row) : 0;
    const cells = [...(row?.querySelectorAll("td") ?? [])];
    const column = cells.indexOf(cell);
    const last = { row: rows.length - 1, column: cells.length - 1 };
    const places: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [at, column - 1],
      ArrowRight: [at, column + 1],
      ArrowUp: [at - 1, column],
      ArrowDown: [at + 1, column],
      PageUp: [Math.max(0, at - page), column],
      PageDown: [Math.min(last.row, at + page), column],
      Home: [ctrlKey ? 0 : at, 0],
      End: [ctrlKey ? last.row : at, last.column],
    };
    const place = places[key];
    if (!place) return false;
    const next = rows[place[0]]?.querySelectorAll("td")[place[1]];
    next?.focus();
    next?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }
}
