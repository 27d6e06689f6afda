import * as l10n from "@vscode/l10n";
import { lineAt, valueContext } from "../../../lines/cursor";
import type { CursorContext, SyntaxWord } from "../../../profile/cursorContext";
import type { ProfileDocument } from "../../../profile/profileDocument";
import { settingCount } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { snippetText } from "../../../text/snippetText";
import { formatsOf, stateAfter } from "../read";
import { Columns } from "../rows";
import { type State, startState } from "../state";
import { knownColumns, knownTables, nextIndex, shortColumn } from "../tables";
import { kindOfSection } from "../tones/sections";
import { toneSections } from "../tones/tone";
import { columnStyle, nameStyle } from "../write";
import { toneNames, toneSectionWords } from "./toneCursor";

/** What can be typed at `offset`. */
export function contextAt(
  document: ProfileDocument,
  text: string,
  offset: number,
  catalogue: Catalogue,
): CursorContext {
  const { start, before, rest } = lineAt(text, offset);
  if (/^\s*[;#]/.test(before)) return { kind: "none" };
  const section = /^[ \t]*(\[[ \t]*[\w. #-]*)$/.exec(before)?.[1];
  if (section !== undefined) {
    const hasTones = toneSections(document).length > 0;
    const isNew = !document.segments.some((segment) => settingCount(segment) > 0);
    const words = [...(hasTones || isNew ? toneSectionWords(document) : []), ...(hasTones ? [] : skeletons(catalogue))];
    const end = offset + (/^[\w. #-]*\]?/.exec(rest)?.[0].length ?? 0);
    return { kind: "words", words, replace: { start: offset - section.length, end } };
  }
  const tones = /^[ \t]*(?:[A-Za-z][\w .[-]*\]?)?$/.test(before) ? stateAt(document, start).tones : undefined;
  if (tones !== undefined) {
    const end = offset + (/^[^=]*(?==)|^[\w .[-]*\]?/.exec(rest)?.[0].trimEnd().length ?? 0);
    const hasValue = text.slice(end, offset + rest.length).trim() !== "";
    const words = toneNames(tones, document, offset, hasValue, catalogue);
    return { kind: "words", words, replace: { start: offset - before.trimStart().length, end } };
  }
  const format = /^[ \t]*FORMAT[ \t]+([A-Za-z]\w*?)_Index[ \t]*=(?:.*,)?[ \t]*([\w.-]*)$/i.exec(before);
  if (format) {
    const [, table = "", typed = ""] = format;
    const end = offset + (/^[\w.-]*/.exec(rest)?.[0].length ?? 0);
    return { kind: "name", replace: { start: offset - typed.length, end }, typed, path: table, style: columnStyle };
  }
  // Several words are looked for; a word and a number begin a row.
  const name = /^[ \t]*([A-Za-z\d][\w.-]*(?: [A-Za-z]*)*|)$/.exec(before);
  if (name) {
    const typed = name[1] ?? "";
    const end = offset + (/^[\w.-]*/.exec(rest)?.[0].length ?? 0);
    const replace = { start: offset - typed.length, end };
    const hasValue = text.slice(end, offset + rest.length).trim() === "";
    const state = stateAt(document, start);
    if (state.table !== "" && hasValue) return { kind: "words", replace, words: inTable(state, document, catalogue) };
    return { kind: "name", replace, typed, path: "", style: nameStyle(hasValue) };
  }
  return valueContext(document, offset);
}

/** The table that a line is in. */
function stateAt(document: ProfileDocument, lineStart: number): State {
  const index = document.indexAt(Math.max(0, lineStart - 1));
  const segment = document.segments[index];
  const base = document.starts[index] ?? 0;
  const before = document.segments[index - 1];
  let state = before ? stateAfter(before) : startState;
  if (!segment) return state;
  for (const tag of segment.tags) {
    if (base + tag.span.start >= lineStart) break;
    const tones = tag.kind === "heading" ? kindOfSection(tag.name) : undefined;
    state = { ...state, table: tag.kind === "open" ? tag.name : "", columns: undefined, tones };
  }
  for (const { table, columns } of formatsOf(segment)) {
    if (base + table.span.start >= lineStart) break;
    if (table.text.toUpperCase() !== state.table.toUpperCase()) continue;
    const all = columns.map(({ text }) => ({ name: text, path: table.text, templated: false }));
    state = { ...state, columns: new Columns(all, false) };
  }
  return state;
}

/** What a line of a table may be: its columns, its next row, its end. */
function inTable({ table, columns }: State, document: ProfileDocument, catalogue: Catalogue): SyntaxWord[] {
  const end: SyntaxWord = { label: `[ \\${table} ]`, kind: "section end" };
  if (!columns) {
    const all = knownColumns(catalogue, table);
    const line = `FORMAT ${table}_Index = ${all.join(", ")}`;
    return [
      { label: "FORMAT", kind: "keyword", insert: { plain: `${line};`, snippet: `${snippetText(line)}$0;` } },
      end,
    ];
  }
  const row = `${table} ${nextIndex(document, table)}`;
  const cells = columns.all.map(({ name }, i) => `\${${i + 1}:${snippetText(shortColumn(name, table))}}`);
  return [
    {
      ...{ label: row, kind: "keyword", detail: l10n.t("next row") },
      insert: { plain: `${row} = `, snippet: `${snippetText(row)} = ${cells.join(", ")};` },
    },
    end,
  ];
}

const maxColumns = 12;

/** Whole tables, with their columns and a first row. */
function skeletons(catalogue: Catalogue): SyntaxWord[] {
  return knownTables(catalogue).map((table) => {
    const columns = knownColumns(catalogue, table).slice(0, maxColumns);
    const head = `[ ${table} ]\nFORMAT ${table}_Index = ${columns.join(", ")};\n${table} 0 = `;
    const cells = columns.map((column, i) => `\${${i + 1}:${snippetText(shortColumn(column, table))}}`);
    return {
      ...{ label: `[ ${table} ]`, kind: "section end" },
      insert: {
        plain: `${head}${columns.map(() => "$$").join(", ")};\n[ \\${table} ]`,
        snippet: `${snippetText(head)}${cells.join(", ")};\n[ \\\\${table} ]`,
      },
    };
  });
}
