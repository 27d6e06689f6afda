import type { Column, SettingParts } from "./setting";

/** A cell as the parts of a setting, and the place of its value. */
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
