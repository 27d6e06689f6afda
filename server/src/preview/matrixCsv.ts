import { csvLine } from "../text/csv";
import type { Matrix, MatrixRow, MatrixValue } from "./matrix";

/** A line for each setting, a column for each device; of a change two columns. */
export function* csvLines({ devices, rows }: Matrix, isChange: boolean): Generator<string> {
  const heads = devices.flatMap(({ label }) => (isChange ? [`${label} before`, `${label} after`] : [label]));
  yield csvLine(["setting", ...heads]);
  const text = (value: MatrixValue | undefined) =>
    value ? `${value.value}${value.isCertain ? "" : " (uncertain)"}` : "";
  const cellsOf = ({ cells, of }: MatrixRow) =>
    of.flatMap((i) => {
      const cell = cells[i];
      return isChange ? [text(cell?.was), text(cell?.now)] : [text(cell?.now)];
    });
  for (const row of rows) yield csvLine([row.name, ...cellsOf(row)]);
}
