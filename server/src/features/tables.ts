import { FileEdits } from "../analysis/fileEdits";
import type { Snapshot } from "../analysis/snapshot";
import type { Setting } from "../profile/setting";
import type { Table } from "../profile/tables";
import type {
  TableAnswer,
  TableCell,
  TableEditsAnswer,
  TableEditsParams,
  TableProblem,
  TableRow,
} from "../protocol/table";
import type { Edit, Span } from "../text/span";
import { rangeOf } from "./feature";
import { isCount, isPosition, isText, oneOf, optional } from "./paramShapes";
import { type FileRequestFeature, fileParams } from "./requestFeature";
import { columnName } from "./rows";

/** The table at a place, or that of a key, or the first, with the names of all. */
export const table: FileRequestFeature<"flatProfile/table"> = {
  params: { ...fileParams, position: optional(isPosition), key: optional(isText) },
  empty: null,
  run({ version, snapshot, lines }, { position, key }): TableAnswer | null {
    const all = keyedTables(snapshot);
    if (!all) return null;
    const offset = position && lines.offsetAt(position);
    const here = offset === undefined ? undefined : all.find((each) => isAt(each.table, offset, snapshot));
    const shown = here ?? all.find((each) => each.key === key) ?? all[0];
    return {
      version,
      tables: all.map((each) => ({ key: each.key, name: each.table.name, rows: each.table.rows.length })),
      ...(shown && {
        table: { key: shown.key, name: shown.table.name, ...contentOf(shown.table, snapshot) },
      }),
    };
  },
};

/** Edits of one cell or row; null where the table is not as the page shows it. */
export const tableEdits: FileRequestFeature<"flatProfile/tableEdits"> = {
  params: {
    ...fileParams,
    key: isText,
    action: oneOf("set", "add", "remove"),
    row: optional(isCount),
    label: optional(isText),
    column: optional(isCount),
    before: optional(isText),
    text: optional(isText),
  },
  empty: null,
  run({ version, snapshot, lines }, params): TableEditsAnswer | null {
    const found = keyedTables(snapshot)?.find(({ key }) => key === params.key)?.table;
    const edits = found && editsFor(found, params, snapshot);
    if (!edits) return null;
    return { version, edits: edits.map(({ span, text }) => ({ range: rangeOf(span, lines), newText: text })) };
  },
};

/** Where a cell or row of a table is. */
export const tablePlace: FileRequestFeature<"flatProfile/tablePlace"> = {
  params: { ...fileParams, key: isText, row: optional(isCount), label: optional(isText), column: optional(isCount) },
  empty: null,
  run({ snapshot, lines }, { key, row: index, label, column }) {
    const found = keyedTables(snapshot)?.find((each) => each.key === key)?.table;
    if (!found) return null;
    const row = index === undefined ? undefined : found.rows[index];
    if (index !== undefined && row?.label !== label) return null;
    const cell = column === undefined ? undefined : row?.cells[column];
    const { segment } = row ?? found;
    return rangeOf(snapshot.document.inFile(segment, cell?.span ?? (row ?? found).span), lines);
  },
};

/** Tables of one name have a number in their keys. */
function keyedTables({ dialect, document }: Snapshot): readonly { key: string; table: Table }[] | undefined {
  if (document.form === "foreign") return undefined;
  const counts = new Map<string, number>();
  return dialect.tables?.of(document).map((each) => {
    const name = each.name.toUpperCase();
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return { key: `${name} ${count}`, table: each };
  });
}

/** Characters before the names of the columns that are looked at. */
const maxHeading = 300;

/** The place is in a line of the table, or in the line before it, which is its heading. */
function isAt({ rows, segment, span }: Table, offset: number, { document, source }: Snapshot): boolean {
  const start = document.inFile(segment, span).start;
  const last = rows.at(-1) ?? { segment, span };
  if (offset > document.inFile(last.segment, last.span).end || offset < start - maxHeading) return false;
  return offset >= start || (source.slice(offset, start).match(/\r\n|\r|\n/g) ?? []).length <= 1;
}

function contentOf({ name, columns, rows }: Table, snapshot: Snapshot) {
  const cellProblems = problemsIn(snapshot);
  return {
    columns: columns.map((column) => {
      const parameter = snapshot.catalogue.findPattern(column, name)?.parameter;
      const labels = parameter?.optionLabels;
      return {
        name: columnName({ name: column, path: name }),
        note: parameter?.note ?? "",
        ...(parameter?.options && {
          options: parameter.options.map((value) => ({ value, label: labels?.[value] ?? "" })),
        }),
      };
    }),
    rows: rows.map((row): TableRow => {
      const place = snapshot.document.inFile(row.segment, row.span);
      const base = place.start - row.span.start;
      const found = cellProblems(place);
      const rest = new Set(found);
      const cells = row.cells.map((cell) => {
        const here = found.filter(
          ({ span }) => span.start >= cell.parts.start + base && span.end <= cell.parts.end + base,
        );
        for (const each of here) rest.delete(each);
        return cellOf(cell, here, snapshot);
      });
      return { label: row.label, cells, ...problemPart([...rest]) };
    }),
  };
}

type Found = TableProblem & { readonly span: Span };

function cellOf(cell: Setting, problems: readonly Found[], snapshot: Snapshot): TableCell {
  const text = snapshot.shownText(cell);
  return {
    text,
    ...(text !== cell.text && { secret: true as const }),
    ...(cell.templated && { fixed: true as const }),
    ...problemPart(problems),
  };
}

function problemPart(problems: readonly Found[]): { problems?: readonly TableProblem[] } {
  return problems.length === 0 ? {} : { problems: problems.map(({ severity, message }) => ({ severity, message })) };
}

/** The problems that start in a row; rows are asked for in the order of the file. */
function problemsIn(snapshot: Snapshot): (row: Span) => readonly Found[] {
  const problems = snapshot.problems();
  let next = 0;
  return ({ start, end }) => {
    while ((problems[next]?.span.start ?? start) < start) next++;
    const first = next;
    while ((problems[next]?.span.start ?? end) < end) next++;
    return problems.slice(first, next);
  };
}

function editsFor(
  found: Table,
  { action, row: index, label, column, before, text }: TableEditsParams,
  snapshot: Snapshot,
): readonly Edit[] | undefined {
  const { dialect, document, source } = snapshot;
  const fileEdits = new FileEdits(source);
  if (action === "add") {
    const { segment, span } = found.rows.at(-1) ?? found;
    const at = endOfLine(segment.text, span.end);
    const fresh = { span: { start: at, end: at }, text: dialect.tables?.newRow(document, found) ?? "", line: span };
    return [fileEdits.inFile(fresh, document.startOf(segment))];
  }
  const row = index === undefined ? undefined : found.rows[index];
  if (!row || row.label !== label) return undefined;
  const start = document.startOf(row.segment);
  if (action === "remove") return [fileEdits.inFile({ span: row.span, text: "", line: row.span }, start)];
  const cell = column === undefined ? undefined : row.cells[column];
  if (!cell || cell.templated || text === undefined || snapshot.shownText(cell) !== before) return undefined;
  return dialect.write.setValue(cell, text).map((edit) => fileEdits.inFile(edit, start));
}

function endOfLine(text: string, from: number): number {
  const rest = /^[^\r\n]*/.exec(text.slice(from))?.[0].length ?? 0;
  return from + rest;
}

/** Where the columns of each table are named. */
export function tableStarts({ dialect, document }: Snapshot): readonly number[] {
  return (dialect.tables?.of(document) ?? []).map(({ segment, span }) => document.inFile(segment, span).start);
}
