import type { Phone } from "../deployment/phone";
import type { Device } from "../devices/device";
import { Comparison, type Side } from "./comparison";
import { type Before, type DeviceImpact, unchanged, type ValueCheck } from "./impact";

// The impact of files while they are edited: only devices that an edit reaches are run again.

/** A side that notes which files it was asked for. */
export interface NotedSide extends Side {
  /** The files since the last call, found or not. */
  takeAsked(): readonly string[];
}

/** The new files as they are at one time. */
export interface NewFiles extends NotedSide {
  /** Another word when the file is another; the same as long as it is not there. */
  stateOf(file: string): string | Promise<string>;
  /** It is not as in the old files. */
  isChanged(file: string): boolean | Promise<boolean>;
}

export interface FollowedImpact {
  readonly impact: DeviceImpact;
  /** Every file that the device asks for, on either side. */
  readonly files: readonly string[];
  /** What is wrong with the site of the new files. */
  readonly problems: readonly string[];
}

interface Entry extends FollowedImpact {
  readonly phone: Phone;
  readonly device: string;
  /** Absent where too many are known. */
  readonly before?: Before;
  readonly oldFiles: readonly string[];
  /** The files of both sides as they were. */
  readonly states: readonly (readonly [file: string, state: string])[];
}

/** Devices whose state over the old files is kept; for others it is computed again. */
const maxKept = 5_000;

export class Followed {
  readonly #known = new Map<string, Entry>();
  #kept = 0;

  constructor(
    readonly base: NotedSide,
    readonly checkFor: (phone: Phone) => ValueCheck,
  ) {}

  async of(phone: Phone, device: Device, head: NewFiles): Promise<FollowedImpact> {
    const key = JSON.stringify(device);
    const known = this.#known.get(device.id);
    const entry = known?.device === key && known.phone === phone ? known : undefined;
    if (entry && (await isAsItWas(entry, head))) return entry;
    const comparison = new Comparison(this.base, head, { from: "settled", checkFor: this.checkFor });
    this.base.takeAsked();
    const before = entry?.before ?? (await comparison.before(phone, device));
    const oldFiles = entry?.before ? entry.oldFiles : this.base.takeAsked();
    const isTouched = await someOf(oldFiles, (file) => head.isChanged(file));
    head.takeAsked();
    const impact = isTouched
      ? await comparison.after(phone, device, before)
      : unchanged(phone.shown([before.end]).text(device.id), before);
    const files = [...new Set([...oldFiles, ...head.takeAsked()])];
    const states: [string, string][] = [];
    for (const file of files) states.push([file, await head.stateOf(file)]);
    const isKept = known?.before !== undefined || this.#kept < maxKept;
    if (isKept && known?.before === undefined) this.#kept++;
    const found: Entry = {
      impact,
      files,
      problems: [...comparison.problems],
      phone,
      device: key,
      oldFiles,
      states,
      ...(isKept && { before }),
    };
    this.#known.set(device.id, found);
    return found;
  }
}

async function isAsItWas({ states }: Entry, head: NewFiles): Promise<boolean> {
  for (const [file, state] of states) {
    const now = head.stateOf(file);
    if ((now instanceof Promise ? await now : now) !== state) return false;
  }
  return true;
}

async function someOf(files: readonly string[], isSo: (file: string) => boolean | Promise<boolean>): Promise<boolean> {
  for (const file of files) if (await isSo(file)) return true;
  return false;
}
