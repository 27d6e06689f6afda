import type { Device } from "../devices/device";
import { type DriftInput, driftRows, isOpenQuestion, type Past } from "./drift";
import { type DriftProblem, type DriftReport, driftReport } from "./driftReport";
import type { Dump } from "./dump";
import type { SiteFile } from "./exchange";
import type { DumpReader, Phone, PhoneState } from "./phone";

// Compares one dump with the settings that the files of its device lead to.

/** Where files lead. */
export interface Expectation {
  readonly end: PhoneState;
  readonly ignored: ReadonlyMap<string, string>;
  readonly outcome?: string;
  readonly problems: readonly DriftProblem[];
}

export interface Source {
  expected(phone: Phone, dumps: DumpReader, device: Device): Promise<Expectation>;
  past(phone: Phone, dumps: DumpReader, device: Device): Promise<readonly Past[]>;
}

/** What files write for these settings, the last one of each. */
export function valuesOf(
  names: readonly string[],
  files: Iterable<SiteFile>,
  dumps: DumpReader,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (names.length === 0) return values;
  for (const file of files) {
    const written = entriesOf(file, dumps);
    for (const name of names) {
      const value = written?.get(name)?.value;
      if (value !== undefined) values.set(name, value);
    }
  }
  return values;
}

const read = new WeakMap<SiteFile, Dump["entries"] | undefined>();

function entriesOf(file: SiteFile, dumps: DumpReader): Dump["entries"] | undefined {
  if (!read.has(file)) read.set(file, dumps.read(file.text)?.entries);
  return read.get(file);
}

export interface DriftOptions {
  readonly isDelta: boolean;
  readonly isLeftOut: (name: string) => boolean;
  readonly withSuggestions: boolean;
  /** Settings that are as the files say, or have their factory value, are only counted. */
  readonly withoutQuiet?: boolean;
}

/** One dump with its device. */
export async function compared(
  file: string,
  dump: Dump,
  phone: Phone,
  device: Device,
  source: Source,
  { isDelta, isLeftOut, withSuggestions, withoutQuiet = false }: DriftOptions,
): Promise<DriftReport> {
  const { dumps } = phone;
  if (!dumps) throw new Error("a phone without dumps");
  const { end, ignored, outcome, problems } = await source.expected(phone, dumps, device);
  // The firmware that runs is that of the dump, whatever the files would install.
  const running = { ...end, device: phone.start(device, {}).device };
  const input: DriftInput = {
    phone,
    dumps,
    end: running,
    dump,
    isDelta,
    isPartial: outcome !== undefined && outcome !== "stable",
    ignored,
    past: [],
    isLeftOut,
  };
  let rows = driftRows(input);
  if (rows.some(isOpenQuestion)) {
    const past = await source.past(phone, dumps, device);
    if (past.length > 0) rows = driftRows({ ...input, past });
  }
  const { id, label, family, model, mac, firmware } = running.device;
  const shown = phone.shown([end], [...ignored, ...dump.values]);
  const facts = {
    dump: file,
    device: { id, label, family, model, mac, firmware },
    ...(outcome !== undefined && { outcome }),
    problems: [
      ...problems,
      ...(dump.isDamaged
        ? [
            {
              code: "drift/damaged" as const,
              message: `${file}: The dump is damaged or incomplete. Settings that it does not have are not looked at.`,
            },
          ]
        : []),
    ],
  };
  return driftReport(facts, rows, shown, dumps, { withSuggestions, withoutQuiet });
}
