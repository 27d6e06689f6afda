import { stat } from "node:fs/promises";
import type { Shard } from "../deployment/shard";
import { csv, jsonl } from "../preview/fleetFormats";
import { type Failure, failures } from "../preview/fleetWords";
import { dialectOption, siteDialects } from "./catalogue";
import { FleetSummary } from "./fleetSummary";
import { type FleetContext, type FleetInput, fleetOf, fleetWork, maxFaults } from "./fleetWork";
import { printable } from "./printable";
import { Progress } from "./progress";
import { readInput } from "./readInput";
import { shardOption } from "./shardOption";
import { print } from "./standardOutput";
import { inOrder, type Share, threadsFor, threadsOption } from "./threads";
import { exit, UsageError, type Verb } from "./verb";

interface FleetOptions {
  readonly devices: string;
  readonly dialect?: string;
  readonly format: string;
  readonly summary?: boolean;
  readonly failOn?: string;
  readonly shard?: Shard;
  readonly threads?: number;
}

export const fleet: Verb = (program, finish) => {
  program
    .command("fleet")
    .summary("evaluate a profile's rules for every device of a list")
    .description(
      "Reads a list of devices (CSV with columns such as mac, model, firmware, serial, and names of parameters) and prints what each device does, then how many devices take each alternative, upgrade, or match nothing. Invalid rows are reported with their line.\n\nExit status:\n  0  every device was evaluated\n  1  a device or row has a failure that --fail-on lists\n  2  the profile, the list or a row cannot be read, or the list has no device",
    )
    .argument("<file>", "a profile")
    .requiredOption("--devices <csv>", "list of devices, or - for standard input")
    .addOption(dialectOption())
    .option("--format <format>", "csv or jsonl", "csv")
    .addOption(shardOption())
    .addOption(threadsOption())
    .option("--summary", "print the summary only")
    .option("--fail-on <what,...>", `exit with 1 if a device or row has one of: ${failures.join(", ")}`)
    .action(async (file: string, options: FleetOptions) => finish(await run(file, options)));
};

async function run(name: string, options: FleetOptions): Promise<number> {
  const { devices, dialect, format, summary = false, failOn, shard } = options;
  const fatal = failuresOf(failOn);
  if (format !== "csv" && format !== "jsonl") throw new UsageError("--format must be csv or jsonl.");
  const { text } = await readInput({ name });
  const input: FleetInput = {
    ...{ name, text, list: devices, format, summary },
    ...(dialect !== undefined && { dialect }),
    ...(shard && { shard }),
  };
  const { catalogue, fleet } = fleetOf(input, siteDialects());
  const tally = new FleetSummary(fleet, catalogue);
  const size = devices === "-" ? 0 : await sizeOf(devices);
  const progress = new Progress(process.stderr, process.stdout.isTTY ? 0 : size, () => performance.now(), "bytes");
  const context: FleetContext = {
    ...{ catalogue, fleet },
    unknown: (names) => console.error(printable(`Unknown columns, ignored: ${names.join(", ")}`)),
    at: (bytes) => progress.at(bytes),
  };
  const own = (input: FleetInput, share: Share) => fleetWork(input, share, context);
  // What is not an ordinary file can be read once only.
  const threads = size === 0 ? 1 : threadsFor(options.threads, () => size > longList);
  let rows = 0;
  let isFirst = true;
  let wrong = 0;
  const lost: string[] = [];
  let unread = 0;
  for await (const block of inOrder("fleet", own, input, threads)) {
    tally.addPart(block.tally);
    rows += block.rows;
    const shown = block.invalid.first.slice(0, Math.max(0, maxFaults - wrong));
    if (shown.length > 0) progress.clear();
    for (const fault of shown) console.error(printable(fault));
    wrong += block.invalid.count;
    lost.push(...block.lost.first);
    unread += block.lost.count;
    if (block.text === "") continue;
    const head = isFirst ? (format === "jsonl" ? jsonl : csv).head(block.parameters) : "";
    isFirst = false;
    await print(head + block.text);
  }
  progress.clear();
  if (rows === 0 && unread === 0) throw new UsageError(`${devices}: The list has no device.`);
  if (wrong > maxFaults) console.error(`${wrong - maxFaults} more rows are invalid.`);
  const words = [...tally.lines()].join("\n");
  if (summary) console.log(words);
  else console.error(words);
  for (const fault of lost.slice(0, maxFaults)) console.error(printable(fault));
  if (unread > maxFaults) console.error(`${unread - maxFaults} more rows cannot be read.`);
  if (unread > 0) return exit.failed;
  const found = tally.failures();
  return fatal.some((each) => found.has(each)) ? exit.problems : exit.clean;
}

/** Bytes of a list, some 150,000 rows, that are worth several threads: one takes 0.3 s to start, and each reads all rows. */
const longList = 8_000_000;

function failuresOf(words: string | undefined): readonly Failure[] {
  return (words ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => {
      const known = failures.find((each) => each === word);
      if (!known) throw new UsageError(`Unknown --fail-on value ${word}. Use ${failures.join(", ")}.`);
      return known;
    });
}

/** 0 for what cannot be asked; reading it says why. */
async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : 0;
}
