import type { Matrix, MatrixCell, MatrixValue } from "../preview/matrix";
import { csvLines } from "../preview/matrixCsv";
import { counted } from "./counted";
import { type Paint, printable } from "./printable";
import { print } from "./standardOutput";

// What many devices end up with, for people and for spreadsheets.

export async function printMatrix(
  matrix: Matrix,
  isChange: boolean,
  format: "text" | "json" | "csv",
  paint: Paint,
): Promise<void> {
  if (format === "json") return print(`${JSON.stringify(matrix)}\n`);
  if (format === "csv") for (const line of csvLines(matrix, isChange)) await print(line);
  else for (const line of inWords(matrix, isChange, paint)) await print(`${line}\n`);
}

function* inWords(matrix: Matrix, isChange: boolean, paint: Paint): Generator<string> {
  const { devices, alike, rows } = matrix;
  const labels = (of: readonly number[]) => of.map((i) => devices[i]?.label ?? "").join(", ");
  const changed = devices.filter((_, i) => rows.some(({ of }) => (of[i] ?? -1) >= 0)).length;
  yield paint.bold(
    isChange
      ? `${changed} of ${counted(devices.length, "device")} would get other settings`
      : `${counted(devices.length, "device")}, ${counted(alike.length, "different result")}`,
  );
  for (const group of alike) if (!isChange) yield `  ${printable(labels(group))}`;
  const nameOf = ({ file: other, line }: MatrixValue) => (other === undefined ? `line ${line}` : `${other}:${line}`);
  for (const { name, isSame, cells, of } of rows) {
    yield "";
    yield `${paint.bold(printable(name))}${isSame ? paint.dim(" (the same on all)") : ""}`;
    for (const [i, cell] of cells.entries()) {
      const who = devices.flatMap((_, device) => (of[device] === i ? [device] : []));
      const place = cell.now ?? cell.was;
      const words = `  ${printable(cellInWords(cell, isChange))}`;
      yield `${words}  ${who.length === devices.length ? "" : `${printable(labels(who))}  `}${paint.dim(place ? printable(nameOf(place)) : "")}`.trimEnd();
    }
    const none = devices.flatMap((_, device) => ((of[device] ?? -1) < 0 ? [device] : []));
    if (none.length > 0) yield paint.dim(`  ${isChange ? "no change" : "not set"}  ${printable(labels(none))}`);
  }
}

function cellInWords({ now, was }: MatrixCell, isChange: boolean): string {
  const words = (value: MatrixValue | undefined) => {
    if (!value) return "not set";
    return `${value.value === "" ? '""' : value.value}${value.isCertain ? "" : " or something else"}`;
  };
  return isChange ? `${words(was)} → ${words(now)}` : words(now);
}
