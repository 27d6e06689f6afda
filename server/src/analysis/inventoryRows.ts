import type { Device } from "../devices/device";
import { type InventoryColumns, readColumns } from "../devices/deviceInventory";
import { faultInWords, RowReader, type TakeRow } from "../devices/rows";
import type { DialectServices } from "./dialectServices";
import { type RowCheck, rowCheck } from "./rowFaults";

/** A device of a list, or why a row is none. Such a row does not stop the others. */
export type InventoryRow =
  | {
      readonly device: Device;
      readonly line: number;
      /** What the list has in a column of any meaning. */
      readonly column: (name: string) => string | undefined;
      /** The names in the first row. */
      readonly columns: readonly string[];
    }
  | {
      readonly fault: string;
      /** Nothing is known of the columns. */
      readonly isUseless?: boolean;
    };

/** In place of rows that are passed over. */
const passedOver: InventoryRow = { fault: "" };

/** The rows of a list of devices while its text comes in. */
export class InventoryRows {
  readonly #rows = new RowReader();
  readonly #found: InventoryRow[] = [];
  #columns: InventoryColumns | undefined;
  #checks: readonly RowCheck[] = [];
  #header: readonly string[] = [];
  #count = 0;
  #row = 0;

  constructor(
    /** Of the list, for messages. */
    readonly name: string,
    readonly services: DialectServices,
    /** Of the others nothing is read; rows count from 0. */
    readonly isWanted: (row: number) => boolean = () => true,
  ) {}

  read(text: string): InventoryRow[] {
    this.#rows.read(text, this.#take);
    return this.#found.splice(0);
  }

  finish(): InventoryRow[] {
    this.#rows.finish(this.#take);
    return this.#found.splice(0);
  }

  #take: TakeRow = (row, line, fault) => {
    const { name } = this;
    if (this.#columns && !this.isWanted(this.#row++)) {
      this.#count++;
      this.#found.push(passedOver);
      return;
    }
    if (fault) {
      this.#found.push({ fault: `${name}:${line + 1}: ${faultInWords(fault)}` });
      return;
    }
    if (!this.#columns) {
      this.#readHeader(row);
      return;
    }
    const device = this.#columns.deviceOf(row, ++this.#count);
    const reason = this.#faultOf(row, device);
    const column = (wanted: string) => row[this.#header.indexOf(wanted)];
    this.#found.push(
      reason === undefined
        ? { device, line: line + 1, column, columns: this.#header }
        : { fault: `${name}:${line + 1}: ${reason}` },
    );
  };

  /** The device may be of any dialect. */
  #faultOf(row: readonly string[], device: Device): string | undefined {
    let first: string | undefined;
    for (const check of this.#checks) {
      const reason = check(row, device);
      if (reason === undefined) return undefined;
      first ??= reason;
    }
    return first;
  }

  #readHeader(row: readonly string[]): void {
    const all = this.services.all();
    this.#header = row;
    this.#columns = readColumns(
      row,
      all.map(({ catalogue }) => catalogue),
    );
    this.#checks = all.map(({ dialect, catalogue }) => {
      const isFirmware = dialect.preview?.fleet?.({ document: dialect.read("", catalogue), catalogue }).isFirmware;
      return rowCheck(row.length, catalogue, isFirmware ?? (() => true));
    });
    if (this.#columns.unknown.length === row.filter((cell) => cell !== "").length)
      this.#found.push({
        fault: `${this.name}: The first row has no known column name, such as mac or model.`,
        isUseless: true,
      });
  }
}
