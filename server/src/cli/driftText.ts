import type { DriftParameter, DriftReport } from "../deployment/driftReport";
import { counted, listed, quiet, type Status } from "../deployment/driftStatus";
import { csvLine } from "../text/csv";
import { type Paint, printable } from "./printable";

// The comparison of dumps with files, for people.

const explanations: Partial<Record<Status, string>> = {
  missing: "the files set it, and the dump does not have it",
  "back to default": "a factory reset, a file that failed, or the default of another firmware",
  "left behind": "no file sets it any more, and phones keep what is not mentioned",
  unexplained: "set on the web page, by another file, or another default",
  "kept for the user": "user-pref",
  new: "not in the catalogue; see flat-profile learn",
};

export function* driftInWords(report: DriftReport, paint: Paint): Generator<string> {
  const { device, dump, problems, parameters, counts, suggest } = report;
  const facts = [device.model ?? device.family, device.firmware].filter((fact) => fact !== undefined).join(", ");
  yield `${paint.bold(printable(device.label ?? device.id ?? dump))}${facts === "" ? "" : printable(` (${facts})`)}   ${printable(dump)}`;
  for (const { code, message } of problems) yield `${paint.red(code)}  ${printable(message)}`;
  for (const status of listed) {
    const found = parameters.filter((each) => each.status === status);
    if (found.length === 0) continue;
    const why = explanations[status];
    yield "";
    yield `${paint.yellow(status)}${why === undefined ? "" : paint.dim(`  ${why}`)}`;
    for (const each of found) yield `  ${printable(parameterInWords(each))}`;
  }
  if (suggest && suggest.length > 0) {
    yield "";
    yield "These lines take the phone to what the files mean:";
    for (const line of suggest) yield `  ${printable(line)}`;
  }
  yield "";
  yield countsInWords(counts);
}

function parameterInWords(parameter: DriftParameter): string {
  const { name, status, secret, expected, found, factory, file, line, revision, step, access, certainty } = parameter;
  const parts = [name];
  if (status === "access differs") parts.push(`${access?.expected} → ${access?.found}`);
  else if (secret) parts.push("(secret)");
  else {
    const from = expected ?? (factory === undefined ? undefined : `${shortened(factory)} (factory)`);
    if (found === undefined) parts.push(shortened(expected ?? ""));
    else parts.push(from === undefined ? shortened(found) : `${shortened(from)} → ${shortened(found)}`);
  }
  if (file !== undefined) parts.push(`${file}${line === undefined ? "" : `:${line}`}`);
  if (revision !== undefined) parts.push(`as in ${revision}`);
  if (step) parts.push(`not arrived: ${[step.rule, step.file].filter((word) => word !== undefined).join(" ")}`);
  if (certainty === "certain") parts.push("certain");
  return parts.join("   ");
}

function shortened(text: string): string {
  const shown = text === "" ? '""' : text;
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

export function countsInWords(counts: Readonly<Record<string, number>>): string {
  const words = [...listed, ...counted].flatMap((status) => {
    const count = counts[status];
    return count ? [`${count} ${status}`] : [];
  });
  return words.length === 0 ? "nothing to compare" : words.join(", ");
}

/** One line for a device of many. */
export function deviceLine({ device, dump, problems, counts }: DriftReport, paint: Paint): string {
  const who = printable(device.label ?? device.id ?? dump);
  const what = problems.map(({ code }) => paint.red(code));
  const words = listed.flatMap((status) => (counts[status] ? [`${counts[status]} ${status}`] : []));
  return `${who}   ${[...what, words.length === 0 && what.length === 0 ? "as the files say" : words.join(", ")].filter((word) => word !== "").join("   ")}`;
}

/** Devices by setting and status, those of most devices first. */
export function* commonLines(counts: ReadonlyMap<string, number>): Generator<string> {
  const all = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  for (const [key, count] of all.slice(0, maxCommon)) {
    const [name = "", status] = key.split("\u0000");
    yield `${String(count).padStart(6)}  ${printable(name)}   ${status}`;
  }
  if (all.length > maxCommon) yield `        and ${all.length - maxCommon} more`;
}

const maxCommon = 20;

const columns = [
  "id",
  "mac",
  "dump",
  "name",
  "status",
  "certainty",
  "expected",
  "found",
  "file",
  "line",
  "revision",
  "expected_access",
  "found_access",
];

export const csvHeading = `${columns.join(",")}\n`;

/** A row for each setting that is neither as the files say nor a default. */
export function csvRows({ device, dump, parameters, problems }: DriftReport): string {
  const start = [device.id ?? "", device.mac ?? "", dump];
  let text = "";
  for (const { code } of problems) text += lineOf([...start, "", code]);
  for (const each of parameters) {
    if (quiet.has(each.status)) continue;
    const { name, status, certainty, secret, expected, found, file, line, revision, access } = each;
    text += lineOf([
      ...start,
      name,
      status,
      certainty,
      secret ? "(secret)" : (expected ?? ""),
      secret ? "(secret)" : (found ?? ""),
      file ?? "",
      line === undefined ? "" : String(line),
      revision ?? "",
      access?.expected ?? "",
      access?.found ?? "",
    ]);
  }
  return text;
}

function lineOf(cells: readonly string[]): string {
  return csvLine(columns.map((_, i) => cells[i] ?? ""));
}
