import { csvLine } from "../text/csv";
import { escapeMarkdown } from "../text/markdown";
import { printable } from "../text/printable";
import type { RolloutReport } from "./report";
import { type Section, sectionsOf, type Table } from "./sections";
import { reasonInWords } from "./words";

interface RolloutFormat {
  readonly name: string;
  write(report: RolloutReport): string;
}

/** Rows of a table that people read. */
const maxRows = 100;

export const rolloutFormats: readonly RolloutFormat[] = [
  { name: "text", write: (report) => sectionsOf(report, maxRows).map(textOf).join("\n") },
  { name: "markdown", write: (report) => sectionsOf(report, maxRows).map(markdownOf).join("\n") },
  { name: "csv", write: csv },
  { name: "json", write: (report) => `${JSON.stringify(report)}\n` },
];

function textOf({ title, table, lines }: Section): string {
  return [title, ...(table ? columnsOf(table) : []), ...lines].map((line) => `${printable(line).trimEnd()}\n`).join("");
}

function columnsOf({ head, rows, numbers }: Table): readonly string[] {
  const all = [head, ...rows];
  const isUsed = head.map((_, at) => rows.some((row) => row[at] !== ""));
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const cell = (text: string, at: number) =>
    numbers.has(at) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return all.map((row) => `  ${row.flatMap((text, at) => (isUsed[at] ? [cell(text, at)] : [])).join("  ")}`);
}

function markdownOf({ title, table, lines }: Section): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |\n`;
  const rows = table
    ? [
        row(table.head),
        `|${table.head.map((_, at) => (table.numbers.has(at) ? " ---: |" : " --- |")).join("")}\n`,
        ...table.rows.map(row),
        "\n",
      ]
    : [];
  return `### ${escapeMarkdown(title)}\n\n${rows.join("")}${lines.map((line) => `- ${escapeMarkdown(line)}\n`).join("")}`;
}

const columns = [
  "site",
  "subnet",
  "model",
  "load",
  "wave",
  "file",
  "phones",
  "shares",
  "depth",
  "levels",
  "downloads",
  "wan_bytes",
  "seconds",
  "reason",
];

/** A line for each tree, and one for phones that gain nothing. */
function csv({ trees, gainNothing }: RolloutReport): string {
  let text = csvLine(columns);
  for (const { site, subnet, model, load = "", wave = "", phones, depth, levels, files } of trees)
    for (const { name, wanBytes, ready } of files)
      text += csvLine([
        ...[site, subnet, model, load, wave, name, String(phones), "yes", String(depth), levels.join(" ")],
        ...["1", String(wanBytes), String(Math.round(ready.at(-1) ?? 0)), ""],
      ]);
  for (const { site, subnet, model, load = "", wave = "", phones, downloads, wanBytes, reason } of gainNothing)
    text += csvLine([
      ...[site, subnet, model, load, wave, "", String(phones), "no", "", ""],
      ...[String(downloads), String(wanBytes), "", reasonInWords(reason)],
    ]);
  return text;
}
