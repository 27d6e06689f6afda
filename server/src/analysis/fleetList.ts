import type { Device } from "../devices/device";
import { type InventoryColumns, readColumns } from "../devices/deviceInventory";
import { faultInWords, RowReader, type TakeRow } from "../devices/rows";
import type { PreviewFleet } from "../preview/preview";
import type { Catalogue } from "../schema/catalogue";
import { type RowCheck, rowCheck } from "./rowFaults";

/** Lines count from 1. */
export interface FleetListener {
  /** The first row, which names the columns. It is useless when nothing in it is known. */
  head(columns: readonly string[], unknown: readonly string[], isUseless: boolean): void;
  /** `faultOf` says in a sentence what is wrong with the row. */
  device(device: Device, line: number, faultOf: () => string | undefined): void;
  /** A row that cannot be separated from the text around it. */
  lost(line: number, reason: string, hasHead: boolean): void;
}

/** A list of devices for one file, while its text comes in. */
export class FleetList {
  readonly #rows: RowReader;
  #columns: InventoryColumns | undefined;
  #check: RowCheck | undefined;
  #count = 0;
  #row = 0;

  constructor(
    readonly catalogue: Catalogue,
    readonly isFirmware: PreviewFleet["isFirmware"],
    readonly listener: FleetListener,
    /** Others are counted only; rows count from 0, that of the names of columns, which is always wanted. */
    readonly isWanted: (row: number) => boolean = () => true,
  ) {
    this.#rows = new RowReader((row) => row === 0 || isWanted(row));
  }

  read(text: string): void {
    this.#rows.read(text, this.#take);
  }

  finish(): void {
    this.#rows.finish(this.#take);
  }

  /** How many devices there were. */
  get count(): number {
    return this.#count;
  }

  #take: TakeRow = (row, line, fault) => {
    const { catalogue, listener } = this;
    const isWanted = this.isWanted(this.#row++) || !this.#columns;
    if (fault) {
      if (isWanted) listener.lost(line + 1, faultInWords(fault), this.#columns !== undefined);
    } else if (this.#columns) {
      this.#count++;
      if (!isWanted) return;
      const device = this.#columns.deviceOf(row, this.#count);
      listener.device(device, line + 1, () => this.#check?.(row, device));
    } else {
      this.#columns = readColumns(row, [catalogue]);
      this.#check = rowCheck(row.length, catalogue, this.isFirmware);
      const { unknown } = this.#columns;
      // A list without column names can contain anything.
      listener.head(row, unknown, unknown.length === row.filter((name) => name !== "").length);
    }
  };
}
