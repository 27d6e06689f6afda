import type { Table, TableRow, Tables } from "../../profile/tables";
import { formatsOf, rowsOf } from "./read";
import { nextIndex } from "./tables";

interface Draft extends Table {
  readonly rows: TableRow[];
}

/** A FORMAT line with the rows of its table after it. */
export const tables: Tables = {
  of(document) {
    const found: Draft[] = [];
    for (const segment of document.segments) {
      const formats = formatsOf(segment);
      let nextFormat = 0;
      const open = (before: number) => {
        for (; (formats[nextFormat]?.table.span.start ?? before) < before; nextFormat++) {
          const format = formats[nextFormat];
          if (!format) break;
          const { table, columns } = format;
          const span = { start: table.span.start, end: columns.at(-1)?.span.end ?? table.span.end };
          found.push({ segment, span, name: table.text, columns: columns.map(({ text }) => text), rows: [] });
        }
      };
      for (const { table, number, span, settings } of rowsOf(segment)) {
        open(span.start);
        const current = found.at(-1);
        // Rows after the end of their table have no columns.
        const isOfTable = current?.name.toUpperCase() === table.toUpperCase() && settings.length > 0;
        if (current && isOfTable) current.rows.push({ segment, span, label: number, cells: settings });
      }
      open(segment.text.length + 1);
    }
    return found;
  },
  newRow: (document, { name, columns }) =>
    `${name} ${nextIndex(document, name)} = ${columns.map(() => "$$").join(", ")};`,
};
