import path from "node:path";
import { Option } from "commander";
import { type Gated, gatedOf, verdictsOf, versionIn } from "../analysis/gated";
import { gateFormats } from "../deployment/gate/formats";
import type { GateOptions, GateRow } from "../deployment/gate/gateReport";
import { type GateManifest, readManifest } from "../deployment/gate/manifest";
import { LineIndex } from "../text/lineIndex";
import { dialectNamed, siteDialects } from "./catalogue";
import { readInventory } from "./inventory";
import { outputText, printable } from "./printable";
import { readInput } from "./readInput";
import { repeatableOption } from "./repeatableOption";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";

interface GateVerbOptions {
  readonly devices?: string;
  readonly dialect?: string;
  readonly override?: boolean;
  readonly minimum: readonly string[];
  readonly format: string;
}

export const gate: Verb = (program, finish) => {
  program
    .command("gate")
    .summary("show which phones take an image of software, and why")
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
  flat-profile gate images.bind.json
  flat-profile gate images.bind.json --override --format csv
  flat-profile gate images.bind.json --minimum "MODEL=V1 R4.0.0"`,
    )
    .argument("<manifest>", "what is known of the images, or - for standard input")
    .option("--devices <csv>", "list of phones, or - for standard input (default: the inventory of the manifest)")
    .option("--dialect <id>", "system of phones whose model does not say it")
    .option("--override", "Override is set: images are taken although the check fails")
    .addOption(repeatableOption("--minimum <model=version>", "lowest version of a model (repeatable)"))
    .addOption(
      new Option("--format <format>", "format of the output")
        .choices(gateFormats.map(({ name }) => name))
        .default("text"),
    )
    .action(async (manifest: string, options: GateVerbOptions) => finish(await run(manifest, options)));
};

async function run(name: string, options: GateVerbOptions): Promise<number> {
  const services = siteDialects();
  const { dialect } = options;
  const gated = gatedOf(services, dialect === undefined ? undefined : services.of(dialectNamed(dialect, services)));
  if (gated.of.length === 0) throw new UsageError(`It is not known how phones of ${dialect} check software.`);
  if (name === "-" && options.devices === "-") throw new UsageError("Only one input can be standard input.");
  const manifest = await manifestOf(name, gated);
  const list = options.devices ?? inventoryOf(manifest, name);
  if (list === undefined) throw new UsageError("Name a list of phones with --devices, or in the manifest.");
  const settings: GateOptions = {
    override: options.override === true,
    minVersions: minimumsOf(options.minimum, gated),
  };
  const rows: GateRow[] = [];
  let code: number = exit.clean;
  let count = 0;
  for await (const row of readInventory(list, services)) {
    if ("fault" in row) {
      console.error(printable(row.fault));
      code = exit.failed;
      continue;
    }
    count++;
    const found = verdictsOf(row.device, manifest, settings, gated);
    if (found) for (const each of found) rows.push(each);
    else console.error(printable(`${row.device.id}: It is not known how the phone checks software. It is skipped.`));
  }
  if (count === 0 && code === exit.clean) throw new UsageError(`${list}: The list has no device.`);
  const format = gateFormats.find((each) => each.name === options.format);
  await print(outputText(format?.write(rows) ?? ""));
  if (code !== exit.clean) return code;
  return rows.some(({ verdict }) => verdict !== "accept") ? exit.problems : exit.clean;
}

function inventoryOf({ inventory }: GateManifest, name: string): string | undefined {
  return inventory === undefined ? undefined : path.join(path.dirname(name === "-" ? "." : name), inventory);
}

async function manifestOf(name: string, gated: Gated): Promise<GateManifest> {
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

function minimumsOf(words: readonly string[], gated: Gated): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map((word) => {
      const [, model, version] = /^([^=]+)=(.+)$/.exec(word) ?? [];
      if (model === undefined || version === undefined || !versionIn(version, gated))
        throw new UsageError(`Invalid --minimum ${printable(word)}. Write it as MODEL=VERSION.`);
      return [model.trim(), version.trim()];
    }),
  );
}
