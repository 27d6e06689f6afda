import type { DialectServices } from "../analysis/dialectServices";
import type { Device } from "../devices/device";
import { type InventoryColumns, readColumns } from "../devices/deviceInventory";
import { faultInWords, RowReader } from "../devices/rows";
import { textOf } from "./encoding";
import { namedFault } from "./fileFault";
import { openAside } from "./readInput";
import { type RowCheck, rowCheck } from "./rowFaults";
import { UsageError } from "./verb";

/** A device of a list, or why a row is none. Such a row does not stop the others. */
type InventoryRow =
  | {
      readonly device: Device;
      readonly line: number;
      /** What the list has in a column, whatever it means. */
      readonly column: (name: string) => string | undefined;
    }
  | { readonly fault: string };

const inOneGo = 1 << 16;

/** Every row of a list of devices, `-` for standard input. Throws a UsageError for a list without known columns. */
export async function* readInventory(name: string, services: DialectServices): AsyncGenerator<InventoryRow> {
  let columns: InventoryColumns | undefined;
  let checks: readonly RowCheck[] = [];
  let count = 0;
  let header: readonly string[] = [];
  const found: InventoryRow[] = [];
  const rows = new RowReader();
  const all = services.all();
  const take: Parameters<RowReader["read"]>[1] = (row, line, fault) => {
    if (fault) {
      found.push({ fault: `${name}:${line + 1}: ${faultInWords(fault)}` });
      return;
    }
    if (!columns) {
      header = row;
      columns = readColumns(
        row,
        all.map(({ catalogue }) => catalogue),
      );
      checks = all.map(({ dialect, catalogue }) => {
        const isFirmware = dialect.preview?.fleet?.({ document: dialect.read("", catalogue), catalogue }).isFirmware;
        return rowCheck(row.length, catalogue, isFirmware ?? (() => true));
      });
      if (columns.unknown.length === row.filter((cell) => cell !== "").length)
        throw new UsageError(`${name}: The first row has no known column name, such as mac or model.`);
      return;
    }
    const device = columns.deviceOf(row, ++count);
    // The device may be of any dialect.
    const reasons = checks.map((check) => check(row, device));
    const reason = reasons.includes(undefined) ? undefined : reasons[0];
    const column = (name: string) => row[header.indexOf(name)];
    found.push(reason === undefined ? { device, line: line + 1, column } : { fault: `${name}:${line + 1}: ${reason}` });
  };
  const input = name === "-" ? process.stdin : await openAside(name, inOneGo);
  try {
    for await (const text of textOf(input as AsyncIterable<Uint8Array>)) {
      rows.read(text, take);
      yield* found.splice(0);
    }
    rows.finish(take);
  } catch (error) {
    throw namedFault(error, name);
  }
  yield* found.splice(0);
}
