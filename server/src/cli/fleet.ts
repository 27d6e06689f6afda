import { ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { FleetList } from "../analysis/fleetList";
import { isInShard, type Shard } from "../deployment/shard";
import { csv, jsonl } from "../preview/fleetFormats";
import { type Failure, failures } from "../preview/fleetWords";
import type { FleetAnswer } from "../preview/report";
import { certainServiceOf, dialectOption, siteDialects } from "./catalogue";
import { textOf } from "./encoding";
import { namedFault } from "./fileFault";
import { FleetSummary } from "./fleetSummary";
import { neighborsOf } from "./neighbors";
import { printable } from "./printable";
import { Progress } from "./progress";
import { openAside, readInput } from "./readInput";
import { shardOption } from "./shardOption";
import { print as printText } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";

interface FleetOptions {
  readonly devices: string;
  readonly dialect?: string;
  readonly format: string;
  readonly summary?: boolean;
  readonly failOn?: string;
  readonly shard?: Shard;
}

export const fleet: Verb = (program, finish) => {
  program
    .command("fleet")
    .summary("evaluate a profile's rules for every device of a list")
    .description(
      "Reads a list of devices (CSV with columns such as mac, model, firmware, serial, and names of parameters) and prints what each device does,\nthen how many devices take each alternative, upgrade, or match nothing. Invalid rows are reported with their line.\n\nExit status:\n  0  every device was evaluated\n  1  a device or row has a failure that --fail-on lists\n  2  the profile, the list or a row cannot be read, or the list has no device",
    )
    .argument("<file>", "a profile")
    .requiredOption("--devices <csv>", "list of devices, or - for standard input")
    .addOption(dialectOption())
    .option("--format <format>", "csv or jsonl", "csv")
    .addOption(shardOption())
    .option("--summary", "print the summary only")
    .option("--fail-on <what,...>", `exit with 1 if a device or row has one of: ${failures.join(", ")}`)
    .action(async (file: string, options: FleetOptions) => finish(await run(file, options)));
};

/** Maximum number of unreadable rows that are reported. */
const maxFaults = 20;

/** Bytes of the list that are read and answered in one go: more are kept by the collector for longer. */
const inOneGo = 1 << 14;

async function run(name: string, options: FleetOptions): Promise<number> {
  const { devices, format, summary, failOn, shard: part } = options;
  const fatal = failuresOf(failOn);
  if (format !== "csv" && format !== "jsonl") throw new UsageError("--format must be csv or jsonl.");
  const lines = format === "jsonl" ? jsonl : csv;
  const { text } = await readInput({ name });
  const service = certainServiceOf(name, text, siteDialects(), {
    ...(options.dialect !== undefined && { dialect: options.dialect }),
  });
  const { dialect, catalogue } = service;
  const document = dialect.read(text, catalogue);
  if (document.form === "foreign") throw new UsageError(`${name}: Not a ${dialect.label} file.`);
  const fleet = dialect.preview?.fleet?.({
    document,
    catalogue,
    neighbors: neighborsOf({ name, path: name }, service),
  });
  if (!fleet) throw new UsageError(`${name}: ${dialect.label} files cannot be evaluated for a list of phones.`);
  const tally = new FleetSummary(fleet, catalogue);
  let out = "";
  let parameters: readonly string[] = [];
  let isFirst = true;
  const print = (found: FleetAnswer) => {
    tally.add(found);
    if (summary) return;
    if (isFirst) out += lines.head(parameters);
    isFirst = false;
    out += lines.line(found, parameters);
  };
  const faults: string[] = [];
  let wrong = 0;
  const rows = new FleetList(catalogue, fleet.isFirmware, {
    head(columns, unknown, isUseless) {
      parameters = fleet.rules(columns);
      if (isUseless) throw new UsageError(`${devices}: The first row has no known column name, such as mac or model.`);
      if (unknown.length > 0) console.error(printable(`Unknown columns, ignored: ${unknown.join(", ")}`));
    },
    device(device, line, faultOf) {
      if (part && !isInShard(device.id, part)) return;
      const reason = faultOf();
      if (reason !== undefined) {
        tally.addBadRow();
        if (wrong++ < maxFaults) console.error(printable(`${devices}:${line}: ${reason}`));
      }
      print(fleet.answer(device));
    },
    lost(line, reason, hasHead) {
      const fault = `${devices}:${line}: ${reason}`;
      if (!hasHead) throw new UsageError(fault);
      faults.push(fault);
    },
  });
  const flush = async () => {
    const text = out;
    out = "";
    if (text !== "") await printText(text);
  };
  const size = devices === "-" || process.stdout.isTTY ? 0 : await sizeOf(devices);
  const progress = new Progress(process.stderr, size, () => performance.now(), "bytes");
  const input = devices === "-" ? process.stdin : await openAside(devices, inOneGo);
  try {
    for await (const text of textOf(input as AsyncIterable<Uint8Array>)) {
      rows.read(text);
      await flush();
      progress.at(input instanceof ReadStream ? input.bytesRead : 0);
    }
    rows.finish();
  } catch (error) {
    throw namedFault(error, devices);
  }
  await flush();
  progress.clear();
  if (rows.count === 0 && faults.length === 0) throw new UsageError(`${devices}: The list has no device.`);
  if (wrong > maxFaults) console.error(`${wrong - maxFaults} more rows are invalid.`);
  const words = [...tally.lines()].join("\n");
  if (summary) console.log(words);
  else console.error(words);
  for (const fault of faults.slice(0, maxFaults)) console.error(printable(fault));
  if (faults.length > maxFaults) console.error(`${faults.length - maxFaults} more rows cannot be read.`);
  if (faults.length > 0) return exit.failed;
  const found = tally.failures();
  return fatal.some((each) => found.has(each)) ? exit.problems : exit.clean;
}

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
