import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Column } from "../../../profile/setting";
import { type Segment, SegmentMemo } from "../../../profile/setting";
import { isNameSlip } from "../../../schema/nameSlip";
import { nearestAlone } from "../../../text/nearest";
import { rowsOf, stateAfter } from "../read";
import { referredTable } from "../references";
import type { Row } from "../rows";
import type { Format } from "../state";
import { allFormats, type Found, knownColumns, shortColumn } from "../tables";

const example = (rows: string, columns = "ProxyIp_IpAddress, ProxyIp_ProxySetId") =>
  `[ ProxyIp ]\nFORMAT ProxyIp_Index = ${columns};\n${rows}[ \\ProxyIp ]\n`;

/** The rows of a table in one segment. */ /** The rows of a table in one segment. */
interface TablePart {
  readonly segment: Segment;
  /** In capitals. */
  readonly table: string;
  readonly min: number;
  readonly max: number;
  /** A number comes twice among them. */
  readonly isTwice: boolean;
}

const parts = new SegmentMemo<readonly TablePart[]>();

/** The tables that have rows in a segment, worked out once for each segment. */
function partsOf(segment: Segment): readonly TablePart[] {
  let found = parts.get(segment);
  if (!found) {
    const drafts: PartDraft[] = [];
    let part: PartDraft | undefined;
    for (const row of rowsOf(segment)) {
      if (row.isTemplated) continue;
      if (part?.written !== row.table) part = draftFor(row.table, drafts);
      part.add(Number(row.number));
    }
    found = drafts.map(({ table, min, max, isTwice }) => ({ segment, table, min, max, isTwice }));
    parts.set(segment, found);
  }
  return found;
}

function draftFor(written: string, drafts: PartDraft[]): PartDraft {
  const table = written.toUpperCase();
  const known = drafts.find((each) => each.table === table);
  if (known) {
    known.written = written;
    return known;
  }
  const draft = new PartDraft(table, written);
  drafts.push(draft);
  return draft;
}

class PartDraft {
  readonly #numbers: number[] = [];
  #isAscending = true;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;

  constructor(
    readonly table: string,
    /** As it was written last. */
    public written: string,
  ) {}

  add(number: number): void {
    this.#numbers.push(number);
    if (!(number > this.max)) this.#isAscending = false;
    if (number > this.max) this.max = number;
    if (number < this.min) this.min = number;
  }

  get isTwice(): boolean {
    return !this.#isAscending && new Set(this.#numbers).size < this.#numbers.length;
  }
}

/** The tables in which a number may come twice: numbers of a table mostly go up from part to part. */
function tablesToSearch({ segments }: ProfileDocument): Iterable<readonly TablePart[]> {
  const tables = new Map<string, TablePart[]>();
  const mixed = new Set<TablePart[]>();
  let list: TablePart[] = [];
  let table: string | undefined;
  for (let i = 0; i < segments.length; i++) {
    const found = partsOf(segments[i] as Segment);
    for (let j = 0; j < found.length; j++) {
      const part = found[j] as TablePart;
      // most parts follow one of their table
      if (part.table !== table) {
        table = part.table;
        list = tables.get(table) ?? [];
        tables.set(table, list);
      }
      const before = list.at(-1);
      if (part.isTwice || (before !== undefined && part.min <= before.max)) mixed.add(list);
      list.push(part);
    }
  }
  return mixed;
}

/** Those that have a number twice, or numbers that lie between those of another one. */
function toSearch(list: readonly TablePart[]): readonly TablePart[] {
  const sorted = [...list].sort((a, b) => a.min - b.min);
  const found = new Set<TablePart>();
  let max = Number.NEGATIVE_INFINITY;
  for (const [i, part] of sorted.entries()) {
    const next = sorted[i + 1];
    if (part.isTwice || part.min <= max || (next !== undefined && part.max >= next.min)) found.add(part);
    max = Math.max(max, part.max);
  }
  return list.filter((part) => found.has(part));
}

/** Two rows with one number. */
export const rowDuplicate: Check = {
  code: "table/row-duplicate",
  severity: "error",
  title: "Two rows with one number",
  docs: "The number of a row may be used once in its table. It is not known which of two such rows the device takes. Give one of them another number.",
  examples: [
    {
      bad: example("ProxyIp 0 = 192.0.2.1, 0;\nProxyIp 0 = 192.0.2.2, 0;\n"),
      good: example("ProxyIp 0 = 192.0.2.1, 0;\nProxyIp 1 = 192.0.2.2, 0;\n"),
    },
  ],
  document(document, { report }) {
    for (const list of tablesToSearch(document)) {
      const seen = new Map<number, Found<Row>>();
      const free = Math.max(...list.map(({ max }) => max)) + 1;
      for (const { segment, table } of toSearch(list))
        for (const item of rowsOf(segment)) {
          if (item.isTemplated || (item.table !== table && item.table.toUpperCase() !== table)) continue;
          const number = Number(item.number);
          const first = seen.get(number);
          if (first) reportTwice(item, segment, first, free);
          else seen.set(number, { segment, item });
        }
    }
    function reportTwice(item: Row, segment: Segment, first: Found<Row>, free: number): void {
      report(segment, {
        span: item.index.span,
        message: l10n.t(
          "Row {0} of `{1}` is already there. Each number may be used once.",
          item.index.text,
          item.table,
        ),
        related: [
          {
            segment: first.segment,
            span: first.item.index.span,
            message: l10n.t("First row with this number"),
          },
        ],
        fixes: [
          { title: l10n.t("Replace with `{0}`", String(free)), edits: [{ span: item.index.span, text: String(free) }] },
        ],
      });
    }
  },
};

/** A table that the file ends within. */
export const tableOpen: Check = {
  code: "table/no-end",
  severity: "error",
  title: "Table without an end",
  docs: "A table ends with its name after a backslash in brackets: `[ \\ProxyIp ]`. The file ends before that.",
  examples: [
    {
      bad: "[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress;\nProxyIp 0 = 192.0.2.1;\n",
      good: "[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress;\nProxyIp 0 = 192.0.2.1;\n[ \\ProxyIp ]\n",
    },
  ],
  document(document, { report }) {
    const segment = document.segments.at(-1);
    const state = segment && stateAfter(segment);
    if (!segment || !state?.columns || state.isLeft || document.hasTemplate) return;
    const end = segment.text.trimEnd().length;
    report(segment, {
      span: { start: Math.max(0, end - 1), end },
      message: l10n.t("The table `{0}` has no end. Its end is `[ \\{0} ]`.", state.table),
      fixes: [
        {
          title: l10n.t("Insert `{0}`", `[ \\${state.table} ]`),
          edits: [{ span: { start: end, end }, text: `\n[ \\${state.table} ]` }],
        },
      ],
    });
  },
};

/** A column that the catalogue does not have. */
export const unknownColumn: Check = {
  code: "table/unknown-column",
  severity: "hint",
  title: "Unknown column",
  docs: "Our catalogue has no such column in the table. It does not know all columns of all releases, so that is only a hint; where the name looks like a misspelling of a known column it is a warning.",
  examples: [
    {
      bad: example("ProxyIp 0 = 192.0.2.1, 0;\n", "ProxyIp_IpAddres, ProxyIp_ProxySetId"),
      good: example("ProxyIp 0 = 192.0.2.1, 0;\n"),
    },
  ],
  document(document, { catalogue, report }) {
    for (const { segment, item } of allFormats(document)) {
      const table = item.table.text;
      const unknown = item.columns.filter(
        ({ text }) =>
          /^\w+$/.test(text) &&
          text.toUpperCase().startsWith(`${table.toUpperCase()}_`) &&
          !catalogue.findPattern(text, table),
      );
      if (unknown.length === 0 || !catalogue.hasSection(table)) continue;
      const there = new Set(item.columns.map(({ text }) => text.toUpperCase()));
      const free = knownColumns(catalogue, table).filter((name) => !there.has(name.toUpperCase()));
      for (const { text, span } of unknown) {
        const short = shortColumn(text, table);
        const near = nearestAlone(text, free);
        const isSlip = near !== undefined && isNameSlip(short, shortColumn(near, table));
        report(segment, {
          span,
          ...(isSlip && { severity: "warning" as const }),
          message: isSlip
            ? l10n.t("Our catalogue has no column `{0}`. Did you mean `{1}`?", text, near)
            : l10n.t("Our catalogue has no column `{0}`.", text),
          ...(isSlip && {
            fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span, text: near }] }],
          }),
        });
      }
    }
  },
};

/** What a device writes of itself at the start of its own file. */
const ownHead = /^;\s*(?:Board(?: type)?|Serial Number|Software Version|DSP Software)\s*:/im;

/** A table that refers to rows of a later table. */
export const tableOrder: Check = {
  code: "table/order",
  severity: "warning",
  title: "Table before the one that it refers to",
  docs: "A table must come before those that refer to its rows by their numbers: the manual of 6.6 says so. Otherwise the device may not find the row. It is reported once for each file. A file that a device wrote itself is not judged.",
  examples: [
    {
      bad: `${example("ProxyIp 0 = 192.0.2.1, 0;\n")}[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_EnableProxyKeepAlive;\nProxySet 0 = 1;\n[ \\ProxySet ]\n`,
      good: `[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_EnableProxyKeepAlive;\nProxySet 0 = 1;\n[ \\ProxySet ]\n${example("ProxyIp 0 = 192.0.2.1, 0;\n")}`,
    },
  ],
  document(document, { report }) {
    const [first] = document.segments;
    if (!first || document.hasTemplate || ownHead.test(first.text)) return;
    const places = new Map<string, number>();
    for (const { item } of allFormats(document)) {
      const name = item.table.text.toUpperCase();
      if (!places.has(name)) places.set(name, places.size);
    }
    const found: { segment: Segment; item: Format; referred: string }[] = [];
    for (const { segment, item } of allFormats(document)) {
      const table = item.table.text.toUpperCase();
      for (const { text } of item.columns) {
        const referred = referredTable(text, item.table.text);
        if (referred === undefined) continue;
        const place = places.get(referred.toUpperCase());
        if (place === undefined || place < (places.get(table) ?? 0)) continue;
        if (found.some((each) => each.item.table.text.toUpperCase() === table && each.referred === referred)) continue;
        if (document.segments.some((each) => referring(each).has(`${table}/${text.toUpperCase()}`)))
          found.push({ segment, item, referred });
      }
    }
    const [one, ...others] = found;
    if (!one) return;
    const message = ({ item, referred }: typeof one) =>
      l10n.t("`{0}` refers to rows of `{1}`, which comes later. Move `{1}` before it.", item.table.text, referred);
    report(one.segment, {
      span: one.item.table.span,
      message: message(one),
      related: others.map((each) => ({
        segment: each.segment,
        span: each.item.table.span,
        message: message(each),
      })),
    });
  },
};

const known = new SegmentMemo<ReadonlySet<string>>();

/** Columns that contain the number of a row of another table, in one of the rows of a segment. */
function referring(segment: Segment): ReadonlySet<string> {
  let found = known.get(segment);
  if (!found) {
    const columns = new Set<string>();
    for (const row of rowsOf(segment))
      for (const i of referringColumns(row.columns)) {
        const { name, path } = row.columns[i] as Column;
        if (!row.isTemplated && i < row.count && /^\d{1,5}$/.test(row.setting(i).text))
          columns.add(`${path}/${name}`.toUpperCase());
      }
    found = columns;
    known.set(segment, found);
  }
  return found;
}

const columnsKnown = new WeakMap<readonly Column[], readonly number[]>();

/** The columns that mean rows of another table. */
function referringColumns(columns: readonly Column[]): readonly number[] {
  let found = columnsKnown.get(columns);
  if (!found) {
    found = columns.flatMap(({ name, path }, i) => (referredTable(name, path) === undefined ? [] : [i]));
    columnsKnown.set(columns, found);
  }
  return found;
}

/** What is wrong in a single row or FORMAT line is found while it is read. */
export const tableChecks: readonly Check[] = [rowDuplicate, tableOpen, unknownColumn, tableOrder];
