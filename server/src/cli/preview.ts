import path from "node:path";
import { changesOf, matrixOf } from "../preview/matrix";
import type { Preview } from "../preview/preview";
import {
  type AlternativeReport,
  type DeviceReport,
  isTaken,
  type RuleReport,
  type ScriptReport,
  type TimelineEvent,
} from "../preview/report";
import type { ProfileDocument } from "../profile/profileDocument";
import { durationInWords } from "../values/duration";
import { certainServiceOf, dialectOption, siteDialects } from "./catalogue";
import { deviceNamed } from "./devices";
import { printMatrix } from "./matrixText";
import { neighborsOf } from "./neighbors";
import { type Paint, paintFor, printable } from "./printable";
import { readInput } from "./readInput";
import { repeatableOption } from "./repeatableOption";
import { exit, UsageError, type Verb } from "./verb";

interface PreviewOptions {
  readonly device: readonly string[];
  readonly allModels?: boolean;
  readonly differences?: boolean;
  readonly before?: string;
  readonly dialect?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

export const preview: Verb = (program, finish) => {
  program
    .command("preview")
    .summary("show what a device does with a profile, step by step")
    .description(
      "Evaluates triggers, profile rules, the upgrade rule and schedules for one device. Secrets are masked.\nThe device is an ID from .vscode/flat-profile.devices.json, a model, a family, or a JSON file of devices.\n\nWith several devices, or --all-models, it compares the settings that each ends up with, and prints the line that sets each value; with --before, what a change of the file changes for which device. Not every format can be compared.",
    )
    .argument("<file>", "a profile, or -")
    .addOption(repeatableOption("--device <id>", "a device; may be given several times"))
    .option("--all-models", "compare all models that are known")
    .option("--differences", "only settings that are not the same on every device")
    .option("--before <file>", "the file before a change")
    .addOption(dialectOption())
    .option("--json", "print everything as JSON")
    .option("--csv", "print the comparison as CSV, with a column for each device")
    .action(async (file: string, options: PreviewOptions) => finish(await run(file, options)));
};

async function run(name: string, options: PreviewOptions): Promise<number> {
  const { device: words, allModels = false, json, before, csv, differences, ...choice } = options;
  if (words.length === 0 && !allModels) throw new UsageError("Name a device with --device, or use --all-models.");
  const isCompared = allModels || words.length > 1 || before !== undefined;
  if (!isCompared && (csv || differences))
    throw new UsageError("--csv and --differences need --all-models, --before, or several devices.");
  if (csv && json) throw new UsageError("Use either --csv or --json.");
  const { text } = await readInput({ name });
  const service = certainServiceOf(name, text, siteDialects(), choice);
  const { dialect, catalogue } = service;
  const { preview } = dialect;
  if (!preview) throw new UsageError(`${name}: ${dialect.label} files have no preview.`);
  const given = await Promise.all(words.map((word) => deviceNamed(word, [service], { folder: path.dirname(name) })));
  const read = (content: string, file: string) => {
    const document = dialect.read(content, catalogue);
    if (document.form === "foreign") throw new UsageError(`${file}: Not a ${dialect.label} file.`);
    return { document, catalogue, neighbors: neighborsOf({ name, path: name }, service) };
  };
  const source = read(text, name);
  const paint = paintFor(process.stdout, process.env);
  if (isCompared) {
    const { endValues } = preview;
    if (!endValues) throw new UsageError(`${name}: The settings of ${dialect.label} files cannot be compared.`);
    const devices = allModels ? [...given, ...preview.samples(catalogue)] : given;
    const old = before === undefined ? undefined : read((await readInput({ name: before })).text, before);
    const now = endValues(source, devices);
    const matrix = old ? changesOf(devices, endValues(old, devices), now) : matrixOf(devices, now);
    const rows = differences ? matrix.rows.filter(({ isSame }) => !isSame) : matrix.rows;
    await printMatrix({ ...matrix, rows }, old !== undefined, json ? "json" : csv ? "csv" : "text", paint);
    return exit.clean;
  }
  const [device] = given;
  if (!device) return exit.failed;
  const report = preview.report(source, device);
  if (json) console.log(JSON.stringify(report));
  else for (const line of inWords(report, preview, source.document, paint)) console.log(line);
  return exit.clean;
}

function* inWords(
  report: DeviceReport,
  { ruleNames, templatedRules }: Preview,
  document: ProfileDocument,
  paint: Paint,
): Generator<string> {
  const templated = templatedRules(document);
  const { id, label, family, model, firmware } = report.device;
  const facts = [family, model, firmware].filter((fact) => fact !== undefined).join(", ");
  yield paint.bold(printable(`${label ?? id}${facts === "" ? "" : ` (${facts})`}`));
  for (const name of ruleNames) {
    const rule = report.rules.find(({ parameter }) => parameter === name);
    if (rule) yield* ruleInWords(rule, paint);
    else if (templated.some(({ parameter }) => parameter === name))
      yield* ["", paint.bold(name), "  contains a template placeholder: its result is unknown"];
  }
  if (report.script) yield* scriptInWords(report.script, paint);
  const { upgrade, timeline } = report;
  if (upgrade.steps.length > 0) {
    yield "";
    yield paint.bold("Upgrade");
    for (const { outcome, reason, load } of upgrade.steps)
      yield `  ${load === undefined ? "" : `${printable(load)}: `}${outcome}: ${printable(reason)}`;
    if (upgrade.loops) yield paint.red("  The rule starts the same upgrade again and again.");
  }
  const [first] = upgrade.steps;
  yield* scheduleInWords(first && isTaken(first) ? timeline : { ...timeline, upgradeRetries: [] }, paint);
}

/** The requested files, and the settings that the device ends up with. */
function* scriptInWords({ files, settings, unknown }: ScriptReport, paint: Paint): Generator<string> {
  yield* ["", paint.bold("Files")];
  for (const { name, answer, note } of files) {
    const words = note ?? (answer === "start" || answer === "file" ? "" : answer);
    yield `  ${printable(name === "" ? "this file" : name)}${words === "" ? "" : `: ${printable(words)}`}`;
  }
  yield* ["", paint.bold("Settings")];
  for (const { name, value, isCertain, before } of settings) {
    const replaced =
      before.length === 0 ? "" : paint.dim(` (replaces ${before.map((each) => printable(each.value)).join(", ")})`);
    yield `  ${printable(name)} ${printable(value)}${isCertain ? "" : paint.red(" or something else")}${replaced}`;
  }
  if (unknown.length > 0) yield* ["", paint.bold("Unknown variables"), `  ${printable(unknown.join(", "))}`];
}

function* scheduleInWords(
  { regular, daily, retries, upgradeRetries, reports, triggers, notes }: DeviceReport["timeline"],
  paint: Paint,
): Generator<string> {
  yield* eventsInWords("Next, if nothing fails", regular, paint);
  if (daily) {
    if (regular.length === 0) yield* ["", paint.bold("Next, if nothing fails")];
    yield `  each day at ${clock(daily.earliest)}${daily.latest > daily.earliest ? ` to ${clock(daily.latest)}` : ""}: ${daily.kind} (${daily.parameter})`;
  }
  yield* eventsInWords("After a failure", retries, paint);
  yield* eventsInWords("After a failed upgrade", upgradeRetries, paint);
  yield* eventsInWords("Reports", reports, paint);
  if (triggers === undefined && notes.length === 0) return;
  yield "";
  yield paint.bold("Notes");
  if (triggers)
    yield triggers === "gate"
      ? "  An interval starts a resync only while a trigger is true."
      : "  A trigger that becomes true starts a resync.";
  for (const note of notes) yield `  ${printable(note)}`;
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}`;
}

/** Events shown of one kind. */
const maxEvents = 6;

function* eventsInWords(title: string, events: readonly TimelineEvent[], paint: Paint): Generator<string> {
  if (events.length === 0) return;
  yield "";
  yield paint.bold(title);
  for (const { kind, parameter, reason, earliest, latest } of events.slice(0, maxEvents)) {
    const until = latest > earliest ? ` to ${durationInWords(latest)}` : "";
    yield `  ${durationInWords(earliest)}${until}: ${kind} (${parameter}: ${printable(reason)})`;
  }
}

function* ruleInWords(rule: RuleReport, paint: Paint): Generator<string> {
  yield "";
  yield paint.bold(rule.parameter);
  if (rule.skipped) {
    yield `  ${rule.skipped === "empty" ? "empty" : "switched off by #"}`;
    return;
  }
  yield `  ${paint.dim("typed")}     ${printable(rule.typed)}`;
  if (rule.expanded !== rule.typed) yield `  ${paint.dim("expanded")}  ${printable(rule.expanded)}`;
  for (const { message } of rule.problems) yield paint.red(`  ${printable(message)}`);
  for (const [i, alternative] of rule.alternatives.entries())
    yield* alternativeInWords(alternative, rule.alternatives.length > 1 ? `${i + 1}. ` : "", paint);
  if (rule.kind === "trigger") yield `  ${rule.taken > 0 ? paint.cyan("true") : "false"}`;
  else if (rule.fetches !== undefined) {
    const how = rule.dhcpOption === undefined ? "" : ` (server from DHCP option ${rule.dhcpOption})`;
    yield `  ${paint.cyan("→")} ${printable(rule.fetches)}${how}`;
  } else if (rule.unusable) yield paint.red("  → phones cannot use this URL");
  else if (rule.taken === 0) yield "  → nothing";
}

function* alternativeInWords(
  { comparisons, skipped, assignments, options, fate, url }: AlternativeReport,
  number: string,
  paint: Paint,
): Generator<string> {
  if (number !== "" || comparisons.length > 0) yield `  ${number}${fate}${url === "" ? "" : `: ${printable(url)}`}`;
  for (const { typed, left, operator, right, outcome, reason } of comparisons) {
    const mark = outcome === "true" ? paint.cyan("true") : outcome === "false" ? "false" : paint.red("error");
    const sides = `${left.expanded === "" ? "the firmware" : left.expanded} ${operator} ${right.expanded}`;
    const expanded = sides === typed ? "" : `  as ${sides}`;
    yield `       ${mark}  ${printable(typed)}${printable(expanded)}  (${left.understood}, ${right.understood})${reason === undefined ? "" : `: ${printable(reason)}`}`;
  }
  for (const typed of skipped) yield paint.dim(`       not evaluated: ${printable(typed)}`);
  for (const { name, value } of assignments) yield `       sets ${printable(name)} = ${printable(value)}`;
  for (const { name, value } of options) yield `       --${printable(name)} ${printable(value)}`.trimEnd();
}
