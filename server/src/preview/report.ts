import type { Device } from "../devices/device";
import type { Span } from "../text/span";

// What a file makes one phone do, as plain data for panels, the command line and JSON. Spans count from the
// start of the file. Secrets are masked unless the maker was asked for the exact texts.

export interface DeviceReport {
  readonly device: {
    readonly id: string;
    readonly label?: string;
    readonly family?: string;
    readonly model?: string;
    readonly firmware?: string;
  };
  /** Every rule that decides something, in the order in which the phone reads them. */
  readonly rules: readonly RuleReport[];
  readonly upgrade: UpgradeReport;
  readonly timeline: Timeline;
  readonly messages: readonly MessageReport[];
  /** What statements come to, in formats that have them. */
  readonly script?: ScriptReport;
  /** The value of each macro after all assignments. */
  readonly macros: Readonly<Record<string, string>>;
}

/** The device of a report. */
export function reported({ id, label, family, model, firmware }: Device): DeviceReport["device"] {
  return {
    id,
    ...(label !== undefined && { label }),
    ...(family !== undefined && { family }),
    ...(model !== undefined && { model }),
    ...(firmware !== undefined && { firmware }),
  };
}

/** The report of a file that makes a device do nothing. */
export function emptyReport(device: Device): DeviceReport {
  return {
    device: reported(device),
    rules: [],
    upgrade: { steps: [], loops: false },
    timeline: {
      ...{ regular: [], daily: undefined, retries: [], upgradeRetries: [], reports: [] },
      ...{ triggers: undefined, longestWait: 0, notes: [] },
    },
    messages: [],
    macros: {},
  };
}

/** What a file of statements makes a device do. */
export interface ScriptReport {
  /** Files in the order in which they are asked for; the first is the file itself. */
  readonly files: readonly {
    /** Empty where the name of the file itself is not known. */
    readonly name: string;
    readonly answer: "start" | "file" | "missing" | "unknown" | "cycle";
    /** What it means in this dialect, after the name. */
    readonly note?: string;
  }[];
  readonly settings: readonly SettingReport[];
  /** Statements that the device does not come to. */
  readonly skipped: readonly Span[];
  /** Variables that decide and are not known. */
  readonly unknown: readonly string[];
}

interface SetValue {
  readonly value: string;
  /** The statement, when it is in the file itself. */
  readonly span?: Span;
  /** The other file that it is in. */
  readonly file?: string;
}

export interface SettingReport extends SetValue {
  readonly name: string;
  /** Nothing unknown can change it. */
  readonly isCertain: boolean;
  /** What it replaced, the last one first. */
  readonly before: readonly SetValue[];
}

export type RuleKind = "profile" | "upgrade" | "report" | "trigger";

/** What a rule is for: settings, firmware, or something beside them such as certificates and reports. */
export type RuleGroup = "triggers" | "profile" | "upgrade" | "others";

export interface RuleReport {
  readonly parameter: string;
  readonly kind: RuleKind;
  readonly group: RuleGroup;
  readonly span: Span;
  readonly typed: string;
  readonly expanded: string;
  readonly skipped?: "empty" | "switched off";
  readonly alternatives: readonly AlternativeReport[];
  /** Which alternative is taken, counted from 1; 0 for none. */
  readonly taken: number;
  /** With server, scheme and port as the phone adds them. */
  readonly fetches?: string;
  /** The DHCP option that gave the server. */
  readonly dhcpOption?: string;
  /** A URL is there, but no phone can use it. */
  readonly unusable: boolean;
  /** Why the rule cannot be read, after expansion. */
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

export interface AlternativeReport {
  readonly span: Span;
  readonly fate: "taken" | "condition false" | "condition unreadable" | "skipped";
  readonly comparisons: readonly ComparisonReport[];
  /** Comparisons after the one that decided, as typed. */
  readonly skipped: readonly string[];
  readonly assignments: readonly NamedValue[];
  /** Without dashes. */
  readonly options: readonly NamedValue[];
  readonly typedUrl: string;
  readonly url: string;
  readonly urlSpan: Span;
}

export interface ComparisonReport {
  readonly span: Span;
  readonly typed: string;
  readonly left: OperandReport;
  readonly operator: string;
  readonly right: OperandReport;
  readonly outcome: "true" | "false" | "error";
  readonly reason?: string;
}

export interface OperandReport {
  /** Empty where the running firmware is the implied left side. */
  readonly typed: string;
  readonly expanded: string;
  readonly understood: "string" | "integer" | "version" | "unreadable";
  readonly span: Span;
}

export interface NamedValue {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

interface MessageReport {
  readonly parameter: string;
  readonly typed: string;
  readonly expanded: string;
  readonly span: Span;
}

export type UpgradeOutcome =
  | "upgrade"
  | "downgrade"
  /** The name of the load has no version, or the phone's own is unknown. */
  | "load taken"
  | "no rule"
  | "switched off"
  | "nothing chosen"
  | "unusable address"
  /** The file cannot be firmware, or there is none. */
  | "no firmware"
  | "other phone"
  | "already running"
  | "below limit"
  | "same address"
  /** What runs, or what is asked for, is not known. */
  | "unknown";

const taken: ReadonlySet<UpgradeOutcome> = new Set(["upgrade", "downgrade", "load taken"]);

/** Whether the phone installs the load of this step. */
export function isTaken({ outcome }: { readonly outcome: UpgradeOutcome }): boolean {
  return taken.has(outcome);
}

export interface UpgradeReport {
  /** The first is what happens now; each later one is decided with the load of the one before. */
  readonly steps: readonly {
    readonly outcome: UpgradeOutcome;
    readonly reason: string;
    readonly running?: string | undefined;
    readonly load?: string | undefined;
    readonly url?: string | undefined;
  }[];
  /** The rules lead back to a version that ran before. */
  readonly loops: boolean;
  /** What runs in the end. */
  readonly firmware?: string | undefined;
}

/** What one phone of many does: a report without its reasons. */
export interface FleetAnswer {
  /** As it was given. */
  readonly device: Device;
  readonly rules: readonly FleetRule[];
  readonly upgrade: UpgradeReport;
}

export interface FleetRule {
  readonly parameter: string;
  /** Which alternative is taken, counted from 1; 0 for none. */
  readonly taken: number;
  /** What it fetches; empty for nothing. */
  readonly url: string;
}

/** `poll`: the phone fetches its next file again, whatever it has. */
export type EventKind = "resync" | "retry" | "upgrade retry" | "report" | "poll";

export interface TimelineEvent {
  readonly kind: EventKind;
  /** The parameter that decides. */
  readonly parameter: string;
  /** What leads to it. */
  readonly reason: string;
  /** Seconds from the start of its chain: power-up, a failure, or for a daily event midnight. */
  readonly earliest: number;
  readonly latest: number;
}

/** `gate`: an interval that expires leads to a resync only while a trigger is true; `source`: a true trigger is a reason of its own. */
export type TriggerEffect = "gate" | "source";

export interface Timeline {
  /** From power-up, while everything succeeds. Daily events count from midnight. */
  readonly regular: readonly TimelineEvent[];
  readonly daily: TimelineEvent | undefined;
  /** From the first failure, while nothing succeeds. */
  readonly retries: readonly TimelineEvent[];
  readonly upgradeRetries: readonly TimelineEvent[];
  readonly reports: readonly TimelineEvent[];
  /** What triggers do; undefined without triggers. */
  readonly triggers: TriggerEffect | undefined;
  /** Seconds that a resync or an upgrade waits for calls to end, at most. */
  readonly longestWait: number;
  readonly notes: readonly string[];
}
