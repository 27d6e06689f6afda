import { existsSync } from "node:fs";
import path from "node:path";
import type { DialectService } from "../analysis/dialectService";
import type { Device } from "../devices/device";
import { deviceFileName, readDeviceFile, secretNamesOf } from "../devices/deviceFile";
import type { Catalogue } from "../schema/catalogue";
import { nearest } from "../text/nearest";
import { plainText } from "./encoding";
import { readAside, readBeside } from "./readInput";
import { UsageError } from "./verb";

/** More are no help to a person who mistyped one. */
const maxNamed = 8;

/**
 * The device that `word` means: an id of the device file in `folder` or the nearest one above, a model or a family, or the
 * first device of a file of that name. Throws a UsageError for anything else; `others` are IDs that the caller has looked at.
 */
export async function deviceNamed(
  word: string,
  services: readonly DialectService[],
  { others = [], folder = "." }: { readonly others?: readonly string[]; readonly folder?: string } = {},
): Promise<Device> {
  const catalogues = services.map(({ catalogue }) => catalogue);
  if (word.endsWith(".json")) {
    const [first] = await devicesOf(word, catalogues, true);
    if (!first) throw new UsageError(`${word}: The file has no device.`);
    return first;
  }
  const ours = await devicesOf(deviceFileNear(folder), catalogues, false);
  const own = ours.find(({ id }) => id === word);
  if (own) return own;
  const isFamily = catalogues.some(({ families }) => families.some(({ id }) => id === word));
  const samples = services.flatMap(({ dialect, catalogue }) => dialect.preview?.samples(catalogue) ?? []);
  const sample = samples.find(({ id, model, family }) => (isFamily ? family === word : id === word || model === word));
  if (sample) return sample;
  const known = [...others, ...[...ours, ...samples].map(({ id }) => id)];
  const meant = nearest(word, known);
  const guess = meant === undefined ? "" : ` Did you mean ${meant}?`;
  const more = known.length > maxNamed ? `, another model, or a device of ${deviceFileName}` : "";
  throw new UsageError(`Unknown device ${word}.${guess} Use ${known.slice(0, maxNamed).join(", ")}${more}.`);
}

/** Named from the folder of the run; of that folder where there is none. */
function deviceFileNear(folder: string): string {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const file = path.join(at, deviceFileName);
    if (existsSync(file)) return path.relative(".", file);
    if (path.dirname(at) === at) return deviceFileName;
  }
}

async function devicesOf(
  file: string,
  catalogues: readonly Catalogue[],
  isNeeded: boolean,
): Promise<readonly Device[]> {
  const text = isNeeded ? plainText(await readAside(file)) : readBeside(file);
  if (text === undefined) return [];
  const { entries, problems } = readDeviceFile(text, () => catalogues.flatMap(secretNamesOf));
  const fault = problems.find(({ severity }) => severity === "error");
  if (fault) throw new UsageError(`${file}: ${fault.message}`);
  return entries.map(({ device }) => device);
}
