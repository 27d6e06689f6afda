import type { Detail, Group, PlanReport } from "../../impact/groups";
import { dangers } from "../../impact/kinds";
import {
  byInWords,
  changeInWords,
  devices,
  factOf,
  kindsOf,
  landsInWords,
  leftBehindInWords,
  marks,
  moreInWords,
  namesInWords,
  number,
  sumInWords,
  titleOf,
  undecidedInWords,
} from "../../impact/words";
import { printable } from "../printable";

/** The plan for a person at a terminal. */
export function planInWords(report: PlanReport, detail: Detail): string {
  const { base, head, totals, groups, leftBehind, lands, restart, undecided } = report;
  const lines = [`plan  ${base} → ${head}        ${devices(report.devices)}`, ""];
  for (const kind of kindsOf(report)) {
    lines.push(`${marks[kind]} ${titleOf(kind, totals[kind])}`);
    for (const group of groups) if (group.kind === kind) lines.push(...groupLines(group, detail));
    if (kind === "undecided")
      for (const each of undecided) lines.push(`    ${number(each.count).padStart(7)}  ${undecidedInWords(each)}`);
  }
  if (leftBehind.length > 0) {
    lines.push(`${marks["left behind"]} ${titleOf("left behind", totals["left behind"])}`);
    for (const each of leftBehind) {
      lines.push(`    ${number(each.count).padStart(7)}  ${leftBehindInWords(each)}`);
      if (each.clear !== undefined) lines.push(`             to change it, write ${each.clear}`);
    }
  }
  if (lands.length > 0) lines.push(`  lands: ${landsInWords(report)}`);
  if (restart.may > 0) lines.push(`  ${devices(restart.may)} may restart`);
  if (lines.length > 2) lines.push("");
  if (report.more > 0) lines.push(`${moreInWords(report)}; --format json --limit N has them`);
  lines.push(sumInWords(report));
  return `${lines.map(printable).join("\n")}\n`;
}

function* groupLines(group: Group, detail: Detail): Generator<string> {
  const fact = factOf(group);
  const by = byInWords(group);
  const who = detail === "devices" ? namesInWords(group) : number(group.count).padStart(7);
  yield `    ${who}  ${[fact, group.place ?? "", by].filter((text) => text !== "").join("   ")}`;
  for (const change of group.changes)
    yield `             ${changeInWords(change)}${change.place === undefined ? "" : `   ${change.place}`}`;
  for (const { name, message, place } of group.invalid ?? [])
    yield `             ${name}: ${message}${place === undefined ? "" : `   ${place}`}`;
  // Someone has to go there.
  if (dangers.has(group.kind) && detail !== "devices") yield `             ${namesInWords(group)}`;
}
