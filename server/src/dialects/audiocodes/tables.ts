import type { ProfileDocument } from "../../profile/profileDocument";
import type { Segment } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import type { Parameter } from "../../schema/model";
import { fillPattern, parsePattern } from "../../schema/pattern";
import { formatsOf, rowsOf } from "./read";
import type { Row } from "./rows";
import type { Format } from "./state";
import { numbersPath } from "./tones/sections";

/** A row or FORMAT line with its segment. */
export interface Found<T> {
  readonly segment: Segment;
  readonly item: T;
}

export function* allRows(document: Pick<ProfileDocument, "segments">): Generator<Found<Row>> {
  for (const segment of document.segments) for (const item of rowsOf(segment)) yield { segment, item };
}

const knownFormats = new WeakMap<readonly Segment[], readonly Found<Format>[]>();

/** Worked out once for each version of a file. */
export function allFormats({ segments }: Pick<ProfileDocument, "segments">): readonly Found<Format>[] {
  let found = knownFormats.get(segments);
  if (!found) {
    found = formatsIn(segments);
    knownFormats.set(segments, found);
  }
  return found;
}

function formatsIn(segments: readonly Segment[]): readonly Found<Format>[] {
  const found: Found<Format>[] = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    const formats = formatsOf(segment);
    for (let j = 0; j < formats.length; j++) found.push({ segment, item: formats[j] as Format });
  }
  return found;
}

/** Columns of each table that the catalogue knows, by `alike` of the table. */
const known = new WeakMap<Catalogue, ReadonlyMap<string, readonly Parameter[]>>();

function columnsByTable(catalogue: Catalogue): ReadonlyMap<string, readonly Parameter[]> {
  const tables = known.get(catalogue);
  if (!tables) {
    const found = new Map<string, Parameter[]>();
    for (const parameter of catalogue.parameters()) {
      const table = alike(parameter.path);
      const columns = found.get(table);
      if (columns) columns.push(parameter);
      else found.set(table, [parameter]);
    }
    known.set(catalogue, found);
    return found;
  }
  return tables;
}

/** Tables that differ in their number have the same columns. */
function alike(table: string): string {
  return table.replace(/\d+/g, "0").toUpperCase();
}

/** Names of tables that the catalogue knows, in their order. */
export function knownTables(catalogue: Catalogue): readonly string[] {
  const names = new Set<string>();
  for (const { path } of catalogue.parameters()) if (/^\w+$/.test(path) && path !== numbersPath) names.add(path);
  return [...names].sort((a, b) => a.localeCompare(b, "en"));
}

/** The columns that a table may have, as they are written in it. */
export function knownColumns(catalogue: Catalogue, table: string): readonly string[] {
  // The number of a table is in the names of its columns too: `CodersGroup3_Name`.
  const number = Number(/\d+$/.exec(table)?.[0] ?? 0);
  const columns = columnsByTable(catalogue).get(alike(table)) ?? [];
  return columns.map(({ name }) => fillPattern(parsePattern(name), [number]));
}

/** The smallest number that no row of the table has. */
export function nextIndex(document: ProfileDocument, table: string): number {
  const taken = new Set<number>();
  for (const { item } of allRows(document))
    if (item.table.toUpperCase() === table.toUpperCase()) taken.add(Number(item.index.text));
  let next = 0;
  while (taken.has(next)) next++;
  return next;
}

/** `ProxySet_EnableProxyKeepAlive` without its table. */
export function shortColumn(column: string, table: string): string {
  return column.toUpperCase().startsWith(`${table.toUpperCase()}_`) ? column.slice(table.length + 1) : column;
}
