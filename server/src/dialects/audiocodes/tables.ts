import type { ProfileDocument } from "../../profile/profileDocument";
import type { Segment } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { fillPattern, parsePattern } from "../../schema/pattern";
import { formatsOf, rowsOf } from "./read";
import type { Format, Row } from "./state";
import { numbersPath } from "./tones/sections";

/** A row or FORMAT line with its segment. */
export interface Found<T> {
  readonly segment: Segment;
  readonly item: T;
}

export function* allRows(document: Pick<ProfileDocument, "segments">): Generator<Found<Row>> {
  for (const segment of document.segments) for (const item of rowsOf(segment)) yield { segment, item };
}

export function* allFormats(document: Pick<ProfileDocument, "segments">): Generator<Found<Format>> {
  for (const segment of document.segments) for (const item of formatsOf(segment)) yield { segment, item };
}

/** Names of tables that the catalogue knows, in its order. */
const known = new WeakMap<Catalogue, readonly string[]>();

export function knownTables(catalogue: Catalogue): readonly string[] {
  let tables = known.get(catalogue);
  if (!tables) {
    const names = new Set<string>();
    for (const { path } of catalogue.parameters()) if (/^\w+$/.test(path) && path !== numbersPath) names.add(path);
    tables = [...names].sort((a, b) => a.localeCompare(b, "en"));
    known.set(catalogue, tables);
  }
  return tables;
}

/** The columns that a table may have, as they are written in it. */
export function knownColumns(catalogue: Catalogue, table: string): readonly string[] {
  // The number of a table is in the names of its columns too: `CodersGroup3_Name`.
  const number = Number(/\d+$/.exec(table)?.[0] ?? 0);
  return [...catalogue.parameters()]
    .filter(({ path }) => path.replace(/\d+/g, "0").toUpperCase() === table.replace(/\d+/g, "0").toUpperCase())
    .map(({ name }) => fillPattern(parsePattern(name), [number]));
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
