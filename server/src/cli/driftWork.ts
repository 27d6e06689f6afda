import type { DialectServices } from "../analysis/dialectServices";
import { phoneFor, readDump } from "../analysis/phones";
import { compared, type DriftOptions, type Source } from "../deployment/driftComparison";
import type { DriftReport } from "../deployment/driftReport";
import type { Dump } from "../deployment/dump";
import { asDumped, checked, DeviceList, deviceOf, type WrongPhone } from "../deployment/dumpDevice";
import type { Device } from "../devices/device";
import type { FilePath } from "../node/filePath";
import { siteDialects } from "./catalogue";
import { type OpenSource, oneFile, type PastOptions, wholeSite } from "./driftRun";
import { type DriftPart, DriftTally, type TallyOptions } from "./driftTally";
import { readInventory } from "./inventory";
import { paintFor } from "./printable";
import { readInput } from "./readInput";
import { deviceFor } from "./site/deviceFor";
import { inventoryOf, type LoadedSite, loadSite, type SiteOptions } from "./site/siteOptions";
import { blockSize, type Share } from "./threads";
import { UsageError } from "./verb";

// Dumps compared with the files, block by block.

/** The options of the verb that say how a dump is compared and shown. */
export interface DriftChoices extends SiteOptions, PastOptions, Omit<TallyOptions, "isMany"> {
  readonly device?: string;
  readonly devices?: string;
  readonly against?: string;
  readonly rule?: string;
  readonly delta?: boolean;
  readonly ignore: readonly string[];
  readonly suggest?: boolean;
}

export interface DriftInput extends DriftChoices, TallyOptions {
  readonly files: readonly { readonly name: string; readonly path: FilePath; readonly found: boolean }[];
  /** Standard output is a terminal. */
  readonly isTTY: boolean;
}

export interface DriftBlock {
  readonly part: DriftPart;
  /** Of the list of devices and of the revisions, for standard error; they come with each block. */
  readonly notes: readonly string[];
  /** Some row of the list has no device. */
  readonly hasFault: boolean;
}

export async function* driftWork(input: DriftInput, share: Share): AsyncGenerator<DriftBlock> {
  const services = siteDialects({ isReported: share.rest > 0 });
  const loaded = loadSite(input, services);
  const which = await whichPhone(input, services, loaded);
  const { source, notes, close } = await sourceOf(input, loaded);
  const tally = new DriftTally(input, paintFor({ isTTY: input.isTTY }, process.env));
  const options: DriftOptions = {
    isDelta: input.delta === true,
    isLeftOut: leftOut(input.ignore),
    withSuggestions: input.suggest === true,
    withoutQuiet: input.format !== "json",
  };
  try {
    for (let start = share.rest * blockSize; start < input.files.length; start += share.of * blockSize) {
      for (const file of input.files.slice(start, start + blockSize))
        tally.add(await oneDump(file, which, source, services, options));
      yield { part: tally.part(), notes: [...which.faults, ...notes], hasFault: which.faults.length > 0 };
    }
  } finally {
    close();
  }
}

interface WhichPhone {
  readonly faults: readonly string[];
  phone(dump: Dump, file: string): Device | WrongPhone;
}

async function whichPhone(input: DriftInput, services: DialectServices, loaded: LoadedSite): Promise<WhichPhone> {
  const { device: word, against } = input;
  if (word !== undefined) {
    const device = await deviceFor(word, services, loaded);
    return { faults: [], phone: (dump, file) => checked(device, dump, file) };
  }
  const name = input.devices ?? (against === undefined ? inventoryOf(loaded) : undefined);
  if (name === undefined) return { faults: [], phone: deviceOf };
  const list = new DeviceList();
  const faults: string[] = [];
  for await (const row of readInventory(name, services)) {
    if ("device" in row) list.add(row.device);
    else faults.push(row.fault);
  }
  return { faults, phone: (dump, file) => list.find(dump, file) };
}

async function sourceOf(input: DriftInput, loaded: LoadedSite): Promise<OpenSource> {
  const { against, rule } = input;
  if (against === undefined) {
    if (loaded.site.entries.length === 0)
      throw new UsageError(
        "There is nothing to compare with. Use --against, --map, or a site map in flat-profile.config.json.",
      );
    return wholeSite(loaded, input, rule, input);
  }
  const { text } = await readInput({ name: against });
  return oneFile(against, text, input);
}

/** `Proxy_*` is every name that begins so. */
function leftOut(patterns: readonly string[]): (name: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes("*")));
  const others = patterns
    .filter((pattern) => pattern.includes("*"))
    .map(
      (pattern) =>
        new RegExp(
          `^${pattern
            .split(/\*+/)
            .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"))
            .join(".*")}$`,
          "s",
        ),
    );
  return (name) => exact.has(name) || others.some((pattern) => pattern.test(name));
}

async function oneDump(
  { name, path: given, found }: DriftInput["files"][number],
  which: WhichPhone,
  source: Source,
  services: DialectServices,
  options: DriftOptions,
): Promise<DriftReport> {
  let text: string;
  try {
    // Another thread gets the bytes of a name, and not the object.
    const path = typeof given === "string" ? given : Buffer.from(given);
    ({ text } = await readInput({ name, path, found }));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refused(name, { code: "drift/unreadable", message: error.message });
  }
  const read = readDump(text, services);
  if (!read) return refused(name, { code: "drift/unreadable", message: `${name}: Not a dump or report of a phone.` });
  const { dump, dialect } = read;
  const phoneOfDump = which.phone(dump, name);
  if ("code" in phoneOfDump) return refused(name, phoneOfDump);
  const device = asDumped(phoneOfDump, dump);
  const phone = phoneFor(device, services, dialect.id);
  if (typeof phone === "string") return refused(name, { code: "drift/unknown-phone", message: phone });
  return compared(name, dump, phone, device, source, options);
}

function refused(dump: string, problem: WrongPhone): DriftReport {
  return {
    format: "flat-profile/drift",
    version: 1,
    dump,
    isRefused: true,
    device: {},
    parameters: [],
    counts: {},
    problems: [problem],
  };
}
