// A table of keys: one line per device, `file,key` or `mac,key`, with or without a line of names, quoted as RFC 4180.
import { UsageError } from "./verb";

const address = /^[0-9a-f]{2}(?:[:.-]?[0-9a-f]{2}){5}$/i;

export interface DeviceKey {
  /** File below the folder, or the device's address in twelve hexadecimal digits. */
  readonly name: string;
  readonly isAddress: boolean;
  readonly key: string;
  readonly line: number;
}

export function deviceKeys(text: string, table: string): DeviceKey[] {
  const rows = readRows(text.replace(/^\ufeff/, ""), table);
  const [first] = rows;
  const names = first?.fields.map((field) => field.trim().toLowerCase()) ?? [];
  const hasNames = names.includes("key");
  const nameColumn = hasNames ? names.findIndex((name) => /^(?:file|mac|name|device)$/.test(name)) : 0;
  const keyColumn = hasNames ? names.indexOf("key") : 1;
  if (nameColumn < 0) throw new UsageError(`${table}: There is a column key, but no column file or mac.`);
  const keys: DeviceKey[] = [];
  const lines = new Map<string, number>();
  for (const { fields, line } of hasNames ? rows.slice(1) : rows) {
    const word = fields[nameColumn]?.trim() ?? "";
    const key = fields[keyColumn] ?? "";
    if (word === "" || key === "")
      throw new UsageError(`${table}:${line}: Expected a file or MAC address, then a key.`);
    const isAddress = address.test(word);
    // messages repeat the name, so a key must not be taken for one
    if (!isAddress && address.test(key.trim()))
      throw new UsageError(`${table}:${line}: Expected the file or MAC address first, then the key.`);
    const name = isAddress ? word.replace(/[:.-]/g, "").toLowerCase() : word;
    const earlier = lines.get(name);
    if (earlier !== undefined) throw new UsageError(`${table}:${line}: ${word} already has a key on line ${earlier}.`);
    lines.set(name, line);
    keys.push({ name, isAddress, key, line });
  }
  return keys;
}

interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

function readRows(text: string, table: string): Row[] {
  const rows: Row[] = [];
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  let at = 0;
  const endRow = () => {
    if (fields.length > 1 || fields[0]?.trim()) rows.push({ fields, line: start });
    fields = [];
    start = line;
  };
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new UsageError(`${table}:${start}: Missing closing quote.`);
        if (text[at] === '"' && text[++at] !== '"') break;
        if (text[at] === "\n") line++;
        field += text[at] ?? "";
      }
    } else {
      const from = at;
      while (at < text.length && text[at] !== "," && text[at] !== "\n" && text[at] !== "\r") at++;
      field = text.slice(from, at);
    }
    fields.push(field);
    if (text[at] === ",") {
      at++;
      if (at >= text.length) fields.push("");
      continue;
    }
    if (text[at] === "\r") at++;
    if (at < text.length && text[at] !== "\n")
      throw new UsageError(`${table}:${line}: Text after a closing quote, or an invalid line end.`);
    at++;
    line++;
    endRow();
  }
  endRow();
  return rows;
}
