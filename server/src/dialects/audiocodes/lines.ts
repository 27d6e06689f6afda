import * as l10n from "@vscode/l10n";
import type { SettingParts } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { hasPlaceholder } from "../../text/placeholder";
import type { Fix, Span } from "../../text/span";
import { type Draft, noTable, type State } from "./state";
import { interruptTable, leaveTable, readFormat, readRow } from "./tableLines";
import { kindOfSection, pathOfSection, tonePath } from "./tones/sections";

// file    = *(line EOL)
// line    = blank / comment / heading / end / format / row / assignment
// comment = (";" / "#") any
// heading = "[" name "]"
// end     = "[" "\" table "]"
// format  = "FORMAT" table "_Index" "=" column *("," column) ";"
// row     = table 1*DIGIT "=" cell *("," cell) ";"
// assignment = name "=" value
// Names are the same in upper and lower case; blanks around them and around values do not count.

const assignment = /^([ \t]*)([A-Za-z\d][\w.-]*)([ \t]*)=([ \t]*)(.*)$/;
/** In files of tones: names are words with a unit, and values may have a remark. */
const toneLine = /^([ \t]*)([A-Za-z][\w .-]*?(?:[ \t]*\[[^\]=]*\])?)([ \t]*)=([ \t]*)([^(;#]*)/;
/** Up to its first cell. */
const rowHead = /[ \t]*[A-Za-z]\w*[ \t]+(?:\d+|\$\{?\w+\}?|\{\{[^}]*\}\})[ \t]*=[ \t]*/y;
const formatLine = /^([ \t]*FORMAT[ \t]+)([A-Za-z]\w*?)_Index[ \t]*=(.*)$/i;
const heading = /^[ \t]*\[[ \t]*([^\]\\]*?)[ \t]*\][ \t]*(?:;.*)?$/;
const ending = /^[ \t]*\[([ \t]*\\[ \t\\]*)([\w.-]*)[ \t]*\][ \t]*(?:;.*)?$/;

/** How settings are written that have a line of their own. */
const plainLine = {};
const templatedLine = {};

/** In URLs other systems write the address of a device so, and no template engine is needed for that. */
const foreignMac = /^\{mac\}$/i;

/** Reads one line without its line end; answers the state after it. */
export function readLine(line: string, at: number, state: State, catalogue: Catalogue, draft: Draft): State {
  // Most lines begin with a sign.
  const first = line.charCodeAt(0) > 32 && line.charCodeAt(0) < 127 ? 0 : line.search(/\S/);
  if (first < 0) return state;
  const mark = line[first];
  if (mark === ";" || mark === "#") return readComment(line, first, at, state, draft);
  if (mark === "[") return readSection(line, at, state, catalogue, draft);
  const isTemplated = draft.mayBeTemplated && hasPlaceholder(line, line.includes("://") ? foreignMac : undefined);
  rowHead.lastIndex = 0;
  if (rowHead.test(line)) return readRow(line, first, rowHead.lastIndex, at, state, isTemplated, catalogue, draft);
  // A line with one word before its mark can be nothing else, except in tones.
  const match = assignment.exec(line);
  const format = match ? null : formatLine.exec(line);
  if (format) return readFormat(format, line, at, state, isTemplated, catalogue, draft);
  const tone = match && !isTone(match[2], state, catalogue) ? undefined : toneLine.exec(line);
  if (tone && isTone(tone[2], state, catalogue)) return readToneLine(tone, at, state, catalogue, draft);
  if (match) return readAssignment(match, line, at, state, isTemplated, catalogue, draft);
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

function isTone(name: string | undefined, { tones }: State, catalogue: Catalogue): boolean {
  return tones !== undefined || catalogue.has(name ?? "", tonePath);
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
  const after = leaveTable(state, line, start, span, draft);
  const name = match[1] ?? "";
  const nameStart = at + line.indexOf(name, line.indexOf("[") + 1);
  const nameSpan = { start: nameStart, end: nameStart + name.length };
  if (hasPlaceholder(name)) draft.templates.push(at + line.length);
  const tones = kindOfSection(name);
  const isTable = !tones && catalogue.hasSection(name);
  draft.tags.push({
    ...{ name, path: isTable ? name : "", role: "section", kind: isTable ? "open" : "heading", span, nameSpan },
  });
  return isTable ? { ...after, ...noTable, table: name, tones } : { ...after, tones };
}

function readEnd(match: RegExpExecArray, line: string, at: number, state: State, draft: Draft): State {
  const [, marks = "", name = ""] = match;
  const start = at + line.indexOf("[");
  const span = { start, end: at + line.trimEnd().length };
  const nameStart = start + 1 + marks.length;
  const nameSpan = { start: nameStart, end: nameStart + name.length };
  const isOpen = state.table !== "";
  const isThis = name.toUpperCase() === state.table.toUpperCase();
  if (isOpen && !state.isLeft)
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
    draft.problems.push({
      ...code,
      severity: "warning",
      message: l10n.t("The end of `{0}` has no start before it.", name),
    });
  return { ...state, ...noTable };
}

/** A section with nothing but remarks in it has an end too. */
function wasOpened(name: string, { tags }: Draft): boolean {
  const last = tags.filter(({ kind }) => kind !== "close").at(-1);
  return last === undefined || last.name.toUpperCase() === name.toUpperCase();
}

function replaced(span: Span, text: string): readonly Fix[] {
  return [{ title: l10n.t("Replace with `{0}`", text), edits: [{ span, text }] }];
}

function readToneLine(match: RegExpExecArray, at: number, state: State, catalogue: Catalogue, draft: Draft): State {
  const isTemplated = hasPlaceholder(match[0]);
  draft.settings.push(partsOf(match, at, pathOfSection(state.tones ?? "tone"), isTemplated, catalogue));
  return state;
}

function readAssignment(
  match: RegExpExecArray,
  line: string,
  at: number,
  state: State,
  isTemplated: boolean,
  catalogue: Catalogue,
  draft: Draft,
): State {
  const parts = partsOf(match, at, "", isTemplated, catalogue);
  draft.settings.push(parts);
  if (isTemplated || !isRowWithoutNumber(parts, state))
    return interruptTable(state, line, parts.start, { start: parts.start, end: parts.end }, draft);
  draft.problems.push({
    ...{ code: "table/row-number", severity: "error", span: { start: parts.nameStart, end: parts.nameEnd } },
    message: l10n.t("The row has no number after `{0}`. The device does not load it.", state.table),
  });
  return state;
}

/** `ProxyIp = 192.0.2.1, 0;` among the rows of `ProxyIp`. */
function isRowWithoutNumber({ name }: SettingParts, { table, columns, isLeft }: State): boolean {
  return columns !== undefined && !isLeft && name.toUpperCase() === table.toUpperCase();
}

/** The setting of `name = value`. */
function partsOf(
  match: RegExpExecArray,
  at: number,
  path: string,
  isTemplated: boolean,
  catalogue: Catalogue,
): SettingParts {
  // Five parts, which are always there: taking them apart in one pattern costs as much as finding them.
  const name = match[2] as string;
  const nameStart = at + (match[1] as string).length;
  const nameEnd = nameStart + name.length;
  const valueStart = nameEnd + (match[3] as string).length + 1 + (match[4] as string).length;
  const valueEnd = valueStart + (match[5] as string).trimEnd().length;
  // Without spreads: they take most of the time of reading.
  return {
    name: catalogue.spelling(name, path),
    path,
    start: nameStart,
    end: valueEnd,
    nameStart,
    nameEnd,
    valueStart,
    valueEnd,
    endNameStart: -1,
    endNameEnd: -1,
    templated: isTemplated,
    writtenAs: isTemplated ? templatedLine : plainLine,
  };
}
