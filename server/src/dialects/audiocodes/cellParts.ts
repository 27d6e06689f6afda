import type { SettingParts } from "../../profile/setting";

/** What the cells of one column have in common. */
export interface Column {
  readonly name: string;
  /** The table. */
  readonly path: string;
  /** A template fills in parts of the row. */
  readonly templated: boolean;
}

/** A cell as a setting, and the place of its value: files have tens of thousands of them, so what they share is in the column. */
export class CellParts implements SettingParts {
  constructor(
    readonly column: Column,
    readonly start: number,
    readonly end: number,
  ) {}

  get name(): string {
    return this.column.name;
  }

  get path(): string {
    return this.column.path;
  }

  get templated(): boolean {
    return this.column.templated;
  }

  get writtenAs(): Column {
    return this.column;
  }

  get nameStart(): number {
    return -1;
  }

  get nameEnd(): number {
    return -1;
  }

  get valueStart(): number {
    return this.start;
  }

  get valueEnd(): number {
    return this.end;
  }

  get endNameStart(): number {
    return -1;
  }

  get endNameEnd(): number {
    return -1;
  }
}
