import * as l10n from "@vscode/l10n";
import type { TableAnswer, TableProblem } from "../../../server/src/protocol/table";
import type { Mood } from "../shared/mood";

type Shown = NonNullable<TableAnswer["table"]>;

export function moodOf(problems: readonly TableProblem[]): Mood | undefined {
  if (problems.length === 0) return undefined;
  if (problems.some(({ severity }) => severity === "error")) return "bad";
  return problems.some(({ severity }) => severity === "warning") ? "warn" : "none";
}

export function problemWords(problems: readonly TableProblem[]): string {
  return problems.map(({ message }) => message).join("\n");
}

export function sentenceOf(answer: TableAnswer | null): string {
  const table = answer?.table;
  if (!table) return answer ? l10n.t("The file has no table.") : "";
  const { name, rows } = table;
  const problems = rows.flatMap((row) => [
    ...(row.problems ?? []),
    ...row.cells.flatMap((cell) => cell.problems ?? []),
  ]);
  const count = problems.length;
  const size = sizeOf(name, rows.length);
  if (count === 0) return size;
  return count === 1 ? l10n.t("{0}, 1 problem", size) : l10n.t("{0}, {1} problems", size, count);
}

/** The name of a table and how many rows it has. */
export function sizeOf(name: string, rows: number): string {
  return rows === 1 ? l10n.t("{0}: 1 row", name) : l10n.t("{0}: {1} rows", name, rows);
}

/** What the catalogue says of a column. */
export function columnWords({ note, options = [] }: Shown["columns"][number]): string {
  const values = options.map(({ value, label }) => (label === "" ? value : `${value} ${label}`)).join(", ");
  return [note, values].filter((part) => part !== "").join(" ");
}
