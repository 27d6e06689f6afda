import * as l10n from "@vscode/l10n";
import type { TableAnswer, TableCell, TableProblem, TableRow } from "../../../server/src/protocol/table";
import { element } from "../shared/element";
import { sign } from "../shared/sign";
import { moodOf, problemWords } from "./words";

export type ShownTable = NonNullable<TableAnswer["table"]>;

export interface Place {
  readonly row: number;
  readonly column: number;
}

interface RowView {
  readonly row: HTMLTableRowElement;
  readonly head: HTMLTableCellElement;
  readonly cells: HTMLTableCellElement[];
  shown: TableRow;
}

/** The rows of a table on the page. Of another version only cells that differ are made anew: the others keep the focus. */
export class RowViews {
  #views: RowView[] = [];
  #key = "";
  #body = element("tbody", {});
  #places = new WeakMap<HTMLElement, Place>();
  element = element("table", {});
  /** Rows that are not shown. */
  left = 0;

  clear(): void {
    this.#views = [];
    this.#key = "";
  }

  /** True when the table is another one. */
  show({ key, name, columns, rows }: ShownTable, maxRows: number): boolean {
    const own = JSON.stringify([key, columns]);
    const isOther = own !== this.#key;
    if (isOther) {
      this.#key = own;
      this.#views = [];
      this.#places = new WeakMap();
      this.#body = element("tbody", {});
      const heads = columns.map((column) =>
        element("th", { scope: "col", title: column.note || undefined }, column.name),
      );
      this.element = element(
        "table",
        { role: "grid", "aria-label": name },
        element("thead", {}, element("tr", {}, element("th", { scope: "col", class: "corner" }, name), ...heads)),
        this.#body,
      );
    }
    const shown = rows.slice(0, maxRows);
    this.left = rows.length - shown.length;
    for (const [i, row] of shown.entries()) this.#showRow(i, row, columns.length);
    for (const { row } of this.#views.splice(shown.length)) row.remove();
    return isOther;
  }

  #showRow(i: number, shown: TableRow, width: number): void {
    let view = this.#views[i];
    if (!view) {
      const head = element("th", { scope: "row" });
      const cells = Array.from({ length: width }, (_, column) => {
        const cell = element("td", { tabindex: "-1" });
        this.#places.set(cell, { row: i, column });
        return cell;
      });
      view = { row: element("tr", {}, head, ...cells), head, cells, shown: { label: "", cells: [] } };
      for (const cell of cells) paintCell(cell, undefined);
      this.#views.push(view);
      this.#body.append(view.row);
    }
    const before = view.shown;
    view.shown = shown;
    if (before.label !== shown.label || isOther(before.problems, shown.problems)) paintHead(view.head, shown);
    for (const [column, cell] of view.cells.entries()) {
      const [old, now] = [before.cells[column], shown.cells[column]];
      if (isOther(old, now) && !cell.querySelector("input")) paintCell(cell, now);
    }
  }

  /** Shows what a person typed before the file has it. */
  put({ row, column }: Place, cell: TableCell): void {
    const view = this.#views[row];
    const place = view?.cells[column];
    if (!view || !place) return;
    view.shown = { ...view.shown, cells: view.shown.cells.map((old, i) => (i === column ? cell : old)) };
    paintCell(place, cell);
  }

  placeOf(cell: HTMLElement): Place | undefined {
    return this.#places.get(cell);
  }

  cellAt(row: number, column: number): HTMLTableCellElement | undefined {
    return this.#views[row]?.cells[column];
  }

  *rows(): Generator<TableRow & { readonly row: HTMLTableRowElement }> {
    for (const { row, shown } of this.#views) yield { ...shown, row };
  }
}

function isOther(a: unknown, b: unknown): boolean {
  return a !== b && JSON.stringify(a) !== JSON.stringify(b);
}

function paintHead(head: HTMLElement, { label, problems = [] }: TableRow): void {
  head.replaceChildren(label, ...problemParts(problems));
  head.title = problemWords(problems);
}

function paintCell(place: HTMLTableCellElement, cell: TableCell | undefined): void {
  const problems = cell?.problems ?? [];
  const mood = moodOf(problems);
  place.className = mood ?? "";
  place.title = problemWords(problems);
  place.setAttribute("aria-readonly", String(!cell || cell.fixed === true));
  place.setAttribute("aria-invalid", String(mood !== undefined));
  place.replaceChildren(
    ...(cell ? [] : [element("span", { class: "note" }, "–", element("span", { class: "spoken" }, l10n.t("missing")))]),
    ...(cell && cell.text !== "" ? [element("code", {}, cell.text)] : []),
    ...problemParts(problems),
  );
}

function problemParts(problems: readonly TableProblem[]): Node[] {
  const mood = moodOf(problems);
  return mood ? [sign(mood, "i"), element("span", { class: "spoken" }, problemWords(problems))] : [];
}
