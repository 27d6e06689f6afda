import * as l10n from "@vscode/l10n";
import { csvLine } from "../../text/csv";
import { escapeMarkdown } from "../../text/markdown";
import { printable } from "../../text/printable";
import { countVerdicts, type GateRow } from "./gateReport";
import { countsInWords, effectInWords, outcomeOf, outcomeTitle, ruleInWords } from "./words";

interface GateFormat {
  readonly name: "text" | "markdown" | "csv" | "json";
  write(rows: readonly GateRow[]): string;
}

export const gateFormats: readonly GateFormat[] = [
  { name: "text", write: text },
  { name: "markdown", write: markdown },
  { name: "csv", write: csv },
  {
    name: "json",
    write: (rows) =>
      `${JSON.stringify({ format: "flat-profile/gate", version: 1, counts: countVerdicts(rows), rows })}\n`,
  },
];

function text(rows: readonly GateRow[]): string {
  const lines = rows.flatMap((row) => [
    `${row.verdict.padEnd(7)}  ${[row.id, row.model, row.file].filter(Boolean).join("  ")}  ${deciding(row)}`,
    `         ${row.reason}`,
    `         ${effectInWords(row)}`,
    ...row.notes.map((note) => `         ${note}`),
  ]);
  return `${[...lines, "", countsInWords(countVerdicts(rows))].map(printable).join("\n")}\n`;
}

const deciding = ({ rule, because }: GateRow) =>
  [rule === undefined ? "" : `rule ${rule}`, because === "override" ? "Override" : ""].filter(Boolean).join(", ");

function markdown(rows: readonly GateRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |\n`;
  const head = [
    l10n.t("Phone"),
    l10n.t("Model"),
    l10n.t("Image"),
    l10n.t("Verdict"),
    l10n.t("Rule"),
    l10n.t("Why"),
    l10n.t("What happens"),
  ];
  const body = rows.map((row) => [
    ...[row.id, row.model ?? "", row.file, outcomeTitle(outcomeOf(row)), ruleInWords(row)],
    ...[row.reason, [effectInWords(row), ...row.notes].join(" ")],
  ]);
  return `${line(head)}|${head.map(() => " --- |").join("")}\n${body.map(line).join("")}\n${escapeMarkdown(countsInWords(countVerdicts(rows)))}\n`;
}

const columns = [
  "id",
  "model",
  "running",
  "file",
  "version",
  "verdict",
  "rule",
  "because",
  "after",
  "restarts",
  "reason",
  "notes",
];

function csv(rows: readonly GateRow[]): string {
  const lines = rows.map((row) => {
    const { id, model = "", running = "", file, version = "", verdict, rule, because, after = "" } = row;
    const restarts = row.restarts === undefined ? "" : row.restarts ? "yes" : "no";
    return csvLine([
      ...[id, model, running, file, version, verdict, String(rule ?? ""), because, after, restarts],
      row.reason,
      row.notes.join(" "),
    ]);
  });
  return csvLine(columns) + lines.join("");
}
