import { Option } from "commander";
import type { DialectServices } from "../analysis/dialectServices";
import { phoneFor, readDump } from "../analysis/phones";
import { compared, type DriftOptions, type Source } from "../deployment/driftComparison";
import type { DriftReport } from "../deployment/driftReport";
import { type FailOn, failing, type Status } from "../deployment/driftStatus";
import type { Dump } from "../deployment/dump";
import { asDumped, checked, DeviceList, deviceOf, type WrongPhone } from "../deployment/dumpDevice";
import type { Device } from "../devices/device";
import { usualRevisions } from "../node/git/revisions";
import { siteDialects } from "./catalogue";
import { type OpenSource, oneFile, wholeSite } from "./driftRun";
import { Common, countsInWords, csvHeading, csvRows, deviceLine, driftInWords } from "./driftText";
import { type Input, inputs } from "./inputs";
import { readInventory } from "./inventory";
import { paintFor, printable } from "./printable";
import { readInput } from "./readInput";
import { repeatableOption } from "./repeatableOption";
import { deviceFor } from "./site/deviceFor";
import { addSiteOptions, type LoadedSite, loadSite, type SiteOptions } from "./site/siteOptions";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";

interface DriftVerbOptions extends SiteOptions {
  readonly device?: string;
  readonly devices?: string;
  readonly against?: string;
  readonly since?: string;
  readonly revisions: number;
  readonly rule?: string;
  readonly delta?: boolean;
  readonly ignore: readonly string[];
  readonly failOn: FailOn;
  readonly format: "text" | "json" | "jsonl" | "csv";
  readonly suggest?: boolean;
}

export const drift: Verb = (program, finish) => {
  const command = program
    .command("drift")
    .summary("compare dumps and reports of phones with the files")
    .description(
      "Compares dumps (cfg.xml) or configuration reports of phones with what the files of the site make of them, setting by setting.\nA phone is found by the MAC address in its dump, by one in the name of the file, or by its serial number. Nothing is fetched from a network.\n\nExit status:\n  0  nothing that --fail-on lists\n  1  something that --fail-on lists, or a problem of a dump or of the site\n  2  the options or a file cannot be read, or the dump is of another phone\n\nExamples:\n  flat-profile drift cfg.xml --device desk-1\n  flat-profile drift cfg.xml --device desk-1 --since v1.0 --suggest\n  flat-profile drift dumps/ --devices phones.csv --format csv",
    )
    .argument("<dumps...>", "dumps or reports, folders of them, patterns, or -")
    .option("--device <id>", "the phone that the dump is of: an ID, a model, or a JSON file")
    .option("--devices <csv>", "list of devices (default: the inventory of the site)")
    .option("--against <file>", "compare with one file instead of what the phone fetches")
    .option("--since <revision>", "look for what the phone has in revisions from this one on, the newest first")
    .addOption(
      new Option("--revisions <n>", "revisions that --since looks at, at most")
        .argParser(revisions)
        .default(usualRevisions),
    )
    .option("--rule <rule>", "profile rule as if typed into the phone")
    .option("--delta", "the reports have the latest changes only")
    .addOption(repeatableOption("--ignore <name>", "leave out a setting; * is any text (repeatable)"))
    .addOption(
      new Option("--fail-on <what>", "what makes the command fail")
        .choices(["drift", "user", "unexplained", "never"])
        .default("drift"),
    )
    .addOption(
      new Option("--format <format>", "format of the output").choices(["text", "json", "jsonl", "csv"]).default("text"),
    )
    .option("--suggest", "print lines that take the phone to what the files mean");
  addSiteOptions(command).action(async (dumps: string[], options: DriftVerbOptions) =>
    finish(await run(dumps, options)),
  );
};

async function run(words: readonly string[], options: DriftVerbOptions): Promise<number> {
  if (options.device !== undefined && options.devices !== undefined)
    throw new UsageError("Use only one of --device and --devices.");
  const services = siteDialects();
  const loaded = loadSite(options, services);
  const { files, faults } = await inputs(words, () => false);
  const which = await whichPhone(options, services, loaded);
  const { source, close } = await sourceOf(options, loaded);
  const output = new Output(options, files.length > 1 || files.some(({ found }) => found));
  const settings: DriftOptions = {
    isDelta: options.delta === true,
    isLeftOut: leftOut(options.ignore),
    withSuggestions: options.suggest === true,
  };
  try {
    for (const fault of faults) output.fault(fault);
    for (const file of files) {
      const found = await oneDump(file, which, source, services, settings);
      await output.add(found);
    }
  } finally {
    close();
  }
  return output.end(which.hasFault);
}

interface WhichPhone {
  readonly hasFault: boolean;
  phone(dump: Dump, file: string): Device | WrongPhone;
}

async function whichPhone(
  options: DriftVerbOptions,
  services: DialectServices,
  loaded: LoadedSite,
): Promise<WhichPhone> {
  const { device: word, against } = options;
  if (word !== undefined) {
    const device = await deviceFor(word, services, loaded);
    return { hasFault: false, phone: (dump, file) => checked(device, dump, file) };
  }
  const { site, folder } = loaded;
  const own = against === undefined && site.inventory !== undefined ? `${folder}/${site.inventory}` : undefined;
  const name = options.devices ?? own;
  if (name === undefined) return { hasFault: false, phone: deviceOf };
  const list = new DeviceList();
  let hasFault = false;
  for await (const row of readInventory(name, services)) {
    if ("device" in row) list.add(row.device);
    else {
      console.error(printable(row.fault));
      hasFault = true;
    }
  }
  return { hasFault, phone: (dump, file) => list.find(dump, file) };
}

function revisions(word: string): number {
  const number = /^\d{1,6}$/.test(word) ? Number(word) : 0;
  if (number < 1) throw new UsageError("--revisions must be a number from 1.");
  return number;
}

async function sourceOf(options: DriftVerbOptions, loaded: LoadedSite): Promise<OpenSource> {
  const { against, rule } = options;
  if (against === undefined) {
    if (loaded.site.entries.length === 0)
      throw new UsageError(
        "There is nothing to compare with. Use --against, --map, or a site map in flat-profile.config.json.",
      );
    return wholeSite(loaded, options, rule, options);
  }
  const { text } = await readInput({ name: against });
  return oneFile(against, text, options);
}

/** `Proxy_*` is every name that begins so. */
function leftOut(patterns: readonly string[]): (name: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes("*")));
  const others = patterns
    .filter((pattern) => pattern.includes("*"))
    .map(
      (pattern) =>
        new RegExp(
          `^${pattern
            .split(/\*+/)
            .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"))
            .join(".*")}$`,
          "s",
        ),
    );
  return (name) => exact.has(name) || others.some((pattern) => pattern.test(name));
}

async function oneDump(
  { name, path, found }: Input,
  which: WhichPhone,
  source: Source,
  services: DialectServices,
  options: DriftOptions,
): Promise<DriftReport> {
  let text: string;
  try {
    ({ text } = await readInput({ name, path, found }));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refused(name, { code: "drift/unreadable", message: error.message });
  }
  const read = readDump(text, services);
  if (!read) return refused(name, { code: "drift/unreadable", message: `${name}: Not a dump or report of a phone.` });
  const { dump, dialect } = read;
  const given = which.phone(dump, name);
  if ("code" in given) return refused(name, given);
  const device = asDumped(given, dump);
  const phone = phoneFor(device, services, dialect.id);
  if (typeof phone === "string") return refused(name, { code: "drift/unknown-phone", message: phone });
  return compared(name, dump, phone, device, source, options);
}

function refused(dump: string, problem: WrongPhone): DriftReport {
  return {
    format: "flat-profile/drift",
    version: 1,
    dump,
    isRefused: true,
    device: {},
    parameters: [],
    counts: {},
    problems: [problem],
  };
}

/** What is printed, and what the run ends with. */
class Output {
  readonly #paint = paintFor(process.stdout, process.env);
  readonly #common = new Common();
  readonly #totals: Record<string, number> = {};
  readonly #fails: ReadonlySet<Status>;
  #phones = 0;
  #faults = 0;
  #problems = 0;
  #refused = 0;
  #failing = 0;
  #text = "";

  constructor(
    readonly options: DriftVerbOptions,
    /** Several dumps. */
    readonly isMany: boolean,
  ) {
    this.#fails = failing[options.failOn];
    if (options.format === "csv") this.#text = csvHeading;
  }

  fault(message: string): void {
    this.#faults++;
    console.error(printable(message));
  }

  async add(report: DriftReport): Promise<void> {
    const { parameters, problems, counts } = report;
    if (report.isRefused) this.#refused++;
    else this.#phones++;
    if (problems.length > 0) this.#problems++;
    if (this.options.format !== "text" || this.isMany)
      for (const { message } of problems) console.error(printable(message));
    if (parameters.some(({ status }) => this.#fails.has(status))) this.#failing++;
    for (const [status, count] of Object.entries(counts)) this.#totals[status] = (this.#totals[status] ?? 0) + count;
    switch (this.options.format) {
      case "json":
        this.#text += `${JSON.stringify(report)}\n`;
        break;
      case "jsonl":
        this.#text += `${JSON.stringify(inShort(report))}\n`;
        break;
      case "csv":
        this.#text += csvRows(report);
        break;
      case "text":
        if (this.isMany) {
          this.#common.add(report);
          this.#text += `${deviceLine(report, this.#paint)}\n`;
        } else this.#text += `${[...driftInWords(report, this.#paint)].join("\n")}\n`;
    }
    if (this.#text.length > 1 << 16) await this.#flush();
  }

  async end(hasWrongRow: boolean): Promise<number> {
    if (this.isMany && this.options.format === "text") {
      this.#text += `${["", ...this.#common.lines(), "", countsInWords(this.#totals)].join("\n")}\n`;
    }
    await this.#flush();
    if (this.isMany)
      console.error(
        `${counted(this.#phones, "phone")}, ${this.#failing} with ${this.options.failOn}, ${counted(this.#faults + this.#refused, "dump")} not compared`,
      );
    const notCompared = this.#faults + this.#refused;
    if (this.#phones === 0 && notCompared > 0) return exit.failed;
    if (!this.isMany && notCompared > 0) return exit.failed;
    return this.#failing > 0 || this.#problems > 0 || notCompared > 0 || hasWrongRow ? exit.problems : exit.clean;
  }

  async #flush(): Promise<void> {
    await print(this.#text);
    this.#text = "";
  }
}

/** One flat line for a device. */
function inShort({ dump, device, outcome, counts, problems, isRefused }: DriftReport) {
  const { id, mac, family, model, firmware } = device;
  return {
    id,
    mac,
    family,
    model,
    firmware,
    dump,
    outcome,
    ...(isRefused && { isRefused }),
    counts,
    ...(problems.length > 0 && { problems: problems.map(({ code }) => code) }),
  };
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
