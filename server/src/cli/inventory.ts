import type { DialectServices } from "../analysis/dialectServices";
import { type InventoryRow, InventoryRows } from "../analysis/inventoryRows";
import { textOf } from "./encoding";
import { namedFault } from "./fileFault";
import { openAside, smallAside } from "./readInput";
import { UsageError } from "./verb";

const inOneGo = 1 << 16;

/** Every row of a list of devices, `-` for standard input. Throws a UsageError for a list without known columns. */
export async function* readInventory(
  name: string,
  services: DialectServices,
  isWanted?: (row: number) => boolean,
): AsyncGenerator<InventoryRow> {
  const rows = new InventoryRows(name, services, isWanted);
  for await (const text of listText(name)) yield* usable(rows.read(text));
  yield* usable(rows.finish());
}

/** The text of a list piece by piece; `-` is standard input. */
export async function* listText(name: string): AsyncGenerator<string> {
  const small = name === "-" ? undefined : smallAside(name, inOneGo);
  const input = small ? [small] : name === "-" ? process.stdin : await openAside(name, inOneGo);
  try {
    yield* textOf(input as AsyncIterable<Uint8Array> | Uint8Array[]);
  } catch (error) {
    throw namedFault(error, name);
  }
}

function usable(rows: readonly InventoryRow[]): readonly InventoryRow[] {
  for (const row of rows) if ("fault" in row && row.isUseless) throw new UsageError(row.fault);
  return rows;
}
