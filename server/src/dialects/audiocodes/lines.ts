import * as l10n from "@vscode/l10n";
import type { Comment, SectionTag, SettingParts } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { hasPlaceholder } from "../../text/placeholder";
import type { Fix, Problem, Span } from "../../text/span";
import { cellsOf, endOfRow } from "./cells";

// file    = *(line EOL)
// line    = blank / comment / heading / end / format / row / assignment
// comment = (";" / "#") any
// heading = "[" name "]"
// end     = "[" "\" table "]"
// format  = "FORMAT" table "_Index" "=" column *("," column) ";"
// row     = table 1*DIGIT "=" cell *("," cell) ";"
// assignment = name "=" value
// Names are the same in upper and lower case; blanks around them and around values do not count.

/** What the reader knows between two lines. */
export interface State {
  /** The table whose rows follow, as it is written; empty outside of tables. */
  readonly table: string;
  /** Names of its columns; undefined until a FORMAT line named them. */
  readonly columns: readonly string[] | undefined;
  /** The columns include passwords. */
  readonly hasSecret: boolean;
  /** The file is not text: nothing is said about it. */
  readonly isScrambled: boolean;
}

export const startState: State = { table: "", columns: undefined, hasSecret: false, isScrambled: false };

export function isSameState(a: State, b: State): boolean {
  return a === b || (a.table === b.table && a.isScrambled === b.isScrambled && a.columns?.join() === b.columns?.join());
}

/** A name with its place, which counts from the start of the segment. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** The line that names the columns of a table. */
export interface Format {
  readonly table: Word;
  readonly columns: readonly Word[];
}

/** A row of a table. */
export interface Row {
  readonly table: string;
  readonly index: Word;
  readonly span: Span;
  /** Its cells, without the spaces around them. */
  readonly cells: readonly Span[];
  /** A template fills in parts of it. */
  readonly isTemplated: boolean;
  /** Its table has columns, and as many as it has cells. */
  readonly isFit: boolean;
  /** Its columns include passwords, or may. */
  readonly mayBeSecret: boolean;
}

/** Where what a line contains is put. */
export interface Draft {
  readonly settings: SettingParts[];
  readonly problems: Problem[];
  readonly comments: Comment[];
  readonly tags: SectionTag[];
  readonly templates: number[];
  readonly formats: Format[];
  readonly rows: Row[];
  /** The line that is read. */
  line: string;
}

const assignment = /^([ \t]*)([A-Za-z\d][\w.-]*)([ \t]*)=([ \t]*)(.*)$/;
const rowLine = /^([ \t]*)([A-Za-z]\w*)([ \t]+)(\d+|\$\{?\w+\}?|\{\{[^}]*\}\})([ \t]*)=([ \t]*)(.*)$/;
const formatLine = /^([ \t]*FORMAT[ \t]+)([A-Za-z]\w*?)_Index[ \t]*=(.*)$/i;
const heading = /^[ \t]*\[[ \t]*([^\]\\]*?)[ \t]*\][ \t]*(?:;.*)?$/;
const ending = /^[ \t]*\[([ \t]*\\[ \t\\]*)([\w.-]*)[ \t]*\][ \t]*(?:;.*)?$/;

/** Reads one line without its line end; answers the state after it. */
export function readLine(line: string, at: number, state: State, catalogue: Catalogue, draft: Draft): State {
  draft.line = line;
  const first = /\S/.exec(line)?.index ?? -1;
  if (first < 0) return state;
  const mark = line[first];
  if (mark === ";" || mark === "#") return readComment(line, first, at, state, draft);
  if (mark === "[") return readSection(line, at, state, catalogue, draft);
  const isTemplated = hasPlaceholder(line);
  const format = formatLine.exec(line);
  if (format) return readFormat(format, line, at, state, isTemplated, catalogue, draft);
  const row = rowLine.exec(line);
  if (row) return readRow(row, line, at, state, isTemplated, catalogue, draft);
  const match = assignment.exec(line);
  if (match) return readAssignment(match, line, at, state, catalogue, draft);
  if (isTemplated) {
    draft.templates.push(at + line.length);
    return state;
  }
  const span = { start: at + first, end: at + line.trimEnd().length };
  draft.problems.push({
    ...{ code: "line/not-read", severity: "warning", span },
    message: l10n.t("The line is not a setting, a section, a row or a comment. The device ignores it."),
  });
  return state;
}

function readComment(line: string, first: number, at: number, state: State, draft: Draft): State {
  // A line of a template engine may come out as anything.
  if (
    line[first] === "#" &&
    /^#(?:#|\*|if|elseif|else|end|set|foreach|include|parse|macro|\w+\s*\()/.test(line.slice(first))
  )
    draft.templates.push(at + line.length);
  draft.comments.push({
    span: { start: at + first, end: at + line.length },
    text: line.slice(first + 1),
    textStart: at + first + 1,
  });
  return state;
}

function readSection(line: string, at: number, state: State, catalogue: Catalogue, draft: Draft): State {
  const end = ending.exec(line);
  if (end) return readEnd(end, line, at, state, draft);
  const match = heading.exec(line);
  const start = at + line.indexOf("[");
  const span = { start, end: at + line.trimEnd().length };
  if (!match) {
    if (hasPlaceholder(line)) draft.templates.push(at + line.length);
    else
      draft.problems.push({
        ...{ code: "line/not-read", severity: "warning", span },
        message: l10n.t("The section has no closing bracket. The device ignores the line."),
      });
    return state;
  }
  const after = leaveTable(state, start, span, draft);
  const name = match[1] ?? "";
  const nameStart = at + line.indexOf(name, line.indexOf("[") + 1);
  const nameSpan = { start: nameStart, end: nameStart + name.length };
  if (hasPlaceholder(name)) draft.templates.push(at + line.length);
  const isTable = catalogue.hasSection(name);
  draft.tags.push({
    ...{ name, path: isTable ? name : "", role: "section", kind: isTable ? "open" : "heading", span, nameSpan },
  });
  return isTable ? { ...after, table: name, columns: undefined, hasSecret: false } : after;
}

/** A table ends where the next section begins, whether it says so or not. */
function leaveTable(state: State, start: number, span: Span, draft: Draft): State {
  const { table, columns } = state;
  if (table === "") return state;
  const place = { start, end: start };
  draft.tags.push({ ...{ name: table, path: table, role: "section", kind: "close", span: place, nameSpan: place } });
  // What a template makes of the line may be the end.
  if (columns && !hasPlaceholder(draft.line))
    draft.problems.push({
      ...{ code: "table/end", severity: "error", span },
      message: l10n.t("The table `{0}` has no end before this line. Its end is `[ \\{0} ]`.", table),
      fixes: [{ title: l10n.t("Insert `{0}`", `[ \\${table} ]`), edits: [{ span: place, text: `[ \\${table} ]\n` }] }],
    });
  return { ...state, table: "", columns: undefined, hasSecret: false };
}

function readEnd(match: RegExpExecArray, line: string, at: number, state: State, draft: Draft): State {
  const [, marks = "", name = ""] = match;
  const start = at + line.indexOf("[");
  const span = { start, end: at + line.trimEnd().length };
  const nameStart = start + 1 + marks.length;
  const nameSpan = { start: nameStart, end: nameStart + name.length };
  const isOpen = state.table !== "";
  const isThis = name.toUpperCase() === state.table.toUpperCase();
  if (isOpen)
    draft.tags.push({ ...{ name: state.table, path: state.table, role: "section", kind: "close", span, nameSpan } });
  const code = { code: "table/end", severity: "error", span } as const;
  if (/\\.*\\/.test(marks))
    draft.problems.push({
      ...code,
      message: l10n.t("The end of the table has two backslashes. The device does not see the end."),
      fixes: replaced(span, `[ \\${name} ]`),
    });
  else if (isOpen && !isThis)
    draft.problems.push({
      ...code,
      message: l10n.t("The end of `{0}` is here, but the table is `{1}`.", name, state.table),
      fixes: replaced(span, `[ \\${state.table} ]`),
    });
  else if (!isOpen && !hasPlaceholder(line) && !wasOpened(name, draft))
    draft.problems.push({ ...code, severity: "warning", message: l10n.t("No table `{0}` is open here.", name) });
  return { ...state, table: "", columns: undefined, hasSecret: false };
}

/** A section with nothing but remarks in it has an end too. */
function wasOpened(name: string, { tags }: Draft): boolean {
  const last = tags.filter(({ kind }) => kind !== "close").at(-1);
  return last === undefined || last.name.toUpperCase() === name.toUpperCase();
}

function replaced(span: Span, text: string): readonly Fix[] {
  return [{ title: l10n.t("Replace with `{0}`", text), edits: [{ span, text }] }];
}

function readFormat(
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
  const ended = endOfRow(rest);
  if (isTemplated) draft.templates.push(at + line.length);
  else if (ended === undefined) draft.problems.push(noTerminator("table/row-terminator", line, at));
  const body = ended === undefined ? rest : rest.slice(0, ended);
  const columns = cellsOf(body)
    .map(
      ({ start, end }): Word => ({
        text: body.slice(start, end),
        span: { start: at + restAt + start, end: at + restAt + end },
      }),
    )
    .filter(({ text }) => text !== "");
  let after = state;
  if (table.toUpperCase() !== state.table.toUpperCase()) {
    if (state.table !== "") after = leaveTable(state, span.start, span, draft);
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
  return isTemplated
    ? { ...after, table, columns: hasPlaceholder(rest) ? undefined : names, hasSecret }
    : { ...after, table, columns: names, hasSecret };
}

function noTerminator(code: string, line: string, at: number): Problem {
  const end = at + line.trimEnd().length;
  return {
    ...{ code, severity: "error", span: { start: Math.max(at, end - 1), end } },
    message: l10n.t("The line does not end with `;`. The device does not load the table."),
    fixes: [{ title: l10n.t("Insert `{0}`", ";"), edits: [{ span: { start: end, end }, text: ";" }] }],
  };
}

function readRow(
  match: RegExpExecArray,
  line: string,
  at: number,
  state: State,
  isTemplated: boolean,
  catalogue: Catalogue,
  draft: Draft,
): State {
  const [, indent = "", table = "", gap = "", number = ""] = match;
  const rest = match[7] ?? "";
  const start = at + indent.length;
  const span = { start, end: at + line.trimEnd().length };
  const indexStart = start + table.length + gap.length;
  const index = { text: number, span: { start: indexStart, end: indexStart + number.length } };
  const restAt = line.length - rest.length;
  const ended = endOfRow(rest);
  const isOfTable = state.columns !== undefined && state.table.toUpperCase() === table.toUpperCase();
  if (isTemplated) draft.templates.push(at + line.length);
  else if (ended === undefined) draft.problems.push(noTerminator("table/row-terminator", line, at));
  const body = ended === undefined ? rest.trimEnd() : rest.slice(0, ended);
  const cells = cellsOf(body).map((cell) => ({ start: at + restAt + cell.start, end: at + restAt + cell.end }));
  const columns = isOfTable ? state.columns : undefined;
  const isFit = columns?.length === cells.length;
  if (!isTemplated && columns && !isFit) draft.problems.push(wrongWidth(cells, columns.length, restAt + at, span));
  if (!isTemplated && !isOfTable) draft.problems.push(noFormat(table, span, state, catalogue));
  draft.rows.push({
    ...{ table, index, span, cells, isTemplated, isFit },
    mayBeSecret: isOfTable ? state.hasSecret : true,
  });
  for (const [i, cell] of cells.entries()) {
    const name = columns?.[i];
    if (name === undefined) break;
    const { start: valueStart, end: valueEnd } = cell;
    // Without spreads: they take most of the time of reading.
    draft.settings.push({
      name,
      path: state.table,
      start: valueStart,
      end: valueEnd,
      nameStart: -1,
      nameEnd: -1,
      valueStart,
      valueEnd,
      endNameStart: -1,
      endNameEnd: -1,
      templated: isTemplated,
    });
  }
  return state;
}

function wrongWidth(cells: readonly Span[], columns: number, from: number, row: Span): Problem {
  const extra = cells[columns];
  const span = extra ? { start: extra.start, end: cells.at(-1)?.end ?? extra.end } : { start: from, end: row.end };
  return {
    ...{ code: "table/row-columns", severity: "error", span: span.end > span.start ? span : row },
    message: l10n.t(
      "The row has {0} values, but FORMAT names {1} columns. The device does not load the row.",
      cells.length,
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

function readAssignment(
  match: RegExpExecArray,
  line: string,
  at: number,
  state: State,
  catalogue: Catalogue,
  draft: Draft,
): State {
  const [, indent = "", name = "", gap = "", blanks = ""] = match;
  const value = (match[5] ?? "").trimEnd();
  const nameStart = at + indent.length;
  const nameEnd = nameStart + name.length;
  const valueStart = nameEnd + gap.length + 1 + blanks.length;
  const valueEnd = valueStart + value.length;
  const after = leaveTable(state, nameStart, { start: nameStart, end: valueEnd }, draft);
  draft.settings.push({
    name: catalogue.spelling(name),
    path: "",
    start: nameStart,
    end: valueEnd,
    nameStart,
    nameEnd,
    valueStart,
    valueEnd,
    endNameStart: -1,
    endNameEnd: -1,
    templated: hasPlaceholder(value) || hasPlaceholder(line),
  });
  return after;
}
