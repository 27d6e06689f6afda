import type { Step } from "./phone";
import { isPlain } from "./recipe";
import { type DeviceSettings, type Origin, type Recipe, sharesNone, type Written } from "./settings";
import type { Settled } from "./settle";

// Settings of files that no device ends up with, because something else always sets them later.

export interface NeverWins {
  readonly name: string;
  /** As its steps call it. */
  readonly file: string;
  readonly line?: number;
  /** The whole element in the text of the file. */
  readonly start: number;
  readonly end: number;
  /** Devices that read the file. */
  readonly devices: number;
  /** What wins instead: the first few of the places. */
  readonly winners: readonly Origin[];
  /** It wins by another file on every device, and with one and the same value. */
  readonly isReplacedAlike: boolean;
}

/** Places that are named, at most. */
const maxWinners = 3;

export const neverWinsCode = "site/never-wins";

/** Worth saying: several devices read the file, and another one always replaces it with one value. */
export function isReplacedEverywhere({ devices, isReplacedAlike }: NeverWins): boolean {
  return devices > 1 && isReplacedAlike;
}

interface Candidate {
  readonly written: Written;
  readonly winners: Winner[];
  /** The values that win instead; two are as good as many. */
  readonly values: Set<string | undefined>;
  isReplacedByFiles: boolean;
}

interface Winner {
  readonly from: Origin;
  /** The same as it may be shown. */
  readonly shown: Origin;
}

interface FileRecord {
  /** Its name as it is shown. */
  readonly name: string;
  devices: number;
  /** By where the element begins. */
  readonly open: Map<number, Candidate>;
  /** What kinds of devices make of the file. */
  readonly recipes: Recipe<Written>[];
  /** A device read it of which something is unknown. */
  isUnsure: boolean;
  /** What decided for devices so far, the last first. */
  seen: readonly Seen[];
  /** Of the elements that are open; undefined after a change of them. */
  names?: ReadonlySet<string> | undefined;
}

/** What decides whether elements of a file are replaced. */
interface Seen {
  readonly common: DeviceSettings["common"];
  readonly applied: readonly (Recipe<Written> | undefined)[];
  readonly consulted: readonly ReadonlySet<string>[];
}

/** Kinds of devices that are remembered for a file. */
const maxSeen = 8;

/** Found while devices come one after another. */
export class NeverWinning {
  readonly #files = new Map<string, FileRecord | undefined>();

  /** `sharedOnly`: files of single devices are left out, so that a long list takes no room for them. */
  constructor(readonly sharedOnly = false) {}

  /** `shown`: names of files as they may be shown. */
  add(settled: Settled, shown: (file: string) => string): void {
    const { outcome, rounds, period = 1 } = settled;
    const isSure = outcome === "stable" || outcome === "loop";
    const consulted = rounds.map((round) => round.consulted);
    const read = new Set<string>();
    for (const round of rounds.slice(-period))
      for (const step of round.steps) {
        const { file, applied } = step;
        if (file === undefined || !applied) continue;
        const record = this.#recordOf(file, applied, shown);
        if (!record) continue;
        read.add(file);
        if (!isSure) record.isUnsure = true;
        if (record.isUnsure) record.open.clear();
        if (isAsBefore(record, round, consulted)) continue;
        for (const [start, candidate] of record.open) {
          const { name } = candidate.written;
          if (!consulted.some((names) => names.has(name)) && isReplaced(candidate, step, round, shown)) continue;
          record.open.delete(start);
          record.names = undefined;
        }
      }
    for (const file of read) {
      const record = this.#files.get(file);
      if (record) record.devices++;
    }
  }

  all(): readonly NeverWins[] {
    const files = [...this.#files.values()].flatMap((record) => record ?? []);
    return files.flatMap(({ name: file, devices, open }) =>
      [...open.values()].map(({ written, winners, values, isReplacedByFiles }): NeverWins => {
        const { line, start = 0, end = start } = written.at;
        return {
          name: written.name,
          file,
          ...(line !== undefined && { line }),
          start,
          end,
          devices,
          winners: winners.map(({ shown }) => shown),
          isReplacedAlike: isReplacedByFiles && values.size === 1,
        };
      }),
    );
  }

  /** Every element that a device knows is open until it wins somewhere. */
  #recordOf(file: string, applied: Recipe<Written>, shown: (file: string) => string): FileRecord | undefined {
    let record = this.#files.get(file);
    if (!record) {
      if (this.#files.has(file)) return undefined;
      if (this.sharedOnly && !applied.isShared) {
        this.#files.set(file, undefined);
        return undefined;
      }
      record = { name: shown(file), devices: 0, open: new Map(), recipes: [], isUnsure: false, seen: [] };
      this.#files.set(file, record);
    }
    const { recipes, open } = record;
    if (recipes.includes(applied)) return record;
    for (const written of applied.changes) {
      const { start } = written.at;
      // Devices of another kind may support more settings of the same file.
      if (start === undefined || !isPlain(written) || recipes.some(({ byName }) => byName.has(written.name))) continue;
      open.set(start, { written, winners: [], values: new Set(), isReplacedByFiles: true });
    }
    recipes.push(applied);
    record.names = undefined;
    record.seen = [];
    return record;
  }
}

/** A device came before of which all was the same that decides about the elements that are open. */
function isAsBefore(
  record: FileRecord,
  { state, steps }: Settled["rounds"][number],
  consulted: Seen["consulted"],
): boolean {
  if (record.open.size === 0) return true;
  const { settings } = state;
  record.names ??= new Set([...record.open.values()].map(({ written }) => written.name));
  const { names } = record;
  if (settings.hasOwn(names)) return false;
  // A file of one device may write what is there already.
  const applied = steps.map(({ applied: each }) =>
    each && (each.isShared || !sharesNone(each, names)) ? each : undefined,
  );
  const isSame = (seen: Seen) =>
    seen.common === settings.common && areSame(seen.applied, applied) && areSame(seen.consulted, consulted);
  if (record.seen.some(isSame)) return true;
  record.seen = [{ common: settings.common, applied, consulted }, ...record.seen.slice(0, maxSeen - 1)];
  return false;
}

function areSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((each, i) => each === others[i]);
}

/** Something later sets it on this device. */
function isReplaced(
  candidate: Candidate,
  { applied }: Step,
  { state, steps }: Settled["rounds"][number],
  shown: (file: string) => string,
): boolean {
  const { written, winners, values } = candidate;
  const { name, at } = written;
  // Devices of this kind do not have it.
  if (!applied?.byName.has(name)) return true;
  const current = state.settings.get(name);
  if (!current) return false;
  const { from } = current;
  if (isSamePlace(from, at) || (from.file === undefined && from.rule === undefined)) return false;
  if (written.access !== undefined && !isAccessReplaced(written, steps)) return false;
  if (values.size < 2) values.add(current.isUnknown ? undefined : (current.value ?? ""));
  if (from.file === undefined || from.file === at.file) candidate.isReplacedByFiles = false;
  if (winners.length >= maxWinners || winners.some((each) => isSamePlace(each.from, from))) return true;
  const named = from.file === undefined ? from : { ...from, file: shown(from.file) };
  if (!winners.some((each) => isSamePlace(each.shown, named))) winners.push({ from, shown: named });
  return true;
}

function isSamePlace(a: Origin, b: Origin): boolean {
  return a.file === b.file && a.start === b.start;
}

/** An element after it in the round says who may change the setting. */
function isAccessReplaced({ name, at }: Written, steps: readonly Step[]): boolean {
  let isAfter = false;
  for (const { applied } of steps)
    for (const each of applied?.byName.get(name) ?? []) {
      if (isAfter && each.access !== undefined) return true;
      if (isSamePlace(each.at, at)) isAfter = true;
    }
  return false;
}
