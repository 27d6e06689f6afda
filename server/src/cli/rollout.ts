import path from "node:path";
import { Option } from "commander";
import { type Description, readDescription } from "../rollout/description";
import { rolloutFormats } from "../rollout/formats";
import { RolloutInventory } from "../rollout/inventory";
import { planRollout } from "../rollout/plan";
import type { RolloutFile } from "../rollout/report";
import type { RolloutPhone } from "../rollout/rolloutPhone";
import { SharingFacts } from "../rollout/sharing";
import { siteDialects } from "./catalogue";
import { listText } from "./inventory";
import { printable } from "./printable";
import { readInput } from "./readInput";
import { repeatableOption } from "./repeatableOption";
import { Sink } from "./sink";
import { exit, UsageError, type Verb } from "./verb";

interface RolloutOptions {
  readonly devices?: string;
  readonly file: readonly string[];
  readonly wan?: string;
  readonly lan?: string;
  readonly roundTrip?: string;
  readonly protocol?: string;
  readonly block?: string;
  readonly format: string;
  readonly out?: string;
}

export const rollout: Verb = (program, finish) => {
  program
    .command("rollout")
    .summary("plan how phones pass new firmware on to each other")
    .description(
      `Computes what it costs to bring firmware to the phones of a list, with and without peer firmware sharing:
the tree of each subnet, model and file, bytes over the WAN, time, phones that gain nothing and why, and what
would help. The list has columns such as model, subnet (or ip), site, count, firmware, load, wave and sharing.
Nothing is fetched from a network.

Exit status:
  0  the rollout was computed
  1  a row of the list has no phone
  2  the options or a file cannot be read

Examples:
  flat-profile rollout site.rollout.json
  flat-profile rollout --devices phones.csv --file phone.loads=7100000 --wan 1.5`,
    )
    .argument("[file]", "description of the rollout: list, files, networks (JSON)")
    .option("--devices <csv>", "list of phones, or - for standard input (default: the inventory of the description)")
    .addOption(repeatableOption("--file <name=bytes>", "file that the phones take (repeatable)"))
    .option("--wan <mbps>", "megabits in a second of the line to a site")
    .option("--lan <mbps>", "megabits in a second between phones")
    .option("--round-trip <ms>", "milliseconds from a phone to the server and back")
    .addOption(new Option("--protocol <protocol>", "protocol of the server").choices(["tftp", "http"]))
    .option("--block <bytes>", "bytes of a TFTP block")
    .addOption(
      new Option("--format <format>", "format of the output")
        .choices(rolloutFormats.map(({ name }) => name))
        .default("text"),
    )
    .option("-o, --out <file>", "file to write instead of standard output (readable by you only)")
    .action(async (file: string | undefined, options: RolloutOptions) => finish(await run(file, options)));
};

/** Maximum number of rows without a phone that are reported. */
const maxFaults = 20;

async function run(file: string | undefined, options: RolloutOptions): Promise<number> {
  const described = await descriptionOf(file, options);
  if (described.files.length === 0) throw new UsageError("Name a file with --file, or in the description.");
  const name = options.devices ?? inventoryOf(described, file);
  if (name === undefined) throw new UsageError("Name a list of phones with --devices, or in the description.");
  const catalogues = siteDialects()
    .all()
    .map(({ catalogue }) => catalogue);
  const facts = new SharingFacts(catalogues);
  const inventory = new RolloutInventory(described, catalogues, facts.columns());
  const phones = await phonesIn(name, inventory);
  for (const { line, message } of inventory.faults.slice(0, maxFaults))
    console.error(printable(`${name}:${line}: ${message}`));
  if (inventory.faults.length > maxFaults)
    console.error(`${inventory.faults.length - maxFaults} more rows have no phone.`);
  if (phones.length === 0) throw new UsageError(`${name}: The list has no phone.`);
  const report = planRollout(phones, described, facts);
  const format = rolloutFormats.find((each) => each.name === options.format);
  const sink = new Sink(options.out);
  await sink.write(format?.write(report) ?? "");
  await sink.close();
  return inventory.faults.length > 0 ? exit.problems : exit.clean;
}

async function phonesIn(name: string, inventory: RolloutInventory): Promise<readonly RolloutPhone[]> {
  const phones: RolloutPhone[] = [];
  const take = (found: readonly RolloutPhone[]) => {
    for (const phone of found) phones.push(phone);
  };
  for await (const text of listText(name)) take(inventory.read(text));
  take(inventory.finish());
  return phones;
}

function inventoryOf({ inventory }: Description, file: string | undefined): string | undefined {
  return inventory === undefined ? undefined : path.join(path.dirname(file ?? "."), inventory);
}

/** The description with what the options say otherwise. */
async function descriptionOf(file: string | undefined, options: RolloutOptions): Promise<Description> {
  const fail = (message: string): never => {
    throw new UsageError(file === undefined ? message : `${file}: ${message}`);
  };
  const found = file === undefined ? {} : parsed((await readInput({ name: file })).text, fail);
  const description = readDescription(found, fail);
  const network = {
    ...(options.wan !== undefined && { wanMbps: numberIn(options.wan, "--wan") }),
    ...(options.lan !== undefined && { lanMbps: numberIn(options.lan, "--lan") }),
    ...(options.roundTrip !== undefined && { roundTripMs: numberIn(options.roundTrip, "--round-trip") }),
    ...(options.protocol !== undefined && { protocol: options.protocol }),
    ...(options.block !== undefined && { blockBytes: numberIn(options.block, "--block") }),
  };
  const files = options.file.map(fileIn);
  if (files.length === 0 && Object.keys(network).length === 0) return description;
  const own = found as { readonly network?: object; readonly files?: readonly unknown[] };
  return readDescription(
    { ...own, network: { ...own.network, ...network }, ...(files.length > 0 && { files }) },
    (message): never => {
      throw new UsageError(message);
    },
  );
}

function parsed(text: string, fail: (message: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(error instanceof Error ? error.message : "The file cannot be read.");
  }
}

function numberIn(text: string, option: string): number {
  const number = Number(text);
  if (!/\d/.test(text) || !Number.isFinite(number)) throw new UsageError(`${option} ${text}: Use a number.`);
  return number;
}

function fileIn(word: string): RolloutFile {
  const [, name = "", bytes = ""] = /^(.+)=(\d{1,12})$/.exec(word) ?? [];
  if (name === "") throw new UsageError(`--file ${word}: Write it as NAME=BYTES, such as phone.loads=7100000.`);
  return { name, bytes: Number(bytes) };
}
