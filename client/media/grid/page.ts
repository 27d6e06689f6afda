import * as l10n from "@vscode/l10n";
import type { TableCell, TableProblem } from "../../../server/src/protocol/table";
import { filterField, hint, nothingMatches } from "../shared/compared";
import { element } from "../shared/element";
import { hasWords, wordsOf } from "../shared/filter";
import { keepingFocus } from "../shared/focus";
import { GridKeys } from "../shared/gridKeys";
import { setStatus } from "../shared/status";
import { tool } from "../shared/tool";
import { withCode } from "../shared/withCode";
import { CellEditor } from "./cellEditor";
import type { FromPanel, GridShown, ToPanel } from "./messages";
import { type Place, RowViews, type ShownTable } from "./rowViews";
import { columnWords, sentenceOf, sizeOf } from "./words";

export interface Kept {
  readonly filter: string;
}

interface Outside {
  keep(state: Kept): void;
  send(message: FromPanel): void;
}

/** Cells that are shown at first, and with each further step: each is an element of the page. */
const cellStep = 6_000;

/** Builds the page once and changes what differs with each message, so that a person can go on in the table. */
export class GridPage {
  #shown: GridShown | undefined;
  #cells = cellStep;
  /** The row to go to when it is there: that of the highest number is new. */
  #awaits: { readonly rows: number; readonly column: number } | undefined;
  readonly #title = element("h1", {}, l10n.t("Table"));
  readonly #select = element("select", { "data-focus": "table", "aria-label": l10n.t("Table") });
  readonly #filter: HTMLInputElement;
  readonly #sentence = element("p", { class: "sentence", role: "status" });
  /** What is known of the cell with the focus. */
  readonly #about = element("p", { class: "about", role: "status", id: "about" });
  readonly #scrolled = element("div", { class: "scrolled" });
  readonly #more = element("button", { type: "button", class: "tool more", "data-action": "more" });
  readonly #views = new RowViews();
  readonly #keys: GridKeys;
  readonly #editor: CellEditor;

  constructor(
    readonly panel: HTMLElement,
    { filter = "" }: Partial<Kept>,
    readonly outside: Outside,
  ) {
    this.#filter = filterField(l10n.t("Filter rows"), filter);
    const tools = element(
      "div",
      { class: "tools", role: "toolbar", "aria-label": l10n.t("Table") },
      this.#select,
      tool("add", l10n.t("Add Row")),
      tool("remove", l10n.t("Delete Row")),
      tool("reveal", l10n.t("Show in File")),
    );
    panel.replaceChildren(
      element("header", {}, this.#title, tools, this.#filter, this.#about),
      this.#sentence,
      this.#scrolled,
      this.#more,
    );
    this.#keys = new GridKeys(this.#scrolled, (cell) => this.#edit(cell));
    this.#editor = new CellEditor(
      (cell, text) => this.#set(cell, text),
      (cell, key) => {
        if (key === undefined || !this.#keys.go(cell, { key })) cell.focus();
      },
    );
    this.#listen();
  }

  get #table(): ShownTable | undefined {
    return this.#shown?.answer?.table;
  }

  show(message: ToPanel): void {
    if (message.kind === "failed") {
      setStatus(this.#sentence, l10n.t("The table could not be read. See the output of Flat Profile."));
      return;
    }
    this.#shown = message;
    this.#paint(message);
    const rows = this.#table?.rows.map(({ label, cells }) => `${label}: ${cells.map(({ text }) => text).join(" | ")}`);
    this.outside.send({ kind: "shown", id: message.id, sentence: this.#sentence.textContent ?? "", rows: rows ?? [] });
  }

  #paint({ file, answer }: GridShown): void {
    const table = this.#table;
    this.#title.textContent = file;
    keepingFocus(this.panel, () =>
      this.#select.replaceChildren(
        ...(answer?.tables ?? []).map(({ key, name, rows }) =>
          element("option", { value: key, selected: key === table?.key }, sizeOf(name, rows)),
        ),
      ),
    );
    for (const part of this.panel.querySelectorAll<HTMLElement>(".tools, input[type=search]")) part.hidden = !table;
    setStatus(this.#sentence, sentenceOf(answer));
    if (!table) {
      this.#more.hidden = true;
      this.#views.clear();
      this.#scrolled.replaceChildren(hint(l10n.t("Open a file that has tables.")));
      return;
    }
    if (this.#views.show(table, Math.max(50, Math.floor(this.#cells / Math.max(1, table.columns.length))))) {
      this.#scrolled.replaceChildren(this.#views.element);
      this.#keys.renew();
    }
    if (!this.#keys.stop) this.#keys.renew();
    this.#select.value = table.key;
    this.#more.hidden = this.#views.left === 0;
    this.#more.textContent = l10n.t("Show {0} More", this.#views.left);
    this.#filterRows();
    this.#goToNew(table);
    this.#describe();
  }

  #goToNew({ rows }: ShownTable): void {
    if (!this.#awaits || rows.length <= this.#awaits.rows) return;
    const cell = this.#views.cellAt(rows.length - 1, this.#awaits.column);
    this.#awaits = undefined;
    cell?.focus();
    cell?.scrollIntoView({ block: "nearest" });
  }

  #filterRows(): void {
    const words = wordsOf(this.#filter.value);
    let shown = 0;
    for (const { row, label, cells } of this.#views.rows()) {
      row.hidden = words.length > 0 && !hasWords([label, ...cells.map(({ text }) => text)].join("\n"), words);
      if (!row.hidden) shown++;
    }
    this.#scrolled.querySelector(".note[role=status]")?.remove();
    if (shown === 0 && words.length > 0) this.#scrolled.append(nothingMatches());
  }

  /** What is wrong with the cell that has the focus, and what its column means. */
  #describe(): void {
    const place = this.#current();
    const table = this.#table;
    if (!place || !table) return;
    const row = table.rows[place.row];
    const column = table.columns[place.column];
    const problems: readonly TableProblem[] = [...(row?.cells[place.column]?.problems ?? []), ...(row?.problems ?? [])];
    this.#about.replaceChildren(
      element("strong", {}, l10n.t("Row {0}, {1}", row?.label ?? "", column?.name ?? "")),
      " ",
      ...problems.map(({ message }) => element("span", { class: "fault" }, ...withCode(message), " ")),
      column ? columnWords(column) : "",
    );
  }

  #current(): Place | undefined {
    const cell = this.#keys.stop;
    return cell ? this.#views.placeOf(cell) : undefined;
  }

  #edit(cell: HTMLTableCellElement, typed?: string): void {
    const { row = -1, column = -1 } = this.#views.placeOf(cell) ?? {};
    const shown = this.#table?.rows[row]?.cells[column];
    const head = this.#table?.columns[column];
    if (!shown || !head || shown.fixed) return;
    this.#editor.open(cell, {
      text: typed ?? (shown.secret ? "" : shown.text),
      name: l10n.t("Row {0}, {1}", this.#table?.rows[row]?.label ?? "", head.name),
      isSecret: shown.secret === true,
      options: head.options ?? [],
    });
  }

  #set(cell: HTMLTableCellElement, text: string | undefined): void {
    const place = this.#views.placeOf(cell);
    const table = this.#table;
    const row = place && table?.rows[place.row];
    const shown = row?.cells[place?.column ?? -1];
    if (!place || !table || !row || !shown) return;
    const isSame = text === undefined || (shown.secret ? text === "" : text === shown.text);
    const fresh: TableCell = isSame || shown.secret ? shown : { text };
    this.#views.put(place, fresh);
    if (isSame) return;
    this.outside.send({
      ...{ kind: "edit", action: "set", key: table.key, row: place.row, label: row.label },
      ...{ column: place.column, before: shown.text, text },
    });
  }

  #act(action: string | undefined): void {
    const table = this.#table;
    if (!table) return;
    const { key, rows } = table;
    const place = this.#current();
    const row = place && rows[place.row];
    const at = place && row && { row: place.row, label: row.label };
    if (action === "more") {
      this.#cells += cellStep;
      if (this.#shown) this.#paint(this.#shown);
    } else if (action === "add") {
      this.#awaits = { rows: rows.length, column: 0 };
      this.#cells = Math.max(this.#cells, (rows.length + 1) * table.columns.length);
      this.outside.send({ kind: "edit", action: "add", key });
    } else if (action === "remove" && at) this.outside.send({ kind: "edit", action: "remove", key, ...at });
    else if (action === "reveal")
      this.outside.send({ kind: "reveal", key, ...at, ...(at && { column: place.column }) });
  }

  #listen(): void {
    const { panel, outside } = this;
    panel.addEventListener("click", ({ target }) => {
      if (target instanceof Element) this.#act(target.closest<HTMLElement>("[data-action]")?.dataset.action);
    });
    this.#scrolled.addEventListener("dblclick", ({ target }) => {
      const cell = target instanceof Element ? target.closest("td") : null;
      if (cell && !this.#editor.isIn(cell)) this.#edit(cell);
    });
    this.#scrolled.addEventListener("focusin", () => this.#describe());
    this.#select.addEventListener("change", () => outside.send({ kind: "choose", key: this.#select.value }));
    this.#filter.addEventListener("input", () => {
      outside.keep({ filter: this.#filter.value });
      this.#filterRows();
    });
    // After a command of the editor the page has the focus again, and no part of it.
    window.addEventListener("focus", () => {
      if (document.activeElement === document.body) this.#keys.stop?.focus();
    });
    document.addEventListener("keydown", (event) => {
      const { target, key, altKey } = event;
      if (target instanceof HTMLInputElement) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && !altKey) {
        const command = commandOf(key, event.shiftKey);
        if (!command) return;
        outside.send({ kind: "run", command });
      } else if (target instanceof HTMLTableCellElement && !altKey && !isCommand) {
        if (key === "F2") this.#edit(target);
        // A character replaces the value, as in a spreadsheet; a space opens it, by the keys of the grid.
        else if (key.length === 1 && key !== " ") this.#edit(target, key);
        else return;
      } else return;
      event.preventDefault();
    });
  }
}

function commandOf(key: string, isShifted: boolean): "undo" | "redo" | "save" | undefined {
  const letter = key.toLowerCase();
  if (letter === "z") return isShifted ? "redo" : "undo";
  if (letter === "y") return "redo";
  return letter === "s" && !isShifted ? "save" : undefined;
}
