import { printable } from "../text/printable";
import type { Detail, Group, GroupChange, PlanReport } from "./groups";
import { dangers } from "./kinds";
import {
  bothInWords,
  byInWords,
  devices,
  factOf,
  kindsOf,
  landsInWords,
  leftBehindInWords,
  moreInWords,
  namesInWords,
  number,
  sumInWords,
  titleOf,
  undecidedInWords,
  valueInWords,
} from "./words";

/** A comment of a pull request has at most 65,536 characters. */
const maxCharacters = 60_000;

/** The plan for a pull request. */
export function markdown(report: PlanReport, detail: Detail = "groups"): string {
  const { base, head, groups, leftBehind, lands, totals } = report;
  let text = `### Flat Profile: plan for ${devices(report.devices)}\n\n${code(base)} → ${code(head)}\n\n**${sumInWords(report)}**\n`;
  const end = lands.length > 0 ? `\nLands: ${escaped(landsInWords(report))}\n` : "";
  let more = report.more;
  const add = (part: string): boolean => {
    if (text.length + part.length + end.length + 100 > maxCharacters) return false;
    text += part;
    return true;
  };
  for (const kind of kindsOf(report)) {
    add(`\n#### ${titleOf(kind, totals[kind])}\n`);
    for (const group of groups) if (group.kind === kind && !add(details(group, detail))) more++;
    if (kind === "undecided")
      for (const [i, each] of report.undecided.entries())
        if (!add(`${i === 0 ? "\n" : ""}- ${number(each.count)}: ${escaped(undecidedInWords(each))}\n`)) more++;
  }
  if (leftBehind.length > 0) {
    add(`\n#### ${titleOf("left behind", totals["left behind"])}\n\n`);
    for (const each of leftBehind) {
      const clear = each.clear === undefined ? "" : ` To change it, write ${code(each.clear)}.`;
      if (!add(`- ${number(each.count)}: ${escaped(leftBehindInWords(each))}.${clear}\n`)) more++;
    }
  }
  text += end;
  if (more > 0) text += `\n${moreInWords({ more })} in the artifact.\n`;
  return text;
}

function details(group: Group, detail: Detail): string {
  const who = detail === "devices" ? namesInWords(group) : devices(group.count);
  const summary = [who, byInWords(group, ", ")].filter((text) => text !== "").join(" — ");
  const fact = factOf(group);
  const rows = group.changes.flatMap(rowsOf);
  const table =
    rows.length === 0 ? [] : ["| Setting | Before | After | Set in |\n", "| --- | --- | --- | --- |\n", ...rows];
  const faults = (group.invalid ?? []).map(
    ({ name, message, place }) => `- ${code(name)} ${escaped(message)}${at(place)}\n`,
  );
  const named = group.devices.map(code).join(", ");
  const rest = group.count > group.devices.length ? ` and ${number(group.count - group.devices.length)} more` : "";
  const body = [
    fact === "" ? "" : `${group.kind === "stranded" ? escaped(fact) : code(fact)}${at(group.place)}\n\n`,
    ...table,
    table.length > 0 && faults.length > 0 ? "\n" : "",
    ...faults,
    `\nDevices: ${named}${rest}\n`,
  ];
  const open = dangers.has(group.kind) ? " open" : "";
  return `\n<details${open}><summary>${asHtml(summary)}</summary>\n\n${body.join("")}\n</details>\n`;
}

function rowsOf({ name, from, to, secret, access, different, place }: GroupChange): string[] {
  const row = (...cells: readonly string[]) =>
    `| ${[...cells, place === undefined ? "" : code(place)].map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  const rows: string[] = [];
  if (different !== undefined) rows.push(row(code(name), "", `${number(different)} different values`));
  else if (secret) rows.push(row(code(name), "(secret)", "(another secret)"));
  else if (from !== undefined || to !== undefined) {
    const [before, after] = bothInWords(from, to);
    rows.push(row(code(name), from ? code(before) : before, to ? code(after) : after));
  }
  if (access) rows.push(row(`${code(name)} access`, value(access.from), value(access.to)));
  return rows;
}

function value(text: string | null | undefined): string {
  return text ? code(valueInWords(text)) : valueInWords(text);
}

function at(place: string | undefined): string {
  return place === undefined ? "" : ` (${code(place)})`;
}

/** A line that begins with a tag has no Markdown in it. */
function asHtml(text: string): string {
  return printable(text).replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? c);
}

/** Text of the files never becomes markup. */
function escaped(text: string): string {
  return asHtml(text).replace(/[\\`*_[\]|@#]/g, "\\$&");
}

/** A code span whose fence is longer than any run of backticks in it. */
function code(text: string): string {
  const shown = printable(text);
  const fenceLength = 1 + Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(fenceLength);
  return fenceLength > 1 || shown === "" ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
