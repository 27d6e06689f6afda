import * as l10n from "@vscode/l10n";
import { faultInWords, RowReader } from "../devices/rows";
import { isSecretName } from "../schema/secretName";
import { type JsonNode, readJson } from "../text/json";
import { LineIndex } from "../text/lineIndex";

// The data of templates: lists of CSV, JSON or YAML. A list gives a row for each of its items; an object has values that
// all rows share.

/** A value of the data. */
export type Value = string | number | boolean | null | readonly Value[] | Values;
export type Values = ReadonlyMap<string, Value>;

export interface DataFile {
  /** As messages call it. */
  readonly name: string;
  readonly text: string;
}

export interface DataRow {
  readonly values: Values;
  /** In its file, counted from 1; undefined where the reader says none. */
  readonly line?: number;
}

export interface Data {
  /** Of the file with the rows. */
  readonly name: string;
  readonly rows: readonly DataRow[];
  /** Values that must not be shown. */
  readonly secrets: readonly string[];
  /** What is wrong with the files; there are no rows then. */
  readonly faults: readonly string[];
}

export interface DataChoice {
  /** The member of an object that has the rows. */
  readonly rows?: string | undefined;
  /** A name for the whole row, beside `row`. */
  readonly as?: string | undefined;
}

/** Reads YAML: the value, or what is wrong with the text, fit to be shown. */
export type ReadYaml = (text: string) => { readonly value: unknown } | { readonly fault: string };

const maxRows = 100_000;
const maxValues = 5_000_000;
const maxDepth = 60;
/** Shorter texts occur everywhere by chance. */
const minSecret = 4;

/** Items with their lines, or an object. */
type Read =
  | { readonly items: readonly Item[] }
  | { readonly values: Values; readonly lines: Lines }
  | { readonly fault: string };
type Item = { readonly value: Value; readonly line?: number };
/** Lines of the items of a member. */
type Lines = ReadonlyMap<string, readonly number[]>;

export function readData(files: readonly DataFile[], choice: DataChoice, yaml: ReadYaml): Data {
  const shared = new Map<string, Value>();
  const faults: string[] = [];
  let list: { readonly name: string; readonly items: readonly Item[] } | undefined;
  for (const file of files) {
    const read = readFile(file, yaml);
    if ("fault" in read) faults.push(`${file.name}: ${read.fault}`);
    else if ("items" in read) {
      if (list) faults.push(l10n.t("{0} and {1} both have rows. Only one file can.", list.name, file.name));
      list ??= { name: file.name, items: read.items };
    } else
      for (const [key, value] of read.values) {
        if (key !== choice.rows || !Array.isArray(value)) shared.set(key, value);
        else {
          const lines = read.lines.get(key);
          list = {
            name: file.name,
            items: (value as readonly Value[]).map((item, i) => ({ value: item, ...lineOf(lines?.[i]) })),
          };
        }
      }
  }
  const name = list?.name ?? files[0]?.name ?? "";
  if (choice.rows !== undefined && !list) faults.push(l10n.t("{0}: There is no list `{1}`.", name, choice.rows));
  const items = list?.items ?? [{ value: new Map<string, Value>() }];
  if (items.length > maxRows) faults.push(l10n.t("{0}: There are more than {1} rows.", name, maxRows));
  const rows: DataRow[] = [];
  for (const [i, { value, line }] of items.entries()) {
    if (!(value instanceof Map)) {
      faults.push(l10n.t("{0}: Row {1} is not an object with names and values.", name, i + 1));
      break;
    }
    const own = value as Values;
    const whole: Value = own;
    rows.push({
      values: new Map<string, Value>([
        ...shared,
        ["row", whole],
        ...(choice.as === undefined ? [] : [[choice.as, whole] as const]),
        ...own,
      ]),
      ...lineOf(line),
    });
  }
  if (faults.length > 0) return { name, rows: [], secrets: [], faults };
  const secrets = new Set<string>();
  for (const value of [shared, ...items.map((item) => item.value)]) collectSecrets(value, false, secrets);
  return { name, rows, faults, secrets: [...secrets].sort((a, b) => b.length - a.length) };
}

function lineOf(line: number | undefined): { readonly line?: number } {
  return line === undefined ? {} : { line };
}

function readFile({ name, text }: DataFile, yaml: ReadYaml): Read {
  if (/\.ya?ml$/i.test(name)) return fromPlain(yaml(text));
  if (/\.json$/i.test(name) || /^\ufeff?\s*[[{]/.test(text)) return readJsonData(text);
  return readCsv(text);
}

function readCsv(text: string): Read {
  const items: Item[] = [];
  let header: readonly string[] | undefined;
  let fault: string | undefined;
  const take = (cells: string[], line: number, wrong?: Parameters<typeof faultInWords>[0]) => {
    if (wrong) fault ??= l10n.t("Line {0}: {1}", line + 1, faultInWords(wrong));
    else if (!header) {
      header = cells;
      const twice = cells.find((cell, i) => cell !== "" && cells.indexOf(cell) < i);
      if (twice !== undefined) fault ??= l10n.t("Two columns are called `{0}`.", twice);
    } else {
      if (cells.length > header.length && cells.slice(header.length).some((cell) => cell !== ""))
        fault ??= l10n.t("Line {0} has more cells than the first row has names.", line + 1);
      const names = header;
      const values = new Map<string, Value>();
      for (const [i, column] of names.entries()) if (column !== "") values.set(column, cells[i] ?? "");
      items.push({ value: values, line: line + 1 });
    }
  };
  const rows = new RowReader();
  rows.read(text, take);
  rows.finish(take);
  if (fault !== undefined) return { fault };
  return header ? { items } : { fault: l10n.t("The file is empty.") };
}

function readJsonData(text: string): Read {
  const { root, problems } = readJson(text);
  const lines = new LineIndex(text);
  const line = (offset: number) => lines.positionAt(offset).line + 1;
  const [problem] = problems;
  if (problem) return { fault: l10n.t("Line {0}: {1}", line(problem.span.start), problem.message) };
  if (!root) return { fault: l10n.t("The file is empty.") };
  if (root.kind === "array")
    return { items: root.items.map((item) => ({ value: ofJson(item), line: line(item.span.start) })) };
  if (root.kind !== "object") return { fault: l10n.t("The file has neither a list nor an object.") };
  const listed = root.members.flatMap(({ key, value }) =>
    value.kind === "array" ? [[key, value.items.map((item) => line(item.span.start))] as const] : [],
  );
  return { values: ofJson(root) as Values, lines: new Map(listed) };
}

function ofJson(node: JsonNode): Value {
  switch (node.kind) {
    case "object":
      return new Map(node.members.map(({ key, value }) => [key, ofJson(value)]));
    case "array":
      return node.items.map(ofJson);
    case "null":
      return null;
    default:
      return node.value;
  }
}

function fromPlain(read: ReturnType<ReadYaml>): Read {
  if ("fault" in read) return read;
  let count = 0;
  const convert = (value: unknown, depth: number): Value => {
    if (++count > maxValues || depth > maxDepth) throw new TooMany();
    if (Array.isArray(value)) return value.map((item: unknown) => convert(item, depth + 1));
    if (typeof value === "object" && value !== null)
      return new Map(Object.entries(value).map(([key, member]) => [key, convert(member, depth + 1)]));
    return typeof value === "number" || typeof value === "boolean" ? value : value == null ? null : String(value);
  };
  try {
    const value = convert(read.value, 0);
    if (Array.isArray(value)) return { items: (value as readonly Value[]).map((item) => ({ value: item })) };
    return value instanceof Map
      ? { values: value as Values, lines: new Map() }
      : { fault: l10n.t("The file has neither a list nor an object.") };
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return { fault: l10n.t("The file has too many values, or is nested too deep.") };
  }
}

class TooMany extends Error {}

function collectSecrets(value: Value, isSecret: boolean, found: Set<string>): void {
  if (value instanceof Map) {
    for (const [key, member] of value as Values) collectSecrets(member, isSecret || isSecretName(key), found);
  } else if (Array.isArray(value)) {
    for (const item of value as readonly Value[]) collectSecrets(item, isSecret, found);
  } else if (isSecret && (typeof value === "string" || typeof value === "number")) {
    const text = String(value);
    if (text.length >= minSecret) found.add(text);
  }
}
