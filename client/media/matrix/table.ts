import * as l10n from "@vscode/l10n";
import type { Matrix, MatrixCell, MatrixRow, MatrixValue } from "../../../server/src/preview/matrix";
import { nothingMatches } from "../shared/compared";
import { element } from "../shared/element";
import { hasWords, wordsOf } from "../shared/filter";
import type { MatrixShown } from "./messages";
import { placeOf } from "./words";

// The table of settings and devices: a grid, so that the arrow keys lead from cell to cell.

export interface Choice {
  readonly filter: string;
  /** Only settings that are not the same on all. */
  readonly differences: boolean;
  /** One column for devices that are alike. */
  readonly joined: boolean;
  /** Rows that are shown, at most. */
  readonly rows: number;
}

interface TableView {
  readonly table: HTMLElement | undefined;
  /** Settings that the filters leave, and all of them. */
  readonly count: number;
  readonly of: number;
  /** Settings that are left and not shown. */
  readonly more: number;
}

export function tableView({ answer, sinceSaved }: MatrixShown, choice: Choice): TableView {
  if (!answer) return { table: undefined, count: 0, of: 0, more: 0 };
  const { matrix } = answer;
  const words = wordsOf(choice.filter);
  const found = matrix.rows.filter(
    (row) =>
      (sinceSaved || !choice.differences || !row.isSame) && (words.length === 0 || hasWords(wordsIn(row), words)),
  );
  const count = found.length;
  const of = matrix.rows.length;
  if (count === 0) return { table: words.length > 0 && of > 0 ? nothingMatches() : undefined, count, of, more: 0 };
  const columns = columnsOf(matrix, choice.joined, sinceSaved);
  const rows = found.slice(0, choice.rows);
  const table = element(
    "table",
    { role: "grid", "aria-label": l10n.t("Settings of each device"), "aria-readonly": "true" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col", class: "corner" }, l10n.t("Setting")),
        ...columns.map((column) => element("th", { scope: "col" }, headOf(column, matrix))),
      ),
    ),
    element("tbody", {}, ...rows.map((row) => rowOf(row, columns, sinceSaved))),
  );
  return { table, count, of, more: count - rows.length };
}

/** Everything in a row that a person may look for. */
function wordsIn({ name, cells }: MatrixRow): string {
  const of = (value: MatrixValue | undefined) => (value ? `${value.value} ${value.file ?? ""}` : "");
  return [name, ...cells.flatMap(({ now, was }) => [of(now), of(was)])].join("\n");
}

/** Indexes of the devices of each column. Of a change only devices that it reaches. */
function columnsOf(
  { devices, alike, rows }: Matrix,
  isJoined: boolean,
  isChange: boolean,
): readonly (readonly number[])[] {
  const isReached = (device: number) => rows.some(({ of }) => (of[device] ?? -1) >= 0);
  const all = isJoined ? alike : devices.map((_, i) => [i]);
  return isChange ? all.filter(([first = 0]) => isReached(first)) : all;
}

function headOf(column: readonly number[], { devices }: Matrix): Node {
  const names = column.map((i) => devices[i]?.label ?? "");
  return element("span", { class: "devices" }, ...names.map((name) => element("span", {}, name)));
}

function rowOf(row: MatrixRow, columns: readonly (readonly number[])[], isChange: boolean): HTMLElement {
  const { name, cells, of } = row;
  const indexes = columns.map(([first = 0]) => of[first] ?? -1);
  const usual = isChange || row.isSame ? undefined : usualOf(indexes, cells, columns);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    ...indexes.map((i, column) => {
      const cell = cells[i];
      const place = cell?.now;
      const isUnusual = usual !== undefined && meaningOf(cell) !== usual;
      return element(
        "td",
        {
          tabindex: "-1",
          "data-focus": `${name} ${columns[column]?.join(" ") ?? ""}`,
          ...(place && { "data-line": String(place.line), title: placeOf(place) }),
          ...(place?.file !== undefined && { "data-file": place.file }),
          ...(isUnusual && { class: "unusual" }),
        },
        ...(isChange ? changeParts(cell) : valueParts(cell?.now)),
      );
    }),
  );
}

/** What most devices of a row have; undefined where no value is more usual than another. */
function usualOf(
  indexes: readonly number[],
  cells: readonly MatrixCell[],
  columns: readonly (readonly number[])[],
): string | undefined {
  const counts = new Map<string, number>();
  for (const [column, i] of indexes.entries()) {
    const meaning = meaningOf(cells[i]);
    counts.set(meaning, (counts.get(meaning) ?? 0) + (columns[column]?.length ?? 1));
  }
  const [[first, most] = ["", 0], [, second] = ["", 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return most > second ? first : undefined;
}

function meaningOf(cell: MatrixCell | undefined): string {
  return cell?.now ? `=${cell.now.value}${cell.now.isCertain ? "" : "?"}` : "";
}

function valueParts(value: MatrixValue | undefined): (Node | string)[] {
  if (!value) return [element("span", { class: "note" }, "–", spoken(l10n.t("not set")))];
  return [
    textOf(value),
    ...(value.isCertain
      ? []
      : [element("span", { class: "sign warn", title: l10n.t("or something else: not everything is known") }, " ?")]),
    element("span", { class: "note line" }, ` ${placeOf(value)}`),
  ];
}

function changeParts(cell: MatrixCell | undefined): (Node | string)[] {
  if (!cell) return [element("span", { class: "note" }, "·", spoken(l10n.t("no change")))];
  const { now, was } = cell;
  return [
    was ? element("s", {}, textOf(was)) : element("span", { class: "note" }, l10n.t("not set")),
    " → ",
    ...(now ? valueParts(now) : [element("span", { class: "note" }, l10n.t("not set"))]),
  ];
}

function textOf({ value }: MatrixValue): Node {
  return value === "" ? element("span", { class: "note" }, l10n.t("(empty)")) : element("code", {}, value);
}

/** For screen readers, in place of a sign. */
function spoken(words: string): HTMLElement {
  return element("span", { class: "spoken" }, ` ${words}`);
}
