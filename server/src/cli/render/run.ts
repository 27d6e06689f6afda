import { mkdir } from "node:fs/promises";
import path from "node:path";
import { outputName, usualPattern } from "../../templates/outputName";
import type { Data } from "../../templates/rows";
import { LineIndex } from "../../text/lineIndex";
import type { Severity } from "../../text/span";
import { dialectNamed, familyNamed, siteDialects, unrecognized } from "../catalogue";
import { failLimit } from "../check/options";
import { type Choice, loadConfig, settingsFor } from "../config";
import { counted } from "../counted";
import { paintFor, printable } from "../printable";
import { readInput } from "../readInput";
import { reportFormats } from "../reports/index";
import { isAtLeast, noTotals, severities } from "../reports/report";
import { print } from "../standardOutput";
import { exit, UsageError } from "../verb";
import { version } from "../version";
import { writeResult } from "../writeBack";
import { withEntry } from "./entry";
import type { DataOptions } from "./options";
import { dataOf, rendererOf, templateFile } from "./templateFile";

export interface RenderOptions extends DataOptions {
  readonly row?: string;
  readonly out?: string;
  readonly name?: string;
  readonly format: string;
  readonly dialect?: string;
  readonly family?: string;
  readonly show?: Severity;
  readonly failOn?: string;
  readonly config?: string;
}

export async function runRender(name: string, typed: RenderOptions): Promise<number> {
  const started = performance.now();
  if (name === "-") throw new UsageError("render requires a file. A template on standard input has no folder.");
  const services = siteDialects();
  const config = loadConfig(".", typed.config, services);
  const options = withEntry(name, typed, config);
  const row = rowOf(options);
  if (options.dialect !== undefined) dialectNamed(options.dialect, services);
  const choice: Choice = { ...(options.family && { family: familyNamed(options.family, services).id }) };
  const decoded = await readInput({ name });
  const data = await dataOf(options.data, options);
  if (row !== undefined && row > data.rows.length)
    throw new UsageError(`${data.name}: There is no row ${row}. It has ${counted(data.rows.length, "row")}.`);
  const renderer = await rendererOf(name, decoded.text, options);
  const template = templateFile(name, decoded, renderer, data, services, settingsFor(name, config, choice), {
    ...(options.dialect !== undefined && { dialect: options.dialect }),
    ...(choice.family !== undefined && { family: choice.family }),
  });
  const names = options.out === undefined ? undefined : namesOf(name, data, options.name);
  let written = 0;
  let failed = false;
  for await (const rendered of template.rows((each) => row === undefined || each === row)) {
    const text = rendered.rendering.result?.text;
    if (text === undefined) failed = true;
    if (row !== undefined && options.out === undefined) {
      const { shown } = rendered;
      if (options.format === "json")
        await print(`${JSON.stringify({ row, rows: data.rows.length, text: shown ?? null })}\n`);
      else if (shown !== undefined) await print(lineByLine(shown));
    } else if (text !== undefined && names && options.out !== undefined) {
      const file = path.join(options.out, names[rendered.row - 1] as string);
      await mkdir(path.dirname(file), { recursive: true });
      await writeResult(file, text);
      written++;
    }
  }
  const { own } = template;
  if (!own) {
    console.error(printable(`${name}: ${unrecognized(services)}`));
    return exit.failed;
  }
  const format = reportFormats.find((each) => each.name === options.format) ?? reportFormats[0];
  if (!format) throw new Error("no report format");
  const isPrinted = row !== undefined && options.out === undefined;
  const toError = isPrinted && format.forPeople;
  let output = "";
  const shown = {
    paint: paintFor(toError ? process.stderr : process.stdout, process.env),
    width: process.stdout.columns || 120,
  };
  const report = format.make({
    ...shown,
    write: (text) => {
      output += text;
    },
    version,
    seconds: () => (performance.now() - started) / 1000,
  });
  const show = options.show ?? (format.forPeople ? "info" : "hint");
  const found = template.problems();
  const problems = found.filter(({ severity }) => isAtLeast(severity, show));
  const totals = noTotals();
  totals.files = 1;
  totals.hidden = found.length - problems.length;
  for (const { severity } of found) totals.problems[severity]++;
  const lines = new LineIndex(own.text);
  report.begin?.();
  const positionAt = (offset: number) => lines.positionAt(offset);
  report.file(format.partOf({ name, snapshot: own, problems, positionAt }, shown));
  if (!format.forPeople) report.end?.(totals);
  else {
    const count = row === undefined ? data.rows.length : 1;
    const kinds = severities
      .filter((each) => totals.problems[each] > 0)
      .map((each) => counted(totals.problems[each], each));
    output += `${counted(count, "row")} rendered${written > 0 ? `, ${counted(written, "file")} written` : ""}: ${kinds.join(", ") || "no problems"}\n`;
  }
  if (toError) process.stderr.write(output);
  else await print(output);
  if (failed) return exit.failed;
  const limit = failLimit(options, config);
  return limit !== undefined && severities.some((each) => totals.problems[each] > 0 && isAtLeast(each, limit))
    ? exit.problems
    : exit.clean;
}

function rowOf({ row, out, name, format }: Pick<RenderOptions, "row" | "out" | "name" | "format">): number | undefined {
  if (name !== undefined && out === undefined) throw new UsageError("--name requires --out <folder>.");
  if (row === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(row)) throw new UsageError("--row must be a number from 1.");
  if (out === undefined && format !== "text" && format !== "json")
    throw new UsageError("--row requires --format text or json, or --out <folder>.");
  return Number(row);
}

/** The name of the file of each row; throws a UsageError when a row has none, or two have the same. */
function namesOf(template: string, { rows }: Data, pattern = usualPattern(template)): readonly string[] {
  const known = new Map<string, number>();
  return rows.map(({ values }, i) => {
    const made = outputName(pattern, values, i + 1);
    if ("fault" in made) throw new UsageError(made.fault);
    const key = made.name.toLowerCase();
    const other = known.get(key);
    if (other !== undefined) throw new UsageError(`Rows ${other} and ${i + 1} have the same file name ${made.name}.`);
    known.set(key, i + 1);
    return made.name;
  });
}

function lineByLine(text: string): string {
  return `${text.replace(/\n$/, "").split("\n").map(printable).join("\n")}\n`;
}
