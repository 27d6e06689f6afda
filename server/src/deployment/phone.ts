import type { Device } from "../devices/device";
import type { Problem } from "../text/span";
import type { Dump, SettingTraits } from "./dump";
import type { Answer, Request, SiteFile, Target, Unknown } from "./exchange";
import type { DeviceSettings, Origin, Recipe, SettingState, Written } from "./settings";

// How the devices of a dialect work: what they ask for, and what they do with the answers.

/** Why a device asks. */
export type Cause = "power-up" | "after upgrade" | "periodic" | "retry" | "request" | "trigger";

/** One device at one time; plain data. */
export interface PhoneState {
  /** Complete, with the firmware that runs; what the device file says of settings is in `settings`. */
  readonly device: Device;
  readonly settings: DeviceSettings;
  /** What each round begins with, on devices that forget what files set: what they have of their own. */
  readonly begin?: DeviceSettings;
  /** A rule as if typed into the device, where that is not a setting. */
  readonly rule?: string;
  /** Rounds that failed since the last good one. */
  readonly failures: number;
  /** Good rounds so far. */
  readonly successes: number;
  /** Settings that no file replaces, as the server fills them in. */
  readonly pinned?: ReadonlySet<string>;
  /** The load that was installed last, so that it is not installed again and again. */
  readonly attempt?: { readonly url: string; readonly rule: string };
}

/** What a device has at the start, beside what its entry in a device file says. */
export interface Start {
  readonly values?: Readonly<Record<string, string>>;
  readonly access?: Readonly<Record<string, string>>;
  readonly userModified?: readonly string[];
  readonly firmware?: string;
  readonly failures?: number;
  /** A rule as if typed into the device. */
  readonly rule?: string;
  /** Settings of the device entry that no file replaces. */
  readonly pinned?: readonly string[];
  /** Said by DHCP to devices that do not say themselves what they got. */
  readonly dhcp?: Readonly<Record<string, string>>;
}

/** A failed round ends there. `B`: no such file, or one that cannot be used. `C`: any other failure. */
type StepClass = "A" | "B" | "C" | "undecided" | "nothing";

/** One rule of one round. */
export interface Step {
  readonly rule: string;
  /** Number of the alternative that was taken; 0 for none. */
  readonly taken: number;
  /** URLs that were asked for, in order: more than one after redirects. */
  readonly urls: readonly string[];
  readonly file?: string;
  readonly class: StepClass;
  /** What a failure or an undecided step is about. */
  readonly reason?: StepReason;
  /** A missing file that counts as a success. */
  readonly isForgiven?: boolean;
  readonly layers: readonly string[];
  /** What was applied of the file, in order. */
  readonly applied?: Recipe<Written>;
  readonly set: number;
  readonly reset: number;
  readonly kept: number;
  /** Settings that the device does not know. */
  readonly ignored: readonly string[];
  readonly assigned: readonly string[];
  /** Where the rule itself was written, if a file of this round did it. */
  readonly setBy?: Origin;
  readonly warnings: readonly StepWarning[];
  /** Macros of the rule whose values are unknown. */
  readonly unknown?: readonly string[];
  /** A server asked who the device is, and whether the rule says it. */
  readonly credentials?: "sent" | "none";
}

export type StepReason =
  | Unknown
  | { readonly status: number }
  | "time-out"
  | "refused"
  | "name"
  | "tls"
  | "tftp"
  | "corrupt"
  | "not a profile"
  | "malformed"
  | "unusable address"
  | "restricted"
  | "too many redirects"
  | "unknown value";

export type StepWarning = "location-macro" | "location-unusable";

/** What a check for new firmware came to. */
export interface UpgradeReport {
  readonly outcome: string;
  readonly reason: string;
  readonly running?: string;
  readonly load?: string;
  readonly url?: string;
  /** The firmware from now on, if the load is taken. */
  readonly firmware?: string;
  readonly isMissing?: boolean;
  readonly isUndecided?: boolean;
}

/** When the device asks next by itself. */
export type Next =
  | {
      readonly cause: Cause;
      /** In seconds. */
      readonly earliest: number;
      readonly latest: number;
      /** What the device takes for the time since the round before. */
      readonly elapsed: number;
      /** The time of day it asks, in seconds after midnight; `earliest` and `latest` depend on the clock then. */
      readonly daily?: { readonly earliest: number; readonly latest: number };
      /** Something else has to happen first: a restart, or that a value of the device changes by itself. */
      readonly needs?: "restart" | "trigger";
    }
  | { readonly never: NeverReason };

export type NeverReason =
  | "switched off"
  | "no rule"
  | "no schedule"
  | "blocked by triggers"
  | "undecided triggers"
  | "undecided";

/** It is not known whether the device asks. */
export function isUndecided(next: Next): boolean {
  return "never" in next && (next.never === "undecided triggers" || next.never === "undecided");
}

/** Why a round is run, and how. */
export interface Occasion {
  /** Counts from 1. */
  readonly number: number;
  readonly cause: Cause;
  /** Seconds since the last round; undefined in the first. */
  readonly elapsed: number | undefined;
  /** Keeps who set what. */
  readonly keepsHistory: boolean;
  /** When the text of a rule is read: when its turn comes, or all at the start. */
  readonly rules: "in turn" | "at start";
}

/** One resync. */
export interface Round {
  readonly state: PhoneState;
  readonly steps: readonly Step[];
  /** The step that ended the round. */
  readonly failed?: Step;
  readonly isUndecided: boolean;
  readonly upgrade?: UpgradeReport;
  /** Settings that decided what was asked for, what came of it and which firmware is taken. */
  readonly consulted: ReadonlySet<string>;
  /** The number that rules see as the reason of the round, in formats that have one. */
  readonly reported?: number;
}

/** What decides of a round when the next one comes: whether it failed, and what it installed. */
export type LastRound = Pick<Round, "upgrade"> & { readonly failed?: Step | true };

/** Makes what is known of a device fit to be shown. */
export interface Shown {
  /** Nothing of the value is shown. */
  isSecret(name: string, value: string): boolean;
  /** Any other text: URLs, names of files, values. */
  text(text: string): string;
}

/** The devices of a dialect, with one catalogue. */
export interface Phone {
  start(device: Device, start: Start): PhoneState;
  /** One round. It asks, is answered, and ends with what came of it. */
  round(state: PhoneState, occasion: Occasion): Generator<Request, Round, Answer>;
  /** What starts the next round; without `last` the first, at power-up. */
  next(state: PhoneState, last: LastRound | undefined): Next;
  /** The value in effect; undefined when it is unknown. */
  valueOf(state: PhoneState, name: string): string | undefined;
  /** The value that a device is shipped with, and how it is known. */
  factoryOf(device: Device, name: string): { readonly value: string; readonly basis: string } | undefined;
  /** Who may change it on the device; undefined when it is unknown. */
  accessOf(state: PhoneState, name: string): string | undefined;
  /** Every setting of the device, in the order of its web pages. */
  namesOf(device: Device): readonly string[];
  /** Two values of a setting mean the same. */
  isSameValue(name: string, a: string, b: string, device: Device): boolean;
  /** The first firmware is surely older than the second. */
  isOlder(a: string, b: string): boolean;
  /** The URL of an alternative of a rule as it is typed, with its macros. */
  typedUrl(state: PhoneState, rule: string, taken: number): string | undefined;
  /** The setting that chooses the firmware; absent where other rules decide. */
  readonly loadRule?: string;
  /** The setting as a file has it; null for the factory value. */
  written(name: string, value: string | null): string;
  /** Some changed values may restart the device, and it is not known which. */
  mayRestart(device: Device): boolean;
  /** What may be shown of these states, and of more values of the device. */
  shown(states: readonly PhoneState[], more?: Iterable<readonly [name: string, value: string]>): Shown;
  /** One file of what a device ends up with. */
  merged(values: readonly MergedValue[]): string;
  /** The start that a dump of a device shows; undefined when the text is none. */
  startOfDump(text: string): Start | undefined;
  /** Dumps and reports; absent where no device prints them. */
  readonly dumps?: DumpReader;
}

/** How a dialect reads dumps. */
export interface DumpReader {
  /** Undefined when the text is not one. */
  read(text: string): Dump | undefined;
  traitsOf(name: string): SettingTraits;
  /** The device has the setting. */
  isSupported(name: string, device: Device): boolean;
  /** Dumps of the device mark what its user changed; undefined when that depends on something unknown. */
  marksUsers(device: Device): boolean | undefined;
  /** The state after one file, and what in it the device does not know; undefined when the file is not one of settings. */
  applied(
    state: PhoneState,
    file: SiteFile,
  ): { readonly state: PhoneState; readonly ignored: readonly string[] } | undefined;
  /** Lines of a file that take these settings back to the factory values. */
  resets(names: readonly string[]): readonly string[];
}

export interface MergedValue {
  readonly name: string;
  readonly value: string;
  readonly access?: string;
  /** The value is left out, with a comment. */
  readonly isHidden?: boolean;
}

export type { Problem, SettingState, Target };
