import * as l10n from "@vscode/l10n";
import type { Catalogue } from "../../schema/catalogue";
import { hasPlaceholder } from "../../text/placeholder";
import type { Problem, Span } from "../../text/span";
import { addPlaces, cellsOf, endOfRow, isBlank } from "./cells";
import { Columns, Row } from "./rows";
import { type Draft, noTable, type State } from "./state";
import type { Word } from "./word";

/** A table ends where the next section begins, whether it says so or not. */
export function leaveTable(state: State, line: string, start: number, span: Span, draft: Draft): State {
  if (state.table === "") return state;
  interruptTable(state, line, start, span, draft);
  return { ...state, ...noTable };
}

/** A setting within a table: its end is missing, or the setting is at the wrong place. */
export function interruptTable(state: State, line: string, start: number, span: Span, draft: Draft): State {
  const { table, columns, isLeft } = state;
  if (table === "" || isLeft) return state;
  const place = { start, end: start };
  draft.tags.push({ ...{ name: table, path: table, role: "section", kind: "close", span: place, nameSpan: place } });
  // A line with a placeholder may become the end.
  if (columns && !hasPlaceholder(line))
    draft.problems.push({
      ...{ code: "table/end", severity: "error", span },
      message: l10n.t("The table `{0}` has no end before this line. Its end is `[ \\{0} ]`.", table),
      fixes: [{ title: l10n.t("Insert `{0}`", `[ \\${table} ]`), edits: [{ span: place, text: `[ \\${table} ]\n` }] }],
    });
  return columns ? { ...state, isLeft: true } : { ...state, ...noTable };
}

export function readFormat(
  match: RegExpExecArray,
  line: string,
  at: number,
  state: State,
  isTemplated: boolean,
  catalogue: Catalogue,
  draft: Draft,
): State {
  const [, before = "", table = "", rest = ""] = match;
  const tableSpan = { start: at + before.length, end: at + before.length + table.length };
  const span = { start: at + before.length - before.trimStart().length, end: at + line.trimEnd().length };
  const restAt = line.length - rest.length;
  const body = rest.slice(0, readTerminator(rest, line, at, isTemplated, draft));
  const words = cellsOf(body).map(
    ({ start, end }): Word => ({
      text: body.slice(start, end),
      span: { start: at + restAt + start, end: at + restAt + end },
    }),
  );
  const columns = words.filter(({ text }) => text !== "");
  let after = state;
  if (table.toUpperCase() !== state.table.toUpperCase()) {
    if (state.table !== "") after = leaveTable(state, line, span.start, span, draft);
    // The section around it was not known to be a table.
    draft.tags.push({
      ...{ name: table, path: table, role: "section", kind: "open", span: { start: span.start, end: span.start } },
      nameSpan: tableSpan,
    });
  }
  const wrong = isTemplated
    ? undefined
    : columns.find(({ text }) => !text.toUpperCase().startsWith(`${table.toUpperCase()}_`));
  if (wrong)
    draft.problems.push({
      ...{ code: "table/format", severity: "error", span: wrong.span },
      message: l10n.t(
        "The column `{0}` is not one of the table `{1}`. Its columns begin with `{1}_`.",
        wrong.text,
        table,
      ),
    });
  draft.formats.push({ table: { text: table, span: tableSpan }, columns });
  const names = columns.map(({ text }) => catalogue.spelling(text, table));
  const hasSecret = names.some(
    (name) => catalogue.findPattern(name, table)?.parameter.secret ?? /passw|secret|key$/i.test(name),
  );
  const isOpen = isTemplated && hasPlaceholder(rest);
  const all = names.map((name) => ({ name, path: table, templated: false }));
  return { ...after, ...noTable, table, columns: isOpen ? undefined : new Columns(all, hasSecret) };
}

/** Where the values of a line end with its `;`; undefined where it has none, which is reported. */
function readTerminator(
  rest: string,
  line: string,
  at: number,
  isTemplated: boolean,
  draft: Draft,
): number | undefined {
  const ended = endOfRow(rest);
  if (isTemplated) draft.templates.push(at + line.length);
  else if (ended === undefined) draft.problems.push(noTerminator(line, at));
  return ended;
}

function noTerminator(line: string, at: number): Problem {
  const end = at + line.trimEnd().length;
  return {
    ...{ code: "table/row-terminator", severity: "error", span: { start: Math.max(at, end - 1), end } },
    message: l10n.t("The line does not end with `;`. The device does not load the table."),
    fixes: [{ title: l10n.t("Insert `{0}`", ";"), edits: [{ span: { start: end, end }, text: ";" }] }],
  };
}

/** `first` is where the line begins after blanks, `restAt` where its values do. */
export function readRow(
  line: string,
  first: number,
  restAt: number,
  at: number,
  state: State,
  isTemplated: boolean,
  catalogue: Catalogue,
  draft: Draft,
): State {
  let nameEnd = first;
  while (!isBlank(line.charCodeAt(nameEnd))) nameEnd++;
  let numberStart = nameEnd;
  while (isBlank(line.charCodeAt(numberStart))) numberStart++;
  let numberEnd = line.lastIndexOf("=", restAt - 1);
  while (isBlank(line.charCodeAt(numberEnd - 1))) numberEnd--;
  const isAsBefore = nameEnd - first === state.table.length && line.startsWith(state.table, first);
  const written = isAsBefore ? state.table : line.slice(first, nameEnd);
  const isThis = isAsBefore || written.toUpperCase() === state.table.toUpperCase();
  const isOfTable = state.columns !== undefined && isThis;
  const columns = isOfTable ? state.columns : undefined;
  const rest = line.slice(restAt);
  const bodyEnd = readTerminator(rest, line, at, isTemplated, draft) ?? rest.trimEnd().length;
  const { places, rows, problems } = draft;
  const firstPlace = places.count;
  const count = addPlaces(rest, bodyEnd, at + restAt, places);
  const start = at + first;
  const end = at + line.trimEnd().length;
  const format = isTemplated ? columns?.templated : columns;
  const numberAt = at + numberStart;
  const numberLength = numberEnd - numberStart;
  rows.push(new Row(draft.cells, firstPlace, count, format, written, numberAt, numberLength, start, end, isTemplated));
  if (isTemplated) return state;
  if (columns && count !== columns.all.length)
    problems.push(wrongWidth(places.from(firstPlace), columns.all.length, at + restAt, { start, end }));
  if (!isOfTable) problems.push(noFormat(written, { start, end }, state, catalogue));
  return state;
}

/** `places` are the starts and ends of all cells. */
function wrongWidth(places: readonly number[], columns: number, from: number, row: Span): Problem {
  const extra = places[2 * columns];
  const span = extra === undefined ? { start: from, end: row.end } : { start: extra, end: places.at(-1) ?? extra };
  return {
    ...{ code: "table/row-columns", severity: "error", span: span.end > span.start ? span : row },
    message: l10n.t(
      "FORMAT names {1} columns, but the row has another number of values: {0}. The device does not load the row.",
      places.length / 2,
      columns,
    ),
  };
}

function noFormat(table: string, span: Span, state: State, catalogue: Catalogue): Problem {
  const isElsewhere = state.columns !== undefined;
  const known = isElsewhere ? [] : catalogue.concreteNames({}, table).filter((name) => /^\w+$/.test(name));
  const skeleton = `FORMAT ${table}_Index = ${known.join(", ")};\n`;
  return {
    ...{ code: "table/format", severity: "error", span },
    message: isElsewhere
      ? l10n.t("The row is of the table `{0}`, but the table here is `{1}`.", table, state.table)
      : l10n.t("No FORMAT line names the columns of `{0}`. The device does not load the row.", table),
    ...(known.length > 0 && {
      fixes: [
        {
          title: l10n.t("Insert a FORMAT line with all known columns"),
          edits: [{ span: { start: span.start, end: span.start }, text: skeleton }],
        },
      ],
    }),
  };
}
