import type { Snapshot } from "../../analysis/snapshot";
import { LineIndex } from "../../text/lineIndex";
import type { Severity } from "../../text/span";
import { dialectNamed, familyNamed, serviceOf, siteDialects } from "../catalogue";
import { type Choice, loadConfig, refuseUnknown, settingsFor } from "../config";
import { counted } from "../counted";
import { type Input, inputs } from "../inputs";
import { neighborsOf } from "../neighbors";
import { paintFor, printable } from "../printable";
import { Progress } from "../progress";
import { reportFormats } from "../reports/index";
import { addTotals, isAtLeast, noTotals, type Report, severities, type Totals } from "../reports/report";
import { statistics } from "../reports/statistics";
import { Sink } from "../sink";
import { exit, UsageError } from "../verb";
import { version } from "../version";
import { Baseline } from "./baseline";
import { type CheckOptions, failLimit } from "./options";
import { isOurs, otherForm } from "./otherFile";
import { policiesOf } from "./policies";
import { readAll } from "./readAhead";
import { rewritten, snapshotOf } from "./rewrite";

/** What earlier runs found in files that have not changed since. */
export interface EarlierRuns {
  /** Totals of a file that needs no new check. */
  of(input: Input): Totals | undefined;
  keep(input: Input, totals: Totals): void;
}

/** Checks the files that `words` name, prints what it finds and returns the exit status. */
export async function runCheck(
  words: readonly string[],
  options: CheckOptions,
  earlier?: EarlierRuns,
): Promise<number> {
  const started = performance.now();
  const services = siteDialects();
  const config = loadConfig(".", options.config, services);
  if (options.dialect !== undefined) dialectNamed(options.dialect, services);
  const policiesFor = policiesOf(config, services);
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
  const baseline =
    options.baseline === undefined ? undefined : Baseline.read(options.baseline, options.writeBaseline === true);
  const output = new Output(options.output);
  const reportOptions = {
    write: (text: string) => output.add(text),
    paint: options.output === undefined ? paintFor(process.stdout, process.env) : paintFor({}, {}),
    width: (options.output === undefined && process.stdout.columns) || 120,
    version,
    seconds: () => (performance.now() - started) / 1000,
  };
  const report = (options.statistics && statistics(format, reportOptions)) || format.make(reportOptions);
  const rewriting = { fix: options.fix === true, ...(options.addIgnore && { silence: show }) };
  const totals = noTotals();
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
  const changed = files.filter((input) => {
    const known = earlier?.of(input);
    if (known) addTotals(totals, known);
    return known === undefined;
  });
  let done = 0;
  for await (const [input, decoded] of readAll(changed)) {
    progress.at(done++);
    if (decoded instanceof UsageError) {
      fail(input.name, decoded.message);
      continue;
    }
    const found = noTotals();
    const settings = { ...settingsFor(input.name, config, choice), policies: policiesFor(input.name) };
    const service = serviceOf(input.name, decoded.text, services, {
      isFound: input.found,
      ...(!input.found && options.dialect !== undefined && { dialect: options.dialect }),
      ...(settings.device.family !== undefined && { family: settings.device.family }),
    });
    const given = service && snapshotOf(decoded, settings, service, neighborsOf(input, service));
    const snapshot =
      given && (await rewritten(input, decoded, given, rewriting, found, (message) => fail(input.name, message)));
    if (snapshot && isOurs(input, snapshot)) checkFile(input, snapshot, report, found, show, baseline);
    else {
      found.foreign++;
      if (!input.found && !options.skipOtherFiles) {
        found.problems.warning++;
        console.error(printable(`${shown(input)}: warning: ${otherForm(decoded, snapshot?.dialect, services)}`));
      }
    }
    addTotals(totals, found);
    earlier?.keep(input, found);
    if (output.isFull) progress.clear();
    await output.flush();
  }
  progress.clear();
  if (totals.files === 0 && !options.skipOtherFiles) {
    if (!failed && files.every(({ found }) => found))
      console.error(printable(`No flat-profile file in ${words.join(", ")}.`));
    failed = true;
  }
  if (!format.forPeople || !(options.quiet || totals.files === 0)) report.end?.(totals);
  await output.close();
  if (baseline && options.writeBaseline) {
    await baseline.write();
    return failed ? exit.failed : exit.clean;
  }
  if (baseline && baseline.unused > 0 && !options.quiet)
    console.error(
      printable(
        `${baseline.file}: ${counted(baseline.unused, "accepted problem")} no longer found. Remove them with --write-baseline.`,
      ),
    );
  if (failed) return exit.failed;
  const fails = severities.some(
    (severity) => totals.problems[severity] > 0 && limit !== undefined && isAtLeast(severity, limit),
  );
  return fails ? exit.problems : exit.clean;
}

const shown = ({ name }: Input) => (name === "-" ? "<stdin>" : name);

function checkFile(
  input: Input,
  snapshot: Snapshot,
  report: Report,
  totals: Totals,
  show: Severity,
  baseline: Baseline | undefined,
): void {
  totals.files++;
  const found = snapshot.problems();
  const all = baseline ? baseline.unaccepted(input.name, snapshot, found) : found;
  totals.accepted += found.length - all.length;
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

/** Where the report goes, written in large pieces and no faster than it is taken. */
class Output {
  #text = "";
  readonly #sink: Sink;

  constructor(file: string | undefined) {
    this.#sink = new Sink(file);
  }

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
    await this.#sink.write(text);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#sink.close();
  }
}
