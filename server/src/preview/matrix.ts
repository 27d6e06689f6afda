import type { Device } from "../devices/device";
import type { ProfileDocument } from "../profile/profileDocument";
import { LineIndex } from "../text/lineIndex";

// What a file makes many devices end up with: a row for each setting, a column for each device.

/** The value of a setting that a device ends up with. */
export interface EndValue {
  /** For comparing; it may be a secret. */
  readonly text: string;
  /** The text with secrets masked. */
  readonly shown: string;
  /** Nothing unknown can change it. */
  readonly isCertain: boolean;
  readonly origin: Origin;
}

/** Where a value is set. */
interface Origin {
  readonly document: ProfileDocument;
  readonly offset: number;
  /** The name of the document; absent for the file that the question is about. */
  readonly file?: string;
}

/** By name of the setting. */
export type EndValues = ReadonlyMap<string, EndValue>;

export interface Matrix {
  readonly devices: readonly MatrixDevice[];
  /** Indexes of devices that end up with the same, in the order of the devices. */
  readonly alike: readonly (readonly number[])[];
  readonly rows: readonly MatrixRow[];
}

interface MatrixDevice {
  readonly id: string;
  readonly label: string;
}

export interface MatrixRow {
  readonly name: string;
  /** Every device surely ends up with the same value. */
  readonly isSame: boolean;
  /** The different cells of the row, and for each device which of them is its own; -1 for none. */
  readonly cells: readonly MatrixCell[];
  readonly of: readonly number[];
}

/** Without `now` the setting is not set. `was` is what it was before, where two states of a file are compared. */
export interface MatrixCell {
  readonly now?: MatrixValue;
  readonly was?: MatrixValue;
}

export interface MatrixValue {
  /** Secrets are masked. */
  readonly value: string;
  readonly isCertain: boolean;
  /** Counts from 1. */
  readonly line: number;
  /** Absent for the file itself. */
  readonly file?: string;
}

/** What each device ends up with, all settings that any of them gets. Lists are in the order of the devices. */
export function matrixOf(devices: readonly Device[], values: readonly EndValues[]): Matrix {
  return build(
    devices,
    values.map((now) => ({ now })),
    false,
  );
}

/** What changes for each device: settings that change for one of them; a device without a change has no cell. */
export function changesOf(
  devices: readonly Device[],
  before: readonly EndValues[],
  after: readonly EndValues[],
): Matrix {
  return build(
    devices,
    after.map((now, i) => ({ now, was: before[i] ?? nothing })),
    true,
  );
}

const nothing: EndValues = new Map();

/** What a device ends up with, and did before. */
interface Column {
  readonly now: EndValues;
  readonly was?: EndValues;
}

function build(devices: readonly Device[], given: readonly Column[], isChange: boolean): Matrix {
  const columns = distinct(given);
  const at = given.map(({ now, was }) => columns.findIndex((each) => each.now === now && each.was === was));
  const names = new Set(columns.flatMap(({ now, was }) => [...now.keys(), ...(was?.keys() ?? [])]));
  const signatures = columns.map(() => "");
  const lines = new Lines();
  const plain = ({ shown, isCertain, origin }: EndValue): MatrixValue => ({
    ...{ value: shown, isCertain, line: lines.at(origin) },
    ...(origin.file !== undefined && { file: origin.file }),
  });
  const rows: MatrixRow[] = [];
  for (const name of names) {
    const row = new Row(plain);
    const of = columns.map(({ now, was }) => row.add(now.get(name), was?.get(name), isChange));
    if (of.every(({ cell }) => cell < 0)) continue;
    for (const [i, { meaning }] of of.entries()) signatures[i] += `${meaning} `;
    const isSame = !isChange && of.every(({ meaning }) => meaning === of[0]?.meaning) && row.isCertain;
    rows.push({ name, isSame, cells: row.cells, of: at.map((i) => of[i]?.cell ?? -1) });
  }
  const groups = new Map<string, number[]>();
  for (const [i, column] of at.entries()) {
    const signature = signatures[column] ?? "";
    groups.set(signature, [...(groups.get(signature) ?? []), i]);
  }
  return {
    devices: devices.map(({ id, label, model }) => ({ id, label: label ?? model ?? id })),
    alike: [...groups.values()],
    rows,
  };
}

/** Devices with the same objects have the same column. */
function distinct(columns: readonly Column[]): readonly Column[] {
  const found: Column[] = [];
  for (const column of columns)
    if (!found.some(({ now, was }) => now === column.now && was === column.was)) found.push(column);
  return found;
}

/** Collects the cells of one setting. */
class Row {
  readonly cells: MatrixCell[] = [];
  isCertain = true;
  readonly #cells = new Map<EndValue | undefined, Map<EndValue | undefined, number>>();
  readonly #meanings = new Map<string, number>();

  constructor(readonly plain: (value: EndValue) => MatrixValue) {}

  /** The index of the cell, and a number for what it says: two lines may set the same. */
  add(now: EndValue | undefined, was: EndValue | undefined, isChange: boolean): { cell: number; meaning: number } {
    if (isChange ? isEqual(now, was) : !now) return { cell: -1, meaning: -1 };
    if (now && !now.isCertain) this.isCertain = false;
    const words = JSON.stringify([now, was].map((value) => value && [value.text, value.isCertain]));
    const meaning = this.#meanings.get(words) ?? this.#meanings.size;
    this.#meanings.set(words, meaning);
    const ofNow = this.#cells.get(now) ?? new Map<EndValue | undefined, number>();
    this.#cells.set(now, ofNow);
    let cell = ofNow.get(was);
    if (cell === undefined) {
      cell = this.cells.length;
      ofNow.set(was, cell);
      this.cells.push({ ...(now && { now: this.plain(now) }), ...(was && { was: this.plain(was) }) });
    }
    return { cell, meaning };
  }
}

function isEqual(a: EndValue | undefined, b: EndValue | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.text === b.text && a.isCertain === b.isCertain);
}

/** Lines of the documents that values come from. */
class Lines {
  readonly #known = new Map<ProfileDocument, LineIndex>();

  at({ document, offset }: Origin): number {
    let lines = this.#known.get(document);
    if (!lines) {
      lines = new LineIndex(document.segments.map(({ text }) => text).join(""));
      this.#known.set(document, lines);
    }
    return lines.positionAt(offset).line + 1;
  }
}
