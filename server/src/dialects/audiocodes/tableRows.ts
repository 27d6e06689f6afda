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
      const cells = segment.settings.filter(({ hasName }) => !hasName);
      let nextFormat = 0;
      let nextCell = 0;
      const open = (before: number) => {
        for (; (formats[nextFormat]?.table.span.start ?? before) < before; nextFormat++) {
          const format = formats[nextFormat];
          if (!format) break;
          const { table, columns } = format;
          const span = { start: table.span.start, end: columns.at(-1)?.span.end ?? table.span.end };
          found.push({ segment, span, name: table.text, columns: columns.map(({ text }) => text), rows: [] });
        }
      };
      for (const { table, index, span, cells: places } of rowsOf(segment)) {
        open(span.start);
        const from = nextCell;
        for (const { start } of places) if (cells[nextCell]?.parts.start === start) nextCell++;
        const current = found.at(-1);
        // Rows after the end of their table have no columns.
        const isOfTable = current?.name.toUpperCase() === table.toUpperCase() && nextCell > from;
        if (current && isOfTable)
          current.rows.push({ segment, span, label: index.text, cells: cells.slice(from, nextCell) });
      }
      open(segment.text.length + 1);
    }
    return found;
  },
  newRow: (document, { name, columns }) =>
    `${name} ${nextIndex(document, name)} = ${columns.map(() => "$$").join(", ")};`,
};
