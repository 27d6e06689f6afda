import { Option } from "commander";
import type { DialectServices } from "../analysis/dialectServices";
import { phoneFor } from "../analysis/phones";
import { isReplacedEverywhere, NeverWinning, type NeverWins, neverWinsCode } from "../deployment/neverWins";
import type { MergedValue, Phone, Start } from "../deployment/phone";
import { type ResolveReport, resolveReport, resolveSummary } from "../deployment/report";
import type { ShownSettings } from "../deployment/settingReports";
import { driveSlowly, maxRounds, type Settled, type SettleOptions, settle, settleAlike } from "../deployment/settle";
import { isInShard, type Shard } from "../deployment/shard";
import type { SiteAnswers } from "../deployment/site/siteAnswers";
import type { Site } from "../deployment/siteMap";
import { startIn } from "../deployment/siteMap";
import { nearest } from "../text/nearest";
import { siteDialects } from "./catalogue";
import { readInventory } from "./inventory";
import { paintFor, printable } from "./printable";
import { repeatableOption } from "./repeatableOption";
import { resolvedInWords, summaryLine } from "./resolveText";
import { shardOption } from "./shardOption";
import { Sink } from "./sink";
import { deviceFor } from "./site/deviceFor";
import {
  addSiteOptions,
  answersOf,
  inventoryOf,
  type LoadedSite,
  loadSite,
  type SiteOptions,
} from "./site/siteOptions";
import { readStart } from "./site/start";
import { StatesWriter } from "./states";
import { exit, UsageError, type Verb } from "./verb";

interface ResolveOptions extends SiteOptions {
  readonly device?: string;
  readonly devices?: string;
  readonly start: string;
  readonly rule?: string;
  readonly at?: string;
  readonly rounds: number;
  readonly rules: "in-turn" | "at-start";
  readonly why: readonly string[];
  readonly show: ShownSettings;
  readonly format: "text" | "json" | "xml" | "states";
  readonly shard?: Shard;
  readonly out?: string;
  readonly secrets?: boolean;
}

export const resolve: Verb = (program, finish) => {
  const command = program
    .command("resolve")
    .summary("show the configuration that a device ends up with")
    .description(
      "Follows the rules of a device through the files of a site, round by round, until nothing changes any more.\nThe member `site` of flat-profile.config.json, or --map, says which files answer for which URLs. Nothing is fetched from a network.\n\nExit status:\n  0  every device ends in a stable state\n  1  a device fails, loops, is undecided or does not settle, or a site problem\n  2  the options, the configuration or a file cannot be read\n\nExamples:\n  flat-profile resolve --device desk-1\n  flat-profile resolve --device desk-1 --why NAME\n  flat-profile resolve --devices phones.csv --at main\n  flat-profile resolve --device 8841 --map http://pbx.example.com/=www",
    )
    .option("--device <id>", "an ID from the inventory or .vscode/flat-profile.devices.json, a model, or a JSON file")
    .option("--devices <csv>", "list of devices, or - for standard input (default: the inventory of the site)")
    .option("--start <state>", "factory, or a file: a dump of the device, or JSON with values", "factory")
    .option("--rule <rule>", "profile rule as if typed into the device")
    .option("--at <revision>", "read the files of a git revision")
    .addOption(new Option("--rounds <n>", "rounds to look at").argParser(rounds).default(maxRounds))
    .addOption(
      new Option("--rules <when>", "when the text of a rule is read: when its turn comes, or all before a round")
        .choices(["in-turn", "at-start"])
        .default("in-turn"),
    )
    .addOption(repeatableOption("--why <name>", "show everything that was done to a setting (repeatable)"))
    .addOption(new Option("--show <settings>", "settings to show").choices(["set", "all", "changed"]).default("set"))
    .addOption(
      new Option("--format <format>", "format of the output")
        .choices(["text", "json", "xml", "states"])
        .default("text"),
    )
    .option(
      "-o, --out <file>",
      "file to write instead of standard output (readable by you only); the folder of --format states",
    )
    .addOption(shardOption())
    .option("--secrets", "write secrets too; only with --format xml and --out");
  addSiteOptions(command).action(async (options: ResolveOptions) => finish(await run(options)));
};

function rounds(word: string): number {
  const number = /^\d{1,3}$/.test(word) ? Number(word) : 0;
  if (number < 1) throw new UsageError("--rounds must be a number from 1.");
  return number;
}

async function run(options: ResolveOptions): Promise<number> {
  if (options.secrets && (options.out === undefined || options.format !== "xml"))
    throw new UsageError("--secrets needs --format xml and --out.");
  if (options.format === "states" && options.out === undefined)
    throw new UsageError("--format states needs --out with a folder.");
  const services = siteDialects();
  const loaded = loadSite(options, services);
  const answers = await answersOf(loaded, options, options.at);
  const sink = new Sink(options.format === "states" ? undefined : options.out, 0o600);
  const all = options.devices ?? (options.device === undefined ? inventoryOf(loaded) : undefined);
  if (options.device !== undefined && options.devices !== undefined)
    throw new UsageError("Use only one of --device and --devices.");
  if (all === undefined && options.device === undefined)
    throw new UsageError("Name a device with --device, or a list with --devices.");
  let code: number;
  try {
    code =
      all === undefined
        ? await one(options, services, loaded, answers, sink)
        : await many(all, options, services, loaded, answers, sink);
  } finally {
    answers.close();
  }
  await sink.close();
  return code;
}

function settleOptions({ rounds, rules }: ResolveOptions): SettleOptions {
  return { rounds, rules: rules === "at-start" ? "at start" : "in turn" };
}

async function one(
  options: ResolveOptions,
  services: DialectServices,
  loaded: LoadedSite,
  answers: SiteAnswers,
  sink: Sink,
): Promise<number> {
  const device = await deviceFor(options.device ?? "", services, loaded);
  const phone = phoneFor(device, services, loaded.dialect);
  if (typeof phone === "string") throw new UsageError(phone);
  const start = await startFor(options, phone, loaded.site);
  const settled = await driveSlowly(
    settle(phone, phone.start(device, start), { ...settleOptions(options), keepsHistory: true }),
    (request) => answers.answer(request, device),
  );
  const unknown = options.why.find((name) => !isSetting(name, phone, settled));
  if (unknown !== undefined) throw new UsageError(unknownSetting(unknown, phone.namesOf(device)));
  const problems = answers.takeProblems();
  const report = resolveReport(phone, settled, problems, { ...options, isBrief: options.format !== "json" });
  if (options.format === "states") throw new UsageError("--format states needs --devices.");
  if (options.format === "xml") {
    await sink.write(merged(phone, settled, report, options.secrets === true));
    // The profile says nothing of how it came about.
    const { outcome, rounds } = report;
    console.error(printable(`${report.device.id}: ${outcome} after ${rounds.length} rounds`));
    for (const { message } of report.problems) console.error(printable(message));
  } else if (options.format === "json") await sink.write(`${JSON.stringify(report)}\n`);
  else
    await sink.write(
      `${[...resolvedInWords(report, options.why, paintFor(process.stdout, process.env))].join("\n")}\n`,
    );
  return codeOf(report);
}

function isSetting(name: string, phone: Phone, { end }: Settled): boolean {
  return end.settings.get(name) !== undefined || phone.namesOf(end.device).includes(name);
}

function unknownSetting(name: string, known: readonly string[]): string {
  const meant = known.find((each) => each.toLowerCase() === name.toLowerCase()) ?? nearest(name, known);
  const rest = meant === undefined ? "" : ` Did you mean ${meant}?`;
  return `--why ${name}: The device has no such setting.${rest}`;
}

function codeOf({ outcome, problems }: Pick<ResolveReport, "outcome" | "problems">): number {
  return outcome === "stable" && problems.length === 0 ? exit.clean : exit.problems;
}

/** A list: one line for each device. */
async function many(
  name: string,
  options: ResolveOptions,
  services: DialectServices,
  loaded: LoadedSite,
  answers: SiteAnswers,
  sink: Sink,
): Promise<number> {
  if (options.format === "xml") throw new UsageError("--format xml needs --device.");
  let code: number = exit.clean;
  let count = 0;
  let lines = "";
  const states = options.format === "states" && options.out !== undefined ? new StatesWriter(options.out) : undefined;
  const counts = new Map<string, number>();
  const starts = new Map<Phone, Start>();
  const winning = new NeverWinning(true);
  const isUsual = options.rounds === maxRounds && options.rules === "in-turn";
  for await (const row of readInventory(name, services)) {
    if ("fault" in row) {
      console.error(printable(row.fault));
      code = exit.problems;
      continue;
    }
    const { device } = row;
    if (options.shard && !isInShard(device.id, options.shard)) continue;
    const phone = phoneFor(device, services, loaded.dialect);
    if (typeof phone === "string") {
      console.error(printable(`${name}:${row.line}: ${phone}`));
      code = exit.problems;
      continue;
    }
    const start = starts.get(phone) ?? (await startFor(options, phone, loaded.site));
    starts.set(phone, start);
    const from = phone.start(device, start);
    const machine = isUsual ? settleAlike(phone, from) : settle(phone, from, settleOptions(options));
    const settled = await driveSlowly(machine, (request) => answers.answer(request, device));
    winning.add(settled, phone.shown([settled.start, settled.end]).text);
    const problems = answers.takeProblems();
    const isWhole = options.format === "json" && (options.show !== "set" || options.why.length > 0);
    const report = isWhole
      ? resolveReport(phone, settled, problems, options)
      : resolveSummary(phone, settled, problems);
    count++;
    if (states && "urls" in report) await states.add(phone, settled, report);
    counts.set(report.outcome, (counts.get(report.outcome) ?? 0) + 1);
    code = Math.max(code, codeOf(report));
    if (states) continue;
    lines += "urls" in report && options.format === "text" ? `${summaryLine(report)}\n` : `${JSON.stringify(report)}\n`;
    if (lines.length > 1 << 16) {
      await sink.write(lines);
      lines = "";
    }
  }
  await sink.write(lines);
  await states?.close();
  if (count === 0 && !options.shard) throw new UsageError(`${name}: The list has no device.`);
  const replaced = winning.all().filter(isReplacedEverywhere);
  for (const each of replaced.slice(0, maxNeverWins)) console.error(printable(neverWinsInWords(each)));
  if (replaced.length > maxNeverWins)
    console.error(`${replaced.length - maxNeverWins} more settings never win. (${neverWinsCode})`);
  const words = [...counts].map(([outcome, number]) => `${number} ${outcome}`).join(", ");
  console.error(`${count} devices: ${words}`);
  return code;
}

/** Settings that never win, at most; a site often replaces a whole file of defaults. */
const maxNeverWins = 10;

function neverWinsInWords({ name, file, line, devices, winners }: NeverWins): string {
  const places = winners.map((each) => `${each.file}:${each.line}`).join(", ");
  return `${file}:${line}: info: ${name} never wins: other files set it on all ${devices} devices (${places}). (${neverWinsCode})`;
}

async function startFor({ start: name, rule }: ResolveOptions, phone: Phone, site: Site): Promise<Start> {
  const given = name === "factory" ? {} : await readStart(phone, name);
  return { ...given, ...startIn(site), ...(rule !== undefined && { rule }) };
}

function merged(phone: Phone, { start, end }: Settled, report: ResolveReport, withSecrets: boolean): string {
  const shown = phone.shown([start, end]);
  const values = report.settings.flatMap(({ name }): MergedValue[] => {
    const value = phone.valueOf(end, name);
    if (value === undefined) return [];
    const access = phone.accessOf(end, name);
    const isHidden = !withSecrets && shown.isSecret(name, value);
    return [
      {
        name,
        value: isHidden ? "" : withSecrets ? value : shown.text(value),
        ...(access !== undefined && { access }),
        ...(isHidden && { isHidden }),
      },
    ];
  });
  return phone.merged(values);
}
