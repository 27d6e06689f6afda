import * as l10n from "@vscode/l10n";
import type { Target } from "./exchange";
import { unnamedServer, urlOf, usualPort } from "./exchange";
import type { Next, Phone, Shown, Step, StepReason } from "./phone";
import { isOtherValue, originReport, type ReportOptions, type SettingReport, settingReports } from "./settingReports";
import type { Outcome, Settled, SettledRound } from "./settle";

// What one device ends up with, as plain data without secrets.

export interface ResolveReport {
  readonly format: "flat-profile/resolve";
  readonly version: 1;
  readonly device: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  readonly period?: number;
  readonly firmware?: string;
  readonly rounds: readonly RoundReport[];
  readonly next: NextReport | null;
  readonly settings: readonly SettingReport[];
  readonly overridden: number;
  /** Settings in the files that the device does not know. */
  readonly ignored: readonly string[];
  readonly problems: readonly SiteProblem[];
  readonly notes: readonly string[];
}

/** What is wrong with a site rather than with one of its files. */
export interface SiteProblem {
  readonly code: "site/unmapped" | "site/escapes" | "site/case" | "site/load-missing" | "site/render";
  readonly message: string;
  readonly url?: string;
  readonly file?: string;
}

export interface RoundReport {
  readonly number: number;
  readonly cause: string;
  readonly prvst?: number;
  readonly needs?: string;
  readonly steps: readonly StepReport[];
  readonly upgrade?: Readonly<Record<string, unknown>>;
  readonly changed: boolean;
  readonly next: NextReport | null;
}

export interface StepReport {
  readonly rule: string;
  readonly taken: number;
  readonly url?: string;
  readonly redirects?: readonly string[];
  readonly file?: string;
  readonly class?: string;
  readonly reason?: string;
  readonly countsAsSuccess?: boolean;
  readonly layers?: readonly string[];
  readonly set: number;
  readonly reset: number;
  readonly kept: number;
  readonly ignored: readonly string[];
  readonly assigned?: readonly string[];
  readonly setBy?: Readonly<Record<string, unknown>>;
  readonly warnings?: readonly string[];
  readonly unknown?: readonly string[];
  readonly credentials?: "sent" | "none";
}

interface NextReport {
  readonly cause: string;
  readonly earliest: number;
  readonly latest: number;
  readonly needs?: string;
  readonly daily?: { readonly earliest: number; readonly latest: number };
}

export function resolveReport(
  phone: Phone,
  settled: Settled,
  problems: readonly SiteProblem[],
  options: ReportOptions,
): ResolveReport {
  const { start, end, rounds, outcome, period, next } = settled;
  const shown = phone.shown([start, end]);
  const text = (words: string) => shown.text(words);
  const { id, label, family, model, mac, firmware } = start.device;
  const settings = settingReports(phone, settled, shown, options);
  return {
    format: "flat-profile/resolve",
    version: 1,
    device: Object.fromEntries(
      Object.entries({ id, label, family, model, mac, firmware }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, text(value)]],
      ),
    ),
    outcome,
    ...(period !== undefined && { period }),
    ...(end.device.firmware !== undefined && { firmware: text(end.device.firmware) }),
    rounds: rounds.map((round) => roundReport(round, text)),
    next: nextReport(next),
    settings,
    overridden: settings.filter((each) => each.over?.some(isOtherValue)).length,
    ignored: [...new Set(rounds.flatMap(({ steps }) => steps.flatMap(({ ignored }) => ignored)))],
    problems: allProblems(settled, problems, shown),
    notes: notesOf(settled),
  };
}

/** The same in short, for a list of devices. */
export interface ResolveSummary {
  readonly format: "flat-profile/resolve-summary";
  readonly version: 1;
  readonly id: string;
  readonly outcome: Outcome;
  readonly period?: number;
  readonly rounds: number;
  readonly firmware?: string;
  /** Of the last round. */
  readonly urls: readonly string[];
  /** The rule that fails, and the class of its failure. */
  readonly failed?: { readonly rule: string; readonly class: string; readonly reason: string };
  readonly next: NextReport | null;
  readonly problems: readonly SiteProblem[];
  readonly notes: readonly string[];
}

export function resolveSummary(phone: Phone, settled: Settled, problems: readonly SiteProblem[]): ResolveSummary {
  const { start, end, rounds, outcome, period, next } = settled;
  const shown = phone.shown([start, end]);
  const last = rounds.at(-1);
  const { failed } = last ?? {};
  return {
    format: "flat-profile/resolve-summary",
    version: 1,
    id: shown.text(start.device.id),
    outcome,
    ...(period !== undefined && { period }),
    rounds: rounds.length,
    ...(end.device.firmware !== undefined && { firmware: shown.text(end.device.firmware) }),
    urls: (last?.urls ?? []).map((url) => shown.text(url)),
    ...(failed && {
      failed: { rule: failed.rule, class: failed.class, reason: reasonWord(failed.reason ?? "corrupt") },
    }),
    next: nextReport(next),
    problems: allProblems(settled, problems, shown),
    notes: notesOf(settled),
  };
}

function allProblems(settled: Settled, problems: readonly SiteProblem[], shown: Shown): SiteProblem[] {
  return [...problems, ...loadProblems(settled)].map(({ code, message, url, file }) => ({
    code,
    message: shown.text(message),
    ...(url !== undefined && { url: shown.text(url) }),
    ...(file !== undefined && { file: shown.text(file) }),
  }));
}

function loadProblems({ rounds }: Settled): SiteProblem[] {
  const missing = rounds.flatMap(({ upgrade }) => (upgrade?.isMissing ? [upgrade.url ?? ""] : []));
  return [...new Set(missing)].map((url) => ({
    code: "site/load-missing",
    message: l10n.t("{0}: The upgrade rule leads to this firmware, and the site does not have it.", url),
    url,
  }));
}

function notesOf({ rounds, next }: Settled): string[] {
  const notes: string[] = [];
  if ("never" in next) notes.push(next.never);
  if (rounds.some(({ needs }) => needs === "restart")) notes.push("needs a restart");
  if (rounds.some(({ needs }) => needs === "trigger")) notes.push("needs a trigger");
  return notes;
}

function nextReport(next: Next): NextReport | null {
  if ("never" in next) return null;
  const { cause, earliest, latest, needs, daily } = next;
  return { cause, earliest, latest, ...(needs && { needs }), ...(daily && { daily }) };
}

function roundReport(round: SettledRound, text: (words: string) => string): RoundReport {
  const { number, cause, needs, steps, upgrade, isChanged, next } = round;
  return {
    number,
    cause,
    ...(round.reported !== undefined && { prvst: round.reported }),
    ...(needs && { needs }),
    steps: steps.map((step) => stepReport(step, text)),
    ...(upgrade && {
      upgrade: Object.fromEntries(
        Object.entries(upgrade).map(([key, value]) => [key, typeof value === "string" ? text(value) : value]),
      ),
    }),
    changed: isChanged,
    next: nextReport(next),
  };
}

function stepReport(step: Step, text: (words: string) => string): StepReport {
  const { rule, taken, urls, file, reason, layers, set, reset, kept, ignored, assigned, setBy, warnings } = step;
  const url = urls.at(-1);
  return {
    rule,
    taken,
    ...(url !== undefined && { url: text(url) }),
    ...(urls.length > 1 && { redirects: urls.slice(0, -1).map(text) }),
    ...(file !== undefined && { file: text(file) }),
    ...(step.class !== "nothing" && { class: step.class }),
    ...(reason !== undefined && { reason: reasonWord(reason) }),
    ...(step.isForgiven && { countsAsSuccess: true }),
    ...(layers.length > 0 && { layers }),
    set,
    reset,
    kept,
    ignored,
    ...(assigned.length > 0 && { assigned }),
    ...(setBy && { setBy: originReport(setBy, text) }),
    ...(warnings.length > 0 && { warnings }),
    ...(step.class === "undecided" && step.unknown && { unknown: step.unknown }),
    ...(step.credentials && { credentials: step.credentials }),
  };
}

export function reasonWord(reason: StepReason): string {
  return typeof reason === "string" ? reason : String(reason.status);
}

/** The start of a URL that a site map can name. */
export function prefixOf({ scheme, server = unnamedServer, port }: Target): string {
  return urlOf({ scheme, server, port: port ?? usualPort(scheme) ?? 0, path: "/" });
}
