import { dialectNamed, familyNamed, siteDialects } from "../catalogue";
import { type Choice, loadConfig, refuseUnknown } from "../config";
import { counted } from "../counted";
import { areMany, blocksOf, sharedOut } from "../fileBlocks";
import { type Input, inputs } from "../inputs";
import { paintFor, printable } from "../printable";
import { Progress } from "../progress";
import { addTotals, isAtLeast, noTotals, severities, type Totals } from "../reports/report";
import { Sink } from "../sink";
import { partsInOrder, type Share, threadsFor } from "../threads";
import { exit } from "../verb";
import { version } from "../version";
import { Baseline } from "./baseline";
import { type CheckInput, checkWork } from "./checkWork";
import { type CheckOptions, failLimit, formatOf } from "./options";
import { policiesOf } from "./policies";

/** What earlier runs found in files that have not changed since. */
export interface EarlierRuns {
  /** Totals of a file that needs no new check. */
  of(input: Input): Totals | undefined;
  keep(input: Input, totals: Totals): void;
  /** The file is checked again when one of these changes. */
  reads(input: Input, files: readonly string[]): void;
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
  const format = formatOf(options);
  const show = options.show ?? (format.forPeople ? "info" : "hint");
  const limit = failLimit(options, config);
  const baseline =
    options.baseline === undefined ? undefined : Baseline.read(options.baseline, options.writeBaseline === true);
  const output = new Output(options.output);
  const toTerminal = options.output === undefined;
  const isTTY = toTerminal && process.stdout.isTTY === true;
  const width = (toTerminal && process.stdout.columns) || 120;
  const report = format.make({
    write: (text: string) => output.add(text),
    paint: paintFor({ isTTY }, toTerminal ? process.env : {}),
    width,
    version,
    seconds: () => (performance.now() - started) / 1000,
  });
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
  const threads = threadsOf(options, changed);
  const owners = threads === 1 ? [] : sharedOut(changed, threads);
  const input = { options, choice, files: changed, blocks: blocksOf(changed), owners, show, isTTY, width };
  const context = { services, config, policiesFor };
  const own = (input: CheckInput, share: Share) => checkWork(input, share, context);
  for await (const parts of partsInOrder("check", own, input, threads)) {
    const block = parts.flatMap(({ files }) => files).sort((a, b) => a.at - b.at);
    for (const { at, totals: found, faults, reads, notes, part } of block) {
      const file = changed[at] as Input;
      for (const fault of faults) fail(file.name, fault);
      for (const note of notes) console.error(printable(note));
      if (part) report.file(part.of);
      addTotals(totals, found);
      earlier?.reads(file, reads);
      if (found.files + found.foreign > 0) earlier?.keep(file, found);
      progress.at(at + 1);
    }
    for (const part of parts) if (part.baseline) baseline?.add(part.baseline);
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

/** A file that is changed may be one that another names, so that they are changed one after the other. */
function threadsOf({ threads, fix, addIgnore }: CheckOptions, files: readonly Input[]): number {
  if (fix || addIgnore || files.some(({ name }) => name === "-")) return 1;
  return threadsFor(threads, () => areMany(files));
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
