import { Option } from "commander";
import type { DialectService } from "../analysis/dialectService";
import type { DialectServices } from "../analysis/dialectServices";
import {
  countVerdicts,
  type Gate,
  type GateOptions,
  type GateRow,
  gateRows,
  outcomeInWords,
} from "../deployment/gate/gateReport";
import { type GateManifest, readManifest } from "../deployment/gate/manifest";
import { identified } from "../devices/device";
import { parseRelease } from "../schema/firmware";
import { csvLine } from "../text/csv";
import { LineIndex } from "../text/lineIndex";
import { dialectNamed, siteDialects } from "./catalogue";
import { readInventory } from "./inventory";
import { outputText, printable } from "./printable";
import { readInput } from "./readInput";
import { repeatableOption } from "./repeatableOption";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";

interface GateVerbOptions {
  readonly devices: string;
  readonly dialect?: string;
  readonly override?: boolean;
  readonly minimum: readonly string[];
  readonly format: "text" | "csv" | "json";
}

export const gate: Verb = (program, finish) => {
  program
    .command("gate")
    .summary("say which phones take an image of software, and why")
    .description(
      `Reads a manifest of images (*.bind.json) and a list of phones, and prints for each phone what it does
with each image. A phone compares the hardware level in the header of the image with its own (rule 1). When the
header has none, it compares the version of the image with the lowest one that it supports (rule 2). Override
takes the image either way. A phone that does not take it returns to its original application, without a restart.

The list is CSV with columns such as id, model, hwLevel, version, minVersion and partNumber.

Exit status:
  0  every phone takes its image
  1  a phone rejects an image, or it is not known what it does
  2  the manifest or the list cannot be read

Examples:
  flat-profile gate images.bind.json --devices phones.csv
  flat-profile gate images.bind.json --devices phones.csv --override --format csv
  flat-profile gate images.bind.json --devices phones.csv --minimum "MODEL=V1 R4.0.0"`,
    )
    .argument("<manifest>", "what is known of the images, or - for standard input")
    .requiredOption("--devices <csv>", "list of phones, or - for standard input")
    .option("--dialect <id>", "system of phones whose model does not say it")
    .option("--override", "Override is set: images are taken although the check fails")
    .addOption(repeatableOption("--minimum <model=version>", "lowest version of a model (repeatable)"))
    .addOption(new Option("--format <format>", "format of the output").choices(["text", "csv", "json"]).default("text"))
    .action(async (manifest: string, options: GateVerbOptions) => finish(await run(manifest, options)));
};

interface Gated {
  readonly service: DialectService;
  readonly gate: Gate;
}

async function run(name: string, options: GateVerbOptions): Promise<number> {
  const services = siteDialects();
  const gated = gatedServices(services, options.dialect);
  if (name === "-" && options.devices === "-") throw new UsageError("Only one input can be standard input.");
  const manifest = await manifestOf(name, gated);
  const settings: GateOptions = {
    override: options.override === true,
    minVersions: minimumsOf(options.minimum, gated),
  };
  const rows: GateRow[] = [];
  let code: number = exit.clean;
  let count = 0;
  for await (const row of readInventory(options.devices, services)) {
    if ("fault" in row) {
      console.error(printable(row.fault));
      code = exit.failed;
      continue;
    }
    count++;
    const { device } = row;
    const isOf = ({ catalogue }: DialectService) => identified(device, catalogue).family !== undefined;
    const own = gated.find(({ service }) => isOf(service)) ?? (services.all().some(isOf) ? undefined : gated[0]);
    if (!own) {
      console.error(printable(`${device.id}: It is not known how the phone checks software. It is skipped.`));
      continue;
    }
    rows.push(...gateRows(device, manifest, settings, own.gate, own.service.catalogue));
  }
  if (count === 0 && code === exit.clean) throw new UsageError(`${options.devices}: The list has no device.`);
  await print(outputText(formats[options.format](rows)));
  if (code !== exit.clean) return code;
  return rows.some(({ verdict }) => verdict !== "accept") ? exit.problems : exit.clean;
}

/** The systems whose phones check software. */
function gatedServices(services: DialectServices, id: string | undefined): readonly Gated[] {
  const all = id === undefined ? services.all() : [services.of(dialectNamed(id, services))];
  const gated = all.flatMap((service) => (service.dialect.gate ? [{ service, gate: service.dialect.gate }] : []));
  if (gated.length === 0) throw new UsageError(`It is not known how phones of ${id} check software.`);
  return gated;
}

async function manifestOf(name: string, gated: readonly Gated[]): Promise<GateManifest> {
  const { text } = await readInput({ name });
  const manifest = readManifest(text, (version) => versionIn(version, gated));
  const lines = new LineIndex(text);
  for (const { span, message } of manifest.problems) {
    const { line, character } = lines.positionAt(span.start);
    console.error(printable(`${name}:${line + 1}:${character + 1}: ${message}`));
  }
  if (manifest.problems.length > 0) throw new UsageError(`${name}: The manifest has errors.`);
  if (manifest.images.length === 0) throw new UsageError(`${name}: The manifest has no image.`);
  return manifest;
}

function versionIn(text: string, gated: readonly Gated[]) {
  for (const { service } of gated) {
    const version = parseRelease(text, service.catalogue);
    if (version) return version;
  }
  return undefined;
}

function minimumsOf(words: readonly string[], gated: readonly Gated[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map((word) => {
      const [, model, version] = /^([^=]+)=(.+)$/.exec(word) ?? [];
      if (model === undefined || version === undefined || !versionIn(version, gated))
        throw new UsageError(`Invalid --minimum ${printable(word)}. Write it as MODEL=VERSION.`);
      return [model.trim(), version.trim()];
    }),
  );
}

const formats: Readonly<Record<GateVerbOptions["format"], (rows: readonly GateRow[]) => string>> = {
  text: rowsInWords,
  csv: rowsAsCsv,
  json: (rows) => `${JSON.stringify({ format: "flat-profile/gate", version: 1, counts: countVerdicts(rows), rows })}\n`,
};

function rowsInWords(rows: readonly GateRow[]): string {
  const lines = rows.flatMap((row) => [
    `${row.verdict.padEnd(7)}  ${[row.id, row.model, row.file].filter(Boolean).join("  ")}  ${ruleInWords(row)}`,
    `         ${row.reason}`,
    `         ${outcomeInWords(row)}`,
    ...row.notes.map((note) => `         ${note}`),
  ]);
  const { accept, reject, unknown, override } = countVerdicts(rows);
  const sum = `${accept} accepted (${override} by Override), ${reject} rejected, ${unknown} unknown`;
  return `${[...lines, "", sum].map(printable).join("\n")}\n`;
}

const ruleInWords = ({ rule, because }: GateRow) =>
  [rule === undefined ? "" : `rule ${rule}`, because === "override" ? "Override" : ""].filter(Boolean).join(", ");

const columns = [
  "id",
  "model",
  "running",
  "file",
  "version",
  "verdict",
  "rule",
  "because",
  "after",
  "restarts",
  "reason",
  "notes",
];

function rowsAsCsv(rows: readonly GateRow[]): string {
  const lines = rows.map((row) => {
    const { id, model = "", running = "", file, version = "", verdict, rule, because, after = "" } = row;
    const restarts = row.restarts === undefined ? "" : row.restarts ? "yes" : "no";
    return csvLine([
      ...[id, model, running, file, version, verdict, String(rule ?? ""), because, after, restarts],
      row.reason,
      row.notes.join(" "),
    ]);
  });
  return csvLine(columns) + lines.join("");
}
