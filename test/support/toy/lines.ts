import * as l10n from "@vscode/l10n";
import type { SectionTag, SettingParts } from "../../../server/src/profile/setting";
import type { Catalogue } from "../../../server/src/schema/catalogue";
import { hasPlaceholder } from "../../../server/src/text/placeholder";
import type { Problem, Span } from "../../../server/src/text/span";
import { type State, startState } from "./state";

// A file is lines of
//   SET name value     a setting; the value ends at the end of the line, and may have double quotes around it
//   [KEYS]             the beginning of a table; its next line names the columns, the others have a value for each
//   ## comment         also after a setting
// Names are the same in upper and lower case. A phone ignores any other line.

/** Where what a line contains is put; offsets count from the start of the segment. */
export interface Draft {
  readonly settings: SettingParts[];
  readonly problems: Problem[];
  readonly comments: { readonly span: Span; readonly text: string; readonly textStart: number }[];
  readonly tags: SectionTag[];
  readonly templates: number[];
}

export const setLine = /^(\s*)(SET)(?:(\s+)([A-Za-z][\w.-]*)(?:(\s*=[\s=]*|\s+)(.*))?)?$/is;
/** A second setting in the value of one. */
export const secondSet = /\sSET\s+[A-Za-z]/i;
/** `SETT`, `ST`, `STE`: meant for `SET`. */
export const nearSet = /^\s*(?!SET(?:\s|$))(S+E*T+|SET+\w?|STE|ETS?|SE)(?=\s|$)/i;

const tableLine = /^\s*\[([A-Za-z][\w-]*)\]\s*$/;

/** Reads one line without its line end; answers the state after it. */
export function readLine(line: string, at: number, state: State, catalogue: Catalogue, draft: Draft): State {
  const commentStart = commentIn(line);
  if (commentStart >= 0)
    draft.comments.push({
      span: { start: at + commentStart, end: at + line.length },
      text: line.slice(commentStart + 2),
      textStart: at + commentStart + 2,
    });
  const body = (commentStart < 0 ? line : line.slice(0, commentStart)).trimEnd();
  if (body.trim() === "") return state;
  const table = tableLine.exec(body);
  const set = setLine.exec(body);
  if (table || set) closeTable(state, at, draft);
  if (table) return openTable(table[1] ?? "", body, at, draft);
  if (set) {
    // where no value is yet, one can be typed after a space
    const hasRoom = set[4] !== undefined && set[6] === undefined && /\s/.test(line[body.length] ?? "");
    readSet(set, at, hasRoom ? 1 : 0, catalogue, draft);
    return startState;
  }
  if (state.table !== "" && !nearSet.test(body)) return readRow(body, at, state, catalogue, draft);
  draft.problems.push(unknownWord(body, at));
  if (hasPlaceholder(body)) draft.templates.push(at + body.length);
  return state;
}

/** -1: none. A mark inside of a word is not a comment. */
export function commentIn(line: string): number {
  return line.search(/(?<=^|\s)##/);
}

function openTable(name: string, body: string, at: number, draft: Draft): State {
  const start = at + body.indexOf("[");
  const nameSpan = { start: start + 1, end: start + 1 + name.length };
  const path = name.toUpperCase();
  draft.tags.push({ name, path, role: "section", kind: "open", span: { start, end: at + body.length }, nameSpan });
  return { table: path, columns: undefined };
}

function closeTable({ table }: State, at: number, draft: Draft): void {
  const span = { start: at, end: at };
  if (table !== "") draft.tags.push({ name: table, path: table, role: "section", kind: "close", span, nameSpan: span });
}

function readSet(match: RegExpExecArray, at: number, room: number, catalogue: Catalogue, draft: Draft): void {
  const [whole, indent = "", word = "", gap = "", name = "", separator = "", value = ""] = match;
  const start = at + indent.length;
  if (name === "") {
    const span = { start, end: start + word.length };
    draft.problems.push({
      code: "settings/no-name",
      severity: "error",
      message: l10n.t("`SET` needs a name that starts with a letter. The phone ignores the line."),
      span,
    });
    return;
  }
  const nameStart = start + word.length + gap.length;
  const nameEnd = nameStart + name.length;
  const end = at + whole.length + room;
  const valueStart = nameEnd + separator.length + room;
  draft.settings.push({
    name: catalogue.spelling(name),
    path: "",
    start,
    end,
    nameStart,
    nameEnd,
    valueStart,
    valueEnd: end,
    endNameStart: -1,
    endNameEnd: -1,
    templated: hasPlaceholder(value),
  });
  if (separator.includes("=")) draft.problems.push(equalsSign({ start: nameEnd, end: valueStart }));
  const second = secondSet.exec(value);
  if (second) draft.problems.push(twoInALine(valueStart + second.index));
}

function equalsSign(span: Span): Problem {
  return {
    code: "settings/equals-sign",
    severity: "error",
    message: l10n.t("The name and the value are joined by `=`. The phone ignores the line."),
    span,
    fixes: [{ title: l10n.t("Replace with a space"), edits: [{ span, text: " " }] }],
  };
}

function twoInALine(start: number): Problem {
  return {
    code: "settings/two-in-a-line",
    severity: "error",
    message: l10n.t("Two settings are in one line. The phone reads the second one as a part of the first value."),
    span: { start: start + 1, end: start + 4 },
    fixes: [{ title: l10n.t("Start a new line"), edits: [{ span: { start, end: start + 1 }, text: "\n" }] }],
  };
}

/** The line is not quoted: what was torn off a setting may be its password. */
function unknownWord(body: string, at: number): Problem {
  const near = nearSet.exec(body)?.[1];
  const start = at + body.length - body.trimStart().length;
  const span = { start, end: start + (near ?? body.trimStart()).length };
  const code = "settings/unknown-word";
  if (near === undefined)
    return {
      ...{ code, severity: "error", span },
      message: l10n.t("The line does not start with `SET`. The phone ignores it."),
    };
  return {
    ...{ code, severity: "error", span },
    message: l10n.t("Unknown word `{0}`. Did you mean `SET`? The phone ignores the line.", near),
    fixes: [{ title: l10n.t("Replace with `SET`"), edits: [{ span, text: "SET" }] }],
  };
}

/** The values of a row; their names are in the heading. */
function readRow(body: string, at: number, state: State, catalogue: Catalogue, draft: Draft): State {
  const cells = cellsOf(body);
  if (!state.columns) {
    const names = cells.map(({ start, end }) => catalogue.spelling(body.slice(start, end), state.table));
    return { ...state, columns: names };
  }
  for (const [i, { start, end }] of cells.entries()) {
    const name = state.columns[i];
    if (name === undefined) {
      draft.problems.push({
        code: "settings/too-many-cells",
        severity: "warning",
        message: l10n.t("The row has more values than the table has columns. The phone ignores the rest."),
        span: { start: at + start, end: at + body.length },
      });
      break;
    }
    draft.settings.push({
      name,
      path: state.table,
      start: at + start,
      end: at + end,
      nameStart: -1,
      nameEnd: -1,
      valueStart: at + start,
      valueEnd: at + end,
      endNameStart: -1,
      endNameEnd: -1,
      templated: hasPlaceholder(body.slice(start, end)),
    });
  }
  return state;
}

/** The cells of a row without the spaces around them. */
export function cellsOf(body: string): Span[] {
  const cells: Span[] = [];
  let at = 0;
  for (const cell of body.split(",")) {
    const start = at + cell.length - cell.trimStart().length;
    cells.push({ start, end: Math.max(start, at + cell.trimEnd().length) });
    at += cell.length + 1;
  }
  return cells;
}
