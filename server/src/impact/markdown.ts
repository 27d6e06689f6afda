import { printable } from "../text/printable";
import type { Group, PlanReport } from "./groups";
import {
  byInWords,
  changeInWords,
  devices,
  factOf,
  kindsOf,
  landsInWords,
  leftBehindInWords,
  number,
  sumInWords,
  titleOf,
} from "./words";

/** A comment of a pull request has at most 65,536 characters. */
const maxCharacters = 60_000;

/** The plan for a pull request. */
export function markdown(report: PlanReport): string {
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
    for (const group of groups) if (group.kind === kind && !add(details(group))) more++;
  }
  if (leftBehind.length > 0) {
    add(`\n#### ${titleOf("left behind", totals["left behind"])}\n\n`);
    for (const each of leftBehind) {
      const clear = each.clear === undefined ? "" : ` To change it, write ${code(each.clear)}.`;
      if (!add(`- ${number(each.count)}: ${escaped(leftBehindInWords(each))}.${clear}\n`)) more++;
    }
  }
  text += end;
  if (more > 0) text += `\n${number(more)} more groups in the artifact.\n`;
  return text;
}

function details(group: Group): string {
  const summary = [devices(group.count), byInWords(group)].filter((text) => text !== "").join(" — ");
  const fact = factOf(group);
  const rows = group.changes.map((change) => `- ${code(changeInWords(change))}${at(change.place)}\n`);
  const faults = (group.invalid ?? []).map(
    ({ name, message, place }) => `- ${code(name)} ${escaped(message)}${at(place)}\n`,
  );
  const named = group.devices.map(code).join(", ");
  const rest = group.count > group.devices.length ? ` and ${number(group.count - group.devices.length)} more` : "";
  const body = [
    fact === "" ? "" : `${code(fact)}${at(group.place)}\n\n`,
    ...rows,
    ...faults,
    `\nDevices: ${named}${rest}\n`,
  ];
  return `\n<details><summary>${escaped(summary)}</summary>\n\n${body.join("")}\n</details>\n`;
}

function at(place: string | undefined): string {
  return place === undefined ? "" : ` (${code(place)})`;
}

/** Text of the files never becomes markup. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? c)
    .replace(/[\\`*_[\]|@#]/g, "\\$&");
}

/** A code span whose fence is longer than any run of backticks in it. */
function code(text: string): string {
  const shown = printable(text);
  const fenceLength = 1 + Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(fenceLength);
  return fenceLength > 1 || shown === "" ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
