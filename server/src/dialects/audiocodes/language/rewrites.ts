import * as l10n from "@vscode/l10n";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import type { Edit, Fix, Span } from "../../../text/span";
import { cellsOf } from "../cells";
import { referredTable } from "../references";
import type { Row } from "../rows";
import type { Format } from "../state";
import { allFormats, allRows, type Found, nextIndex } from "../tables";
import { keepsAbsent, settingsOf } from "../update/replacement";

// Other ways to write what is at the cursor. Spans count from the start of the file.

/** What the cursor is in can be written in these other ways. */
export function rewrites(document: ProfileDocument, text: string, offset: number, catalogue: Catalogue): Fix[] {
  if (document.hasTemplate) return [];
  const table = tableAt(document, offset);
  if (table) return [renumbered(document, table), asLines(document, text, table)].flatMap((fix) => fix ?? []);
  const setting = document.settingAt(offset)?.setting;
  if (!setting?.hasName || setting.path !== "") return [];
  return [asTable(document, text, setting), withoutDefaults(document, text, setting, catalogue)].flatMap(
    (fix) => fix ?? [],
  );
}

interface Table {
  readonly name: string;
  readonly format: Found<Format>;
  readonly rows: readonly Found<Row>[];
}

function tableAt(document: ProfileDocument, offset: number): Table | undefined {
  const isHere = (segment: Found<unknown>["segment"], { start, end }: Span) => {
    const base = document.startOf(segment);
    return offset >= base + start && offset <= base + end;
  };
  const formats = allFormats(document);
  const rows = [...allRows(document)];
  const lineOf = ({ item: { table, columns } }: Found<Format>) => ({
    start: table.span.start,
    end: columns.at(-1)?.span.end ?? table.span.end,
  });
  const name =
    rows.find(({ segment, item }) => isHere(segment, item.span))?.item.table ??
    formats.find((each) => isHere(each.segment, lineOf(each)))?.item.table.text;
  const isOf = (table: string) => table.toUpperCase() === name?.toUpperCase();
  const format = formats.find(({ item }) => isOf(item.table.text));
  if (name === undefined || !format) return undefined;
  return { name, format, rows: rows.filter(({ item }) => isOf(item.table)) };
}

/** Rows get the numbers from 0 on, and the columns that mean them too. */
function renumbered(document: ProfileDocument, { name, rows }: Table): Fix | undefined {
  const numbers = rows.map(({ item }) => Number(item.index.text));
  const fresh = new Map(numbers.map((number, i) => [number, i]));
  if (fresh.size < numbers.length || numbers.every((number, i) => number === i)) return undefined;
  const edits: Edit[] = [];
  const change = (span: Span, base: number, to: number) =>
    edits.push({ span: { start: base + span.start, end: base + span.end }, text: String(to) });
  for (const [i, { segment, item }] of rows.entries()) change(item.index.span, document.startOf(segment), i);
  for (const segment of document.segments)
    for (const { name: column, path, hasName, text, valueSpan } of segment.settings) {
      if (hasName || referredTable(column, path)?.toUpperCase() !== name.toUpperCase()) continue;
      const to = /^\d{1,5}$/.test(text) ? fresh.get(Number(text)) : undefined;
      if (to !== undefined && to !== Number(text)) change(valueSpan, document.startOf(segment), to);
    }
  return { title: l10n.t("Number the rows of `{0}` from 0 on", name), edits: inFileOrder(edits) };
}

function inFileOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start);
}

/** Rows of old files that are a setting on one line, and the columns of the table that has them today, in their order. */
const oldRows: Readonly<Record<string, readonly string[]>> = {
  ProxyIp: ["IpAddress"],
  CoderName: ["Type", "PacketInterval"],
  PREFIX: ["DestinationPrefix", "DestAddress", "SourcePrefix", "ProfileId"],
  PstnPrefix: ["DestPrefix", "TrunkGroupId", "SourcePrefix", "SourceAddress", "ProfileId"],
  TrunkGroupSettings: ["TrunkGroupId", "ChannelSelectMode", "RegistrationMode", "GatewayName"],
};

function oldTable(name: string): readonly [table: string, columns: readonly string[]] | undefined {
  return Object.entries(oldRows).find(([table]) => table.toUpperCase() === name.toUpperCase());
}

function asTable(document: ProfileDocument, text: string, { name }: Setting): Fix | undefined {
  const found = oldTable(name);
  if (!found) return undefined;
  const [table, columns] = found;
  const lines = document.segments.flatMap((segment) =>
    segment.settings
      .filter((each) => each.hasName && each.path === "" && each.name.toUpperCase() === name.toUpperCase())
      .map((setting) => ({ setting, base: document.startOf(segment) })),
  );
  const rows = lines.map(({ setting: { text: value } }) =>
    cellsOf(value).map(({ start, end }) => value.slice(start, end)),
  );
  const width = Math.max(...rows.map((cells) => cells.length));
  const isThere = allFormats(document).some(({ item }) => item.table.text.toUpperCase() === table.toUpperCase());
  // More values than are known have no column.
  if (width > columns.length || isThere) return undefined;
  const first = nextIndex(document, table);
  const cell = (value: string | undefined) => (value === undefined || value === "" ? "$$" : value);
  const written = [
    `[ ${table} ]`,
    `FORMAT ${table}_Index = ${columns
      .slice(0, width)
      .map((column) => `${table}_${column}`)
      .join(", ")};`,
    ...rows.map(
      (cells, i) =>
        `${table} ${first + i} = ${columns
          .slice(0, width)
          .map((_, at) => cell(cells[at]))
          .join(", ")};`,
    ),
    `[ \\${table} ]`,
  ];
  const edits = lines.map(({ setting, base }, i): Edit => {
    const span = { start: base + setting.parts.start, end: base + setting.parts.end };
    return i === 0 ? { span, text: written.join("\n") } : { span: wholeLine(text, span), text: "" };
  });
  return { title: l10n.t("Write these lines as the table `{0}`", table), edits };
}

function asLines(document: ProfileDocument, text: string, { name, format, rows }: Table): Fix | undefined {
  const found = oldTable(name);
  const [first] = rows;
  const last = rows.at(-1);
  if (!found || !first || !last || !rows.every(({ item }) => item.isFit)) return undefined;
  const [table, columns] = found;
  const there = format.item.columns.map(({ text: column }) => column.toUpperCase());
  const isSame = there.every((column, i) => column === `${table}_${columns[i]}`.toUpperCase());
  if (!isSame || there.length > columns.length) return undefined;
  const lines = rows.map(({ segment, item }) => {
    const cells = item.cells.map(({ start, end }) => segment.text.slice(start, end));
    return `${table} = ${cells.join(",")}`;
  });
  const head = format.segment.tags.filter(
    ({ kind, path, span }) =>
      kind === "open" && path.toUpperCase() === name.toUpperCase() && span.start < format.item.table.span.start,
  );
  const start = wholeLine(text, at(document, format, head.at(-1)?.span ?? format.item.table.span)).start;
  const end = closeOf(document, name, at(document, last, last.item.span).end, text);
  if (end === undefined || /^\s*[;#]/m.test(text.slice(start, end))) return undefined;
  return {
    title: l10n.t("Write `{0}` as old lines", table),
    edits: [{ span: { start, end }, text: `${lines.join("\n")}\n` }],
  };
}

function at(document: ProfileDocument, { segment }: Found<unknown>, span: Span): Span {
  return document.inFile(segment, span);
}

/** Where the line of a table's end ends. */
function closeOf(document: ProfileDocument, name: string, from: number, text: string): number | undefined {
  for (const segment of document.segments)
    for (const { kind, path, span } of segment.tags) {
      const place = document.inFile(segment, span);
      const isIts = kind === "close" && path.toUpperCase() === name.toUpperCase() && place.start >= from;
      if (isIts && place.end > place.start) return wholeLine(text, place).end;
    }
  return undefined;
}

/** Settings with the default that a manual says; without them the file means the same. */
function withoutDefaults(
  document: ProfileDocument,
  text: string,
  here: Setting,
  catalogue: Catalogue,
): Fix | undefined {
  const has = ({ name, path, hasName, text: value, templated }: Setting) => {
    const parameter = catalogue.find(name, path)?.parameter;
    const isDefault = parameter?.defaultBasis === "documented" && parameter.default === value;
    // What is left out keeps its value in some cases.
    return isDefault && parameter.role !== "kept-when-absent" && hasName && path === "" && !templated && value !== "";
  };
  if (!has(here) || keepsAbsent(settingsOf(document), catalogue)) return undefined;
  const [profile] = document.profiles;
  const edits: Edit[] = [];
  for (const segment of document.segments)
    for (const setting of segment.settings)
      if (has(setting) && profile?.all(setting.name).length === 1)
        edits.push({ span: wholeLine(text, document.inFile(segment, setting.span)), text: "" });
  if (edits.length === 0) return undefined;
  return { title: l10n.t("Remove settings that have their default: {0}", edits.length), edits };
}

/** From the start of the line to the start of the next one. */
function wholeLine(text: string, { start, end }: Span): Span {
  const before = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const after = /\r\n|\r|\n/.exec(text.slice(end));
  return { start: before, end: after ? end + after.index + after[0].length : text.length };
}
