import { statSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Shard } from "../deployment/shard";
import { type Detail, details, failingKinds, Plan } from "../impact/groups";
import { dangers, type Kind, kinds } from "../impact/kinds";
import { siteDialects } from "./catalogue";
import { planFormats } from "./plan/formats";
import { planWork } from "./plan/planWork";
import { checkRepository, listSides, type SidesOptions, sitesOf, workingTree } from "./plan/sides";
import { printable } from "./printable";
import { repeatableOption } from "./repeatableOption";
import { shardOption } from "./shardOption";
import { Sink } from "./sink";
import { addSiteOptions, inventoryOf } from "./site/siteOptions";
import { inOrder, threadsFor, threadsOption } from "./threads";
import { exit, UsageError, type Verb } from "./verb";

interface PlanOptions extends SidesOptions {
  readonly devices?: string;
  readonly start: string;
  readonly by: readonly string[];
  readonly limit: number;
  readonly detail: Detail;
  readonly shard?: Shard;
  readonly threads?: number;
  readonly failOn: readonly (Kind | "any")[];
  readonly format: string;
  readonly out?: string;
}

export const plan: Verb = (program, finish) => {
  const command = program
    .command("plan")
    .summary("show what a change of files does to every device")
    .description(
      "Settles every device over the old files, and from there over the new ones, and shows what changes: settings, addresses, firmware, devices that fail or never ask again, and what deployed devices keep although a file no longer has it.\nThe two sides are git revisions, a revision and the working tree, or two folders. Nothing is checked out, and nothing is fetched from a network.\n\nExit status:\n  0  no device is of a kind that fails\n  1  some device is, or a row of the list has no device\n  2  the options, the configuration or a file cannot be read\n\nExamples:\n  flat-profile plan\n  flat-profile plan --base v1.0 --head HEAD --by site --format markdown\n  flat-profile plan --base-site old --head-site new --devices phones.csv",
    )
    .option("--devices <csv>", "list of devices, or - for standard input (default: the inventory of the site)")
    .option("--base <revision>", "revision with the old files (default: where the branch left main)")
    .option("--head <revision>", "revision with the new files, or worktree", workingTree)
    .option("--base-site <folder>", "folder with the old files, in place of a revision")
    .option("--head-site <folder>", "folder with the new files")
    .option(
      "--start <state>",
      "where devices are: settled over the old files, factory, or a folder with a dump or JSON for each device",
      "settled",
    )
    .addOption(
      repeatableOption("--by <column>", "column of the list by which groups are counted (repeatable)", "model"),
    )
    .addOption(
      new Option("--limit <n>", "groups of a kind, and devices of a group, to show").argParser(limit).default(20),
    )
    .addOption(
      new Option("--detail <what>", "what a group is: devices to which the same happens, a setting, or a device")
        .choices(details)
        .default("groups"),
    )
    .addOption(shardOption())
    .addOption(threadsOption())
    .addOption(
      new Option("--fail-on <kind>", "kind of change that fails, or any (repeatable)")
        .argParser(kindNamed)
        .default([], [...dangers].join(", ")),
    )
    .addOption(
      new Option("--format <format>", "format of the output")
        .choices(planFormats.map(({ name }) => name))
        .default("text"),
    )
    .option("-o, --out <file>", "file to write instead of standard output (readable by you only)");
  addSiteOptions(command as Command).action(async (options: PlanOptions) => finish(await run(options)));
};

function limit(word: string): number {
  if (!/^\d{1,6}$/.test(word)) throw new UsageError("--limit must be a number.");
  return Number(word);
}

function kindNamed(word: string, before: readonly (Kind | "any")[] = []): readonly (Kind | "any")[] {
  const named = word.split(",").map((each) => each.trim());
  const known = (each: string): each is Kind | "any" =>
    each === "any" || (each !== "none" && kinds.some((kind) => kind === each));
  const wrong = named.find((each) => !known(each));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`Use any or one of ${kinds.filter((kind) => kind !== "none").join(", ")}.`);
  return [...before, ...named.filter(known)];
}

async function run(options: PlanOptions): Promise<number> {
  const services = siteDialects();
  const sites = sitesOf(options, services);
  const [, head] = sites;
  await checkRepository(options, head);
  const list = options.devices ?? inventoryOf(head);
  if (list === undefined) throw new UsageError("Name a list of devices with --devices, or an inventory in the site.");
  const format = planFormats.find((each) => each.name === options.format);
  if (!format) throw new UsageError(`--format ${options.format} is unknown.`);
  const by = options.by.length === 0 ? ["model"] : options.by;
  const threads = list === "-" ? 1 : threadsFor(options.threads, () => isLong(list));
  const sides = await listSides(options, sites);
  const sink = new Sink(options.out);
  const problems = new Set<string>();
  let result: Plan | undefined;
  let code: number = exit.clean;
  for await (const block of inOrder("plan", planWork, { ...options, sides, list, by }, threads)) {
    if (!result) await sink.write(format.begin ?? "");
    result ??= new Plan(block.base, block.head, options.limit, options.detail);
    result.addPart(block.part);
    for (const fault of block.faults) {
      console.error(printable(fault));
      code = exit.problems;
    }
    for (const problem of block.problems) problems.add(problem);
    if (block.lines !== "") await sink.write(block.lines);
  }
  if (!result) throw new UsageError(`${list}: The list has no device.`);
  const report = result.report();
  await sink.write(format.report?.(report, options.detail) ?? "");
  await sink.close();
  for (const message of problems) console.error(printable(message));
  return result.hasAny(failingKinds(options.failOn)) ? exit.problems : code;
}

/** Bytes of a list that is worth several threads: a few thousand rows. */
const longList = 1 << 18;

function isLong(list: string): boolean {
  return (statSync(list, { throwIfNoEntry: false })?.size ?? 0) > longList;
}
