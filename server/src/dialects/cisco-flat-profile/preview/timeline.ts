import * as l10n from "@vscode/l10n";
import type { EventKind, Timeline, TimelineEvent } from "../../../preview/report";
import type { ReadParameter } from "../devices/macroValues";
import { nthWait, readSchedule, type Schedule, type Wait } from "../rules/schedule";
import { compareVersions, readVersion, type Version } from "../rules/version";
import { readResyncAt } from "../values/resyncTime";
import { triggerEffect } from "./triggerEffect";
import { isNo } from "./upgradeVerdict";

// When a phone asks again, at best and at worst: specification section 6, choices 6 to 9 of section 11.

const defaults: Readonly<Record<string, string>> = {
  Resync_Random_Delay: "2",
  Resync_Periodic: "3600",
  Resync_At_Random_Delay: "600",
  Upgrade_Error_Retry_Delay: "3600",
  Forced_Resync_Delay: "14400",
  Periodic_Upload_To_Server: "3600",
};
const growingRetries = "60,120,240,480,960,1920,3840,7680,15360,30720,61440,86400";
const day = 86400;
/** The first version that counts in steps of 20 s. */
const first20: Version = { shape: "mpp", parts: ["11", "3"], build: undefined, suffix: undefined, prefix: undefined };
/** More events than this say nothing new. */
const maxEvents = 24;

export function timeline(traits: ReadonlySet<string>, inEffect: ReadParameter, count = 5, firmware?: string): Timeline {
  const settings = new Schedules(traits, inEffect, firmware);
  const wanted = Math.min(Math.max(1, count), maxEvents);
  const isOff = isNo(inEffect("Provision_Enable"));
  const daily = isOff ? undefined : settings.daily();
  const hasTriggers = ["Resync_Trigger_1", "Resync_Trigger_2"].some((name) =>
    /^[^#]/.test(inEffect(name)?.trim() ?? ""),
  );
  const notes = isOff ? [l10n.t("Provision_Enable is No. The phone never resyncs.")] : settings.notes(daily);
  return {
    regular: isOff ? [] : settings.regular(daily ? 0 : wanted),
    daily,
    retries: isOff ? [] : settings.chain("retry", "Resync_Error_Retry_Delay", l10n.t("a resync failed"), wanted),
    upgradeRetries: isNo(inEffect("Upgrade_Enable"))
      ? []
      : settings.chain("upgrade retry", "Upgrade_Error_Retry_Delay", l10n.t("an upgrade failed"), wanted),
    reports: settings.reports(wanted),
    triggers: hasTriggers ? triggerEffect(traits) : undefined,
    longestWait: settings.seconds("Forced_Resync_Delay"),
    notes,
  };
}

export class Schedules {
  constructor(
    /** Of the family; none while it is unknown. */
    readonly traits: ReadonlySet<string>,
    readonly inEffect: ReadParameter,
    readonly firmware: string | undefined,
  ) {}

  /** Adapters, and MPP phones from 11.3 on, count Resync_Random_Delay in steps of 20 s (section 11, row 6). */
  get #delayUnit(): number {
    if (this.traits.has("random-delay-in-seconds")) return 1;
    if (this.traits.has("random-delay-in-steps")) return 20;
    const running = readVersion(this.firmware ?? "");
    return running?.shape === "mpp" && compareVersions(running, first20) === -1 ? 1 : 20;
  }

  /** Undefined for text that the phone cannot read. */
  schedule(parameter: string): Schedule | undefined {
    const schedule = readSchedule(this.#text(parameter));
    return schedule.problems.length === 0 ? schedule : undefined;
  }

  /** The n-th wait of a schedule, counted from 1; undefined when it never ends. */
  wait(parameter: string, n: number): Pick<Wait, "seconds" | "spread"> | undefined {
    const schedule = this.schedule(parameter);
    const wait = schedule && nthWait(schedule, n);
    return wait && wait.seconds + wait.spread > 0 ? wait : undefined;
  }

  /** The longest random wait after power-up. */
  get delay(): number {
    return this.seconds("Resync_Random_Delay") * this.#delayUnit;
  }

  seconds(parameter: string): number {
    const text = this.#text(parameter);
    return /^\d{1,10}$/.test(text) ? Number(text) : Number(defaults[parameter] ?? 0);
  }

  /** Power-up, then the waits of Resync_Periodic, each counted from the resync before. */
  regular(count: number): TimelineEvent[] {
    const events: TimelineEvent[] = [];
    const atPowerUp = !isNo(this.inEffect("Resync_On_Reset"));
    let earliest = 0;
    let latest = 0;
    if (atPowerUp) {
      latest = this.delay;
      events.push({ kind: "resync", parameter: "Resync_On_Reset", reason: l10n.t("power-up"), earliest, latest });
    }
    for (let n = 1; n <= count; n++) {
      const wait = this.wait("Resync_Periodic", n);
      if (!wait) break;
      earliest += wait.seconds;
      latest += wait.seconds + wait.spread;
      events.push({
        kind: "resync",
        parameter: "Resync_Periodic",
        reason: l10n.t("the interval has passed"),
        earliest,
        latest,
      });
    }
    return events;
  }

  daily(): TimelineEvent | undefined {
    const text = this.inEffect("Resync_At__HHmm_")?.trim() ?? "";
    const time = text === "" ? "invalid-ignored" : readResyncAt(text);
    if (time === "invalid-ignored") return undefined;
    const earliest = (time.hour * 3600 + time.minute * 60) % day;
    return {
      kind: "resync",
      parameter: "Resync_At__HHmm_",
      reason: l10n.t("the set time of day is reached"),
      earliest,
      latest: earliest + this.#spread(),
    };
  }

  /** Whole minutes; what is below 600 s counts as 600 s, and 0 switches the spread off on some families. */
  #spread(): number {
    const seconds = this.seconds("Resync_At_Random_Delay");
    if (seconds === 0 && this.traits.has("zero-daily-spread")) return 0;
    return Math.floor((Math.max(seconds, 600) + 30) / 60) * 60;
  }

  chain(kind: EventKind, parameter: string, reason: string, count: number): TimelineEvent[] {
    const events: TimelineEvent[] = [];
    let earliest = 0;
    let latest = 0;
    for (let n = 1; n <= count; n++) {
      const wait = this.wait(parameter, n);
      if (!wait) break;
      earliest += wait.seconds;
      latest += wait.seconds + wait.spread;
      events.push({ kind, parameter, reason, earliest, latest });
    }
    return events;
  }

  reports(count: number): TimelineEvent[] {
    const when = this.inEffect("Report_to_Server") ?? this.inEffect("Report_To_Server");
    if (when !== "Periodically" || !this.inEffect("Report_Rule")?.trim()) return [];
    const every = Math.max(600, this.seconds("Periodic_Upload_To_Server"));
    return Array.from({ length: count }, (_, i) => ({
      kind: "report" as const,
      parameter: "Periodic_Upload_To_Server",
      reason: l10n.t("the interval has passed"),
      earliest: every * (i + 1),
      latest: every * (i + 1),
    }));
  }

  notes(daily: TimelineEvent | undefined): string[] {
    const notes: string[] = [];
    const periodic = this.schedule("Resync_Periodic");
    if (daily && periodic?.waits.some(({ seconds }) => seconds > 0))
      notes.push(l10n.t("Resync_At__HHmm_ is set. The phone ignores Resync_Periodic."));
    if (!periodic && this.#text("Resync_Periodic") !== "")
      notes.push(l10n.t("Resync_Periodic cannot be read. The next resync cannot be predicted."));
    if (isNo(this.inEffect("Resync_Fails_On_FNF")))
      notes.push(l10n.t("A missing file counts as success. The phone does not use the error delays."));
    notes.push(l10n.t("Intervals start after the first successful resync."));
    return notes;
  }

  #text(parameter: string): string {
    const set = this.inEffect(parameter)?.trim();
    if (set !== undefined) return set;
    if (parameter === "Resync_Error_Retry_Delay") return this.traits.has("hourly-retries") ? "3600" : growingRetries;
    return defaults[parameter] ?? "";
  }
}
