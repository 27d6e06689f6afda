import type { Device } from "../devices/device";
import { deviceFileName, readDeviceFile, secretNamesOf } from "../devices/deviceFile";
import type { Preview } from "../preview/preview";
import type { Catalogue } from "../schema/catalogue";
import { plainText } from "./encoding";
import { readAside, readBeside } from "./readInput";
import { UsageError } from "./verb";

/**
 * The device that `word` means: an id of the workspace's device file, a model or a family, or the first
 * device of a file of that name. Throws a UsageError for anything else.
 */
export async function deviceNamed(word: string, catalogue: Catalogue, preview: Preview): Promise<Device> {
  if (word.endsWith(".json")) {
    const [first] = await devicesOf(word, catalogue, true);
    if (!first) throw new UsageError(`${word}: The file has no device.`);
    return first;
  }
  const own = (await devicesOf(deviceFileName, catalogue, false)).find(({ id }) => id === word);
  if (own) return own;
  const family = catalogue.families.find(({ id }) => id === word);
  const samples = preview.samples(catalogue);
  const sample = family
    ? samples.find((each) => each.family === family.id)
    : samples.find(({ id, model }) => id === word || model === word);
  if (sample) return sample;
  const known = [...(await devicesOf(deviceFileName, catalogue, false)), ...samples].map(({ id }) => id);
  throw new UsageError(`Unknown device ${word}. Use ${known.slice(0, 40).join(", ")}.`);
}

async function devicesOf(file: string, catalogue: Catalogue, isNeeded: boolean): Promise<readonly Device[]> {
  const text = isNeeded ? plainText(await readAside(file)) : readBeside(file);
  if (text === undefined) return [];
  const { entries, problems } = readDeviceFile(text, () => secretNamesOf(catalogue));
  const fault = problems.find(({ severity }) => severity === "error");
  if (fault) throw new UsageError(`${file}: ${fault.message}`);
  return entries.map(({ device }) => device);
}
