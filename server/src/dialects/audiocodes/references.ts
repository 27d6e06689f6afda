/** Columns that contain the number of a row of another table, with that table. */
const tables: Readonly<Record<string, string>> = {
  PROXYSETID: "ProxySet",
  IPGROUPID: "IPGroup",
  SRCIPGROUPID: "IPGroup",
  DESTIPGROUPID: "IPGroup",
  SERVINGIPGROUP: "IPGroup",
  SRD: "SRD",
  SRDID: "SRD",
};

/** The table of the row whose number a column contains; undefined for other columns. */
export function referredTable(column: string, table: string): string | undefined {
  const short = column.slice(table.length + 1).toUpperCase();
  const found = Object.hasOwn(tables, short) ? tables[short] : undefined;
  return found !== undefined && found.toUpperCase() !== table.toUpperCase() ? found : undefined;
}
