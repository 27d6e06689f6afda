import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { DialectServices } from "../analysis/dialectServices";
import { phoneFor, serviceOfPhone } from "../analysis/phones";
import { valueCheck } from "../analysis/valueCheck";
import type { Phone, Start } from "../deployment/phone";
import { isInShard, type Shard } from "../deployment/shard";
import { type SiteAnswers, SiteContents } from "../deployment/site/siteAnswers";
import type { Tree } from "../deployment/site/tree";
import { WatchedTree } from "../deployment/site/watchedTree";
import { startIn } from "../deployment/siteMap";
import type { Device } from "../devices/device";
import { type Side as AnsweringSide, Comparison } from "../impact/comparison";
import { failingKinds, Plan } from "../impact/groups";
import { dangers, type Kind, kinds } from "../impact/kinds";
import { resolveRevision } from "../node/git/git";
import { GitTree } from "../node/git/gitTree";
import { hasCommit, mergeBase } from "../node/git/revisions";
import { siteDialects } from "./catalogue";
import { readInventory } from "./inventory";
import { ChangedFiles, CountedTree } from "./plan/changedFiles";
import { planFormats } from "./plan/formats";
import { printable } from "./printable";
import { repeatableOption } from "./repeatableOption";
import { shardOption } from "./shardOption";
import { Sink } from "./sink";
import {
  addSiteOptions,
  answersFrom,
  inventoryOf,
  type LoadedSite,
  loadSite,
  type SiteOptions,
} from "./site/siteOptions";
import { readStart } from "./site/start";
import { WorkTree } from "./site/workTree";
import { exit, UsageError, type Verb } from "./verb";

interface PlanOptions extends SiteOptions {
  readonly devices?: string;
  readonly base?: string;
  readonly head: string;
  readonly baseSite?: string;
  readonly headSite?: string;
  readonly start: string;
  readonly by: readonly string[];
  readonly limit: number;
  readonly shard?: Shard;
  readonly failOn: readonly (Kind | "any")[];
  readonly format: string;
  readonly out?: string;
}

const workTree = "worktree";

export const plan: Verb = (program, finish) => {
  const command = program
    .command("plan")
    .summary("show what a change of files does to every device")
    .description(
      "Settles every device over the old files, and from there over the new ones, and shows what changes: settings, addresses, firmware, devices that fail or never ask again, and what deployed devices keep although a file no longer has it.\nThe two sides are git revisions, a revision and the working tree, or two folders. Nothing is checked out, and nothing is fetched from a network.\n\nExit status:\n  0  no device is of a kind that fails\n  1  some device is, or a row of the list has no device\n  2  the options, the configuration or a file cannot be read\n\nExamples:\n  flat-profile plan\n  flat-profile plan --base v1.0 --head HEAD --by site --format markdown\n  flat-profile plan --base-site old --head-site new --devices phones.csv",
    )
    .option("--devices <csv>", "list of devices, or - for standard input (default: the inventory of the site)")
    .option("--base <revision>", "revision with the old files (default: where the branch left main)")
    .option("--head <revision>", "revision with the new files, or worktree", workTree)
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
    .addOption(shardOption())
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

/** One of the two states of the files. */
interface Side {
  readonly label: string;
  readonly loaded: LoadedSite;
  readonly tree: Tree;
  readonly revision?: string;
}

async function run(options: PlanOptions): Promise<number> {
  const services = siteDialects();
  const [base, head] = await sidesOf(options, services);
  try {
    return await planned(options, services, base, head);
  } finally {
    base.tree.close?.();
    head.tree.close?.();
  }
}

async function planned(options: PlanOptions, services: DialectServices, base: Side, head: Side): Promise<number> {
  const name = options.devices ?? inventoryOf(head.loaded);
  if (name === undefined) throw new UsageError("Name a list of devices with --devices, or an inventory in the site.");
  const watched = new WatchedTree(base.tree);
  const changed = new ChangedFiles(base.tree, head.tree);
  const isTouched = async () => {
    for (const [folder, file] of watched.takeAsked()) if (await changed.has(folder, file)) return true;
    return false;
  };
  // A device whose files are the same on both sides ends up the same.
  const isSameSite = JSON.stringify(base.loaded.site) === JSON.stringify(head.loaded.site);
  const skips = options.start === "settled" && !options.render && isSameSite;
  const contents = new SiteContents();
  const comparison = new Comparison(
    sideOf(base.loaded, answersFrom(base.loaded, watched, options, base.revision, contents)),
    sideOf(head.loaded, answersFrom(head.loaded, head.tree, options, head.revision, contents)),
    {
      from: options.start === "factory" ? "factory" : "settled",
      known: knownStates(options.start),
      checkFor: (phone) => valueCheck(phone, serviceOfPhone(phone)),
      ...(skips && { isTouched }),
    },
  );
  const format = planFormats.find((each) => each.name === options.format);
  if (!format) throw new UsageError(`--format ${options.format} is unknown.`);
  const result = new Plan(base.label, head.label, options.limit);
  const sink = new Sink(options.out);
  const columns = options.by.length === 0 ? ["model"] : options.by;
  let code: number = exit.clean;
  let rows = 0;
  let lines = format.begin ?? "";
  for await (const row of readInventory(name, services)) {
    rows++;
    if ("fault" in row) {
      console.error(printable(row.fault));
      code = exit.problems;
      continue;
    }
    const { device, column, columns: named } = row;
    const unknown = columns.find((each) => !named.includes(each) && !facts.has(each));
    if (unknown !== undefined) throw new UsageError(`--by ${unknown}: The list has no column of this name.`);
    if (options.shard && !isInShard(device.id, options.shard)) continue;
    const phone = phoneFor(device, services, head.loaded.dialect);
    if (typeof phone === "string") {
      console.error(printable(phone));
      code = exit.problems;
      continue;
    }
    const by = Object.fromEntries(columns.map((each) => [each, column(each) ?? deviceText(device, each)]));
    const impact = { ...(await comparison.impact(phone, device)), by };
    result.add(impact);
    if (!format.device) continue;
    lines += format.device(impact);
    if (lines.length < 1 << 16) continue;
    await sink.write(lines);
    lines = "";
  }
  if (rows === 0) throw new UsageError(`${name}: The list has no device.`);
  const report = result.report();
  await sink.write(lines + (format.report?.(report) ?? ""));
  await sink.close();
  for (const message of comparison.problems) console.error(printable(message));
  return result.hasAny(failingKinds(options.failOn)) ? exit.problems : code;
}

/** What is known of each device, with or without a column. */
const facts: ReadonlySet<string> = new Set(["id", "mac", "serial", "model", "family", "firmware"]);

function deviceText(device: Device, name: string): string {
  const found =
    name === "model" ? (device.model ?? device.family) : (device as unknown as Record<string, unknown>)[name];
  return typeof found === "string" ? found : "";
}

function sideOf({ site }: LoadedSite, answers: SiteAnswers): AnsweringSide {
  return {
    start: startIn(site),
    answer: (request, device) => answers.answer(request, device),
    takeProblems: () => answers.takeProblems(),
  };
}

/** What devices have, from the files of a folder. */
function knownStates(start: string) {
  const files = statesIn(start);
  return async (phone: Phone, device: Device): Promise<Start | undefined> => {
    if (!files) return undefined;
    const names = [device.id, device.mac, device.serial];
    const file = names.map((word) => word && files.get(plain(word))).find(Boolean);
    return file ? readStart(phone, file) : undefined;
  };
}

const plain = (word: string) => word.toLowerCase().replace(/[:.-]/g, "");

/** Files of a folder by the device that their names name. */
function statesIn(start: string): ReadonlyMap<string, string> | undefined {
  if (start === "settled" || start === "factory") return undefined;
  try {
    return new Map(readdirSync(start).map((name) => [plain(name.replace(/\.\w+$/, "")), path.join(start, name)]));
  } catch {
    throw new UsageError(`${start}: Use settled, factory or a folder with the states of devices.`);
  }
}

async function sidesOf(options: PlanOptions, services: DialectServices): Promise<[Side, Side]> {
  const { baseSite, headSite } = options;
  if ((baseSite === undefined) !== (headSite === undefined))
    throw new UsageError("--base-site and --head-site need each other.");
  if (baseSite !== undefined && headSite !== undefined) {
    if (options.base !== undefined) throw new UsageError("Use only one of --base and --base-site.");
    return [folderSide(baseSite, options, services), folderSide(headSite, options, services)];
  }
  const loaded = loadSite(options, services);
  if (!(await hasCommit(loaded.folder)))
    throw new UsageError(
      "The folder is not in a git repository with a commit. Use --base-site and --head-site to compare two folders.",
    );
  const base = options.base ?? (await mergeBase(loaded.folder));
  const head =
    options.head === workTree
      ? { label: "working tree", loaded, tree: await CountedTree.open(loaded.folder, loaded.named) }
      : await revisionSide(options.head, loaded);
  return [await revisionSide(base, loaded), head];
}

function folderSide(folder: string, options: PlanOptions, services: DialectServices): Side {
  if (!existsSync(folder)) throw new UsageError(`${folder}: No such folder.`);
  const own = path.join(folder, "flat-profile.config.json");
  const loaded = loadSite(existsSync(own) ? { ...options, config: own } : options, services);
  return { label: folder, loaded: { ...loaded, folder }, tree: new WorkTree(folder, loaded.named) };
}

async function revisionSide(revision: string, loaded: LoadedSite): Promise<Side> {
  const commit = await resolveRevision(loaded.folder, revision);
  const isId = commit.startsWith(revision);
  const label = isId ? commit.slice(0, 7) : `${revision}@${commit.slice(0, 7)}`;
  return { label, loaded, tree: await GitTree.open(loaded.folder, commit), revision: commit };
}
