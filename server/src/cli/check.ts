import { InvalidArgumentError, Option } from "commander";
import type { DialectService } from "../analysis/dialectService";
import type { DialectServices } from "../analysis/dialectServices";
import { type AnalysisSettings, Snapshot } from "../analysis/snapshot";
import type { Dialect } from "../dialects/dialect";
import { withoutTemplates } from "../dialects/fileNames";
import { dialects } from "../dialects/index";
import { inspect, inspectedLength } from "../encryption/inspect";
import { repaired } from "../features/repair";
import { isUtf8 } from "../profile/byteFacts";
import type { Neighbors } from "../profile/neighbors";
import { applyEdits, inOrder } from "../text/edits";
import { LineIndex } from "../text/lineIndex";
import type { Severity } from "../text/span";
import { dialectNamed, dialectOption, familyNamed, serviceOf, siteDialects, unrecognized } from "./catalogue";
import { type Choice, type Config, loadConfig, refuseUnknown, settingsFor } from "./config";
import type { Decoded } from "./encoding";
import { type Input, inputs } from "./inputs";
import { neighborsOf } from "./neighbors";
import { otherTextOf } from "./otherText";
import { paintFor, printable } from "./printable";
import { Progress } from "./progress";
import { readInput } from "./readInput";
import { reportFormats } from "./reports/index";
import { isAtLeast, type Report, severities, type Totals } from "./reports/report";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";
import { version } from "./version";
import { writeBack } from "./writeBack";

/** Files whose bytes are read ahead of the check. */
const readAhead = 8;

interface CheckOptions {
  readonly format: string;
  readonly dialect?: string;
  readonly family?: string;
  readonly model?: string;
  readonly firmware?: string;
  readonly severity: Readonly<Record<string, string>>;
  readonly show?: Severity;
  readonly failOn?: string;
  readonly maxSeverity?: string;
  readonly config?: string;
  readonly fix?: boolean;
  readonly quiet?: boolean;
  readonly progress: boolean;
}

/** Names of files that are looked for in folders. */
const fileNames = () => [...new Set(dialects.flatMap(({ files }) => withoutTemplates(files.names)))].join(", ");

export const check: Verb = (program, finish) => {
  const levels = [...severities, "never"];
  program
    .command("check")
    .summary("check profiles and report problems")
    .description(
      `Checks files, the files in folders with the names ${fileNames()}, files that match a pattern, or standard input (-).\n\nExit status:\n  0  no problems of the --fail-on level\n  1  problems of the --fail-on level\n  2  a file cannot be read or written, or no file is a profile`,
    )
    .argument("<files...>", "files, folders, patterns, or -")
    .addOption(
      new Option("--format <format>", "output format").choices(reportFormats.map(({ name }) => name)).default("text"),
    )
    .addOption(dialectOption())
    .option("--family <id>", "phone family (default: detected from each file)")
    .option("--model <model>", "phone model, such as 8841")
    .option("--firmware <release>", "firmware release, such as 12.0.3")
    .option(
      "--severity <code=level>",
      "set the severity of a code: error, warning, info, hint or off (repeatable)",
      level,
      {},
    )
    .addOption(
      new Option("--show <level>", "lowest severity to print (default: info for text, hint for other formats)").choices(
        severities,
      ),
    )
    .addOption(
      new Option("--fail-on <level>", "lowest severity that makes the command fail (default: warning)").choices(levels),
    )
    .addOption(
      new Option(
        "--max-severity <level>",
        "highest severity that lets the command pass (alternative to --fail-on)",
      ).choices(["none", ...severities]),
    )
    .option("--config <file>", "configuration file (default: the nearest flat-profile.config.json)")
    .option("--fix", "apply the fixes that do not change what a phone does, and check the result")
    .option("--quiet", "print problems only, without the summary")
    .option("--no-progress", "do not show a progress bar on a terminal")
    .action(async (files: string[], options: CheckOptions) => finish(await run(files, options)));
};

function level(word: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, code, value] = /^([\w/-]+)=(error|warning|info|hint|off)$/.exec(word) ?? [];
  if (!code || !value) throw new InvalidArgumentError("Write it as code=level, such as value/typography=off.");
  return { ...before, [code]: value };
}

async function run(words: readonly string[], options: CheckOptions): Promise<number> {
  const started = performance.now();
  const services = siteDialects();
  const config = loadConfig(".", options.config, services);
  if (options.dialect !== undefined) dialectNamed(options.dialect, services);
  const { files, faults } = await inputs(words, (name) => config.ignored.has(name));
  refuseUnknown({ severity: options.severity }, services, "--severity");
  const choice: Choice = {
    ...(options.family && { family: familyNamed(options.family, services).id }),
    ...(options.model && { model: options.model }),
    ...(options.firmware && { firmware: options.firmware }),
    severity: options.severity,
  };
  const format = reportFormats.find(({ name }) => name === options.format) ?? reportFormats[0];
  if (!format) throw new Error("no report format");
  const show = options.show ?? (format.forPeople ? "info" : "hint");
  const limit = failLimit(options, config);
  const output = new Output();
  const report = format.make({
    write: (text) => output.add(text),
    paint: paintFor(process.stdout, process.env),
    width: process.stdout.columns ?? 120,
    version,
    seconds: () => (performance.now() - started) / 1000,
  });
  const totals: Totals = {
    files: 0,
    foreign: 0,
    fixed: 0,
    silenced: 0,
    accepted: 0,
    hidden: 0,
    problems: { error: 0, warning: 0, info: 0, hint: 0 },
  };
  const progress = new Progress(process.stderr, options.progress && !options.quiet ? files.length : 0, () =>
    performance.now(),
  );
  let failed = false;
  const fail = (name: string, message: string) => {
    failed = true;
    progress.clear();
    report.unreadable?.(name, message);
    console.error(printable(message));
  };
  report.begin?.();
  for (const fault of faults) fail("", fault);
  let done = 0;
  for await (const [input, decoded] of readAll(files)) {
    progress.at(done++);
    if (decoded instanceof UsageError) {
      fail(input.name, decoded.message);
      continue;
    }
    const settings = settingsFor(input.name, config, choice);
    const service = serviceOf(input.name, decoded.text, services, {
      isFound: input.found,
      ...(!input.found && options.dialect !== undefined && { dialect: options.dialect }),
      ...(settings.device.family !== undefined && { family: settings.device.family }),
    });
    const snapshot = !service
      ? undefined
      : options.fix
        ? await fixed(input, decoded, settings, service, totals, (message) => fail(input.name, message))
        : snapshotOf(decoded, settings, service, neighborsOf(input, service));
    if (snapshot && isOurs(input, snapshot)) checkFile(input, snapshot, report, totals, show);
    else {
      totals.foreign++;
      if (!input.found) {
        totals.problems.warning++;
        console.error(printable(`${shown(input)}: warning: ${otherForm(decoded, snapshot?.dialect, services)}`));
      }
    }
    if (output.isFull) progress.clear();
    await output.flush();
  }
  progress.clear();
  if (totals.files === 0) {
    if (!failed && files.every(({ found }) => found))
      console.error(printable(`No flat-profile file in ${words.join(", ")}.`));
    failed = true;
  }
  if (!format.forPeople || !(options.quiet || totals.files === 0)) report.end?.(totals);
  await output.flush();
  if (failed) return exit.failed;
  const fails = severities.some(
    (severity) => totals.problems[severity] > 0 && limit !== undefined && isAtLeast(severity, limit),
  );
  return fails ? exit.problems : exit.clean;
}

/** Pieces without a root can be part of any file; they are checked where the file was named. */
function isOurs({ found }: Input, snapshot: Snapshot): boolean {
  const { form } = snapshot.document;
  if (form !== "part" || !found) return form !== "foreign";
  return (
    snapshot.dialect.files.isBrokenWhole?.(snapshot.text, new Set(snapshot.problems().map(({ code }) => code))) ?? false
  );
}

/** What a file that was named is instead. */
function otherForm({ raw, text }: Decoded, dialect: Dialect | undefined, services: DialectServices): string {
  const { kind } = inspect(raw.subarray(0, inspectedLength), raw.length);
  if (kind === "aes128gcm") return "Probably encrypted with aes128gcm. Decrypt it first (flat-profile decrypt).";
  if (kind === "openssl-base64")
    return "Encrypted in the openssl format and written as base64 text. Phones cannot read base64.";
  const isText = kind !== "unknown";
  if (dialect)
    return `Not checked: ${(isText ? dialect.otherText?.(text).words : undefined) ?? `not a ${dialect.label} file`}.`;
  const what = isText ? otherTextOf(text, services.dialects) : undefined;
  return what === undefined ? `Not checked. ${unrecognized(services)}` : `Not checked: ${what}.`;
}

const shown = ({ name }: Input) => (name === "-" ? "<stdin>" : name);

function checkFile(input: Input, snapshot: Snapshot, report: Report, totals: Totals, show: Severity): void {
  totals.files++;
  const all = snapshot.problems();
  for (const { severity } of all) totals.problems[severity]++;
  const problems = all.filter(({ severity }) => isAtLeast(severity, show));
  totals.hidden += all.length - problems.length;
  let lines: LineIndex | undefined;
  report.file({
    name: shown(input),
    snapshot,
    problems,
    positionAt(offset) {
      lines ??= new LineIndex(snapshot.text);
      return lines.positionAt(offset);
    },
  });
}

function failLimit({ failOn, maxSeverity }: CheckOptions, config: Config): Severity | undefined {
  if (maxSeverity !== undefined && failOn === undefined)
    return maxSeverity === "none" ? "hint" : severities[(severities as readonly string[]).indexOf(maxSeverity) - 1];
  const word = failOn ?? config.failOn ?? "warning";
  if (word === "never") return undefined;
  const limit = severities.find((severity) => severity === word);
  if (!limit) throw new UsageError(`failOn must be one of ${severities.join(", ")}, never.`);
  return limit;
}

function snapshotOf(
  { text, bytes }: Pick<Decoded, "text" | "bytes">,
  settings: AnalysisSettings,
  service: DialectService,
  neighbors?: Neighbors,
): Snapshot {
  return new Snapshot(text, service.dialect.read(text, service.catalogue), service, settings, bytes, neighbors);
}

/** Repairs a file until nothing safe is left, and writes it as UTF-8 when that changed it. */
async function fixed(
  input: Input,
  decoded: Decoded,
  settings: AnalysisSettings,
  service: DialectService,
  totals: Totals,
  fail: (message: string) => void,
): Promise<Snapshot> {
  const given = snapshotOf(decoded, settings, service);
  if (input.name === "-") throw new UsageError("--fix requires files. Standard input cannot be changed.");
  if (!decoded.faithful || given.document.form === "foreign") return given;
  const start = isUtf8(decoded.bytes) ? given : snapshotOf(asUtf8(decoded), settings, service);
  const text = applyEdits(start.text, inOrder(repaired(start)));
  if (start === given && text === given.text) return given;
  const result = snapshotOf({ ...asUtf8(decoded), text }, settings, service);
  if (input.leadsOut) {
    console.error(printable(`${input.name}: Not fixed. It is a link to a file outside the folder.`));
    return given;
  }
  try {
    await writeBack(input, Buffer.from(text));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    fail(error.message);
    return given;
  }
  totals.fixed += Math.max(0, given.problems().length - result.problems().length);
  return result;
}

/** The same text in UTF-8; the byte-order mark of another encoding is not part of it. */
function asUtf8({ text, bytes }: Decoded): Pick<Decoded, "text" | "bytes"> {
  const isMarked = bytes.encoding !== "UTF-8" && text.startsWith("\ufeff");
  return { text: isMarked ? text.slice(1) : text, bytes: { encoding: "UTF-8", isValid: true } };
}

/** Reads some files ahead of the one that is asked for; only those are in memory. */
async function* readAll(files: readonly Input[]): AsyncGenerator<readonly [Input, Decoded | UsageError]> {
  const reading: Promise<Decoded | UsageError>[] = [];
  const read = (input: Input) =>
    readInput(input).catch((error: unknown) => {
      if (error instanceof UsageError) return error;
      throw error;
    });
  for (const [i, input] of files.entries()) {
    for (let ahead = i + reading.length; ahead < Math.min(i + readAhead, files.length); ahead++)
      reading.push(read(files[ahead] as Input));
    yield [input, (await reading.shift()) as Decoded | UsageError];
  }
}

/** Standard output, written in large pieces and no faster than it is taken. */
class Output {
  #text = "";

  add(text: string): void {
    this.#text += text;
  }

  get isFull(): boolean {
    return this.#text !== "";
  }

  async flush(): Promise<void> {
    if (this.#text === "") return;
    const text = this.#text;
    this.#text = "";
    await print(text);
  }
}
