import * as l10n from "@vscode/l10n";
import type { Target } from "./exchange";
import { unnamedServer, urlOf, usualPort } from "./exchange";
import { type Entry, historyOf, type OverriddenBy, overriddenIn } from "./history";
import type { Next, Phone, Shown, Step, StepReason } from "./phone";
import type { Origin, SettingState } from "./settings";
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

/** Either a value or the fact that it is a secret or unknown. */
export type ShownValue = { readonly value: string } | { readonly secret: true } | { readonly unknown: true };

export type SettingReport = ShownValue & {
  readonly name: string;
  readonly how: string;
  readonly access?: string;
  readonly from?: Readonly<Record<string, unknown>>;
  readonly over?: readonly (ShownValue & Readonly<Record<string, unknown>>)[];
  readonly factory?: string;
  readonly basis?: string;
  readonly history?: readonly (ShownValue & Readonly<Record<string, unknown>>)[];
};

export type ShownSettings = "set" | "all" | "changed";

export interface ReportOptions {
  readonly show: ShownSettings;
  /** Shown beside those, with all that was done to them. */
  readonly why: readonly string[];
  /** All that was done is shown for those alone. */
  readonly isBrief?: boolean;
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
    overridden: settings.filter((each) => each.over?.some((entry) => entry.why !== "same value again")).length,
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

function originReport(origin: Origin, text: (words: string) => string): Readonly<Record<string, string | number>> {
  return addOrigin({}, origin, text);
}

/** A long history has thousands of these. */
function addOrigin(
  to: Record<string, string | number>,
  { file, line, rule, url, round }: Origin,
  text: (words: string) => string,
): Record<string, string | number> {
  if (file !== undefined) to.file = text(file);
  if (line !== undefined) to.line = line;
  if (rule !== undefined) to.rule = rule;
  if (url !== undefined) to.url = text(url);
  if (round !== undefined) to.round = round;
  return to;
}

function settingReports(
  phone: Phone,
  { end }: Settled,
  shown: Shown,
  { show, why, isBrief = false }: ReportOptions,
): SettingReport[] {
  const wanted = new Set(why);
  const states = new Map(end.settings.entries());
  const names = new Set([...states.keys(), ...wanted, ...(show === "all" ? phone.namesOf(end.device) : [])]);
  return [...names]
    .filter((name) => show !== "changed" || wanted.has(name) || isChanged(phone, end, name))
    .sort(byName)
    .map((name) => settingReport(phone, end, shown, name, states.get(name), !isBrief || wanted.has(name)));
}

/** As people look for names: number 2 is before number 10. */
function byName(a: string, b: string): number {
  const [one, other] = [sortKey(a), sortKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

const sortKeys = new Map<string, string>();
const maxSortKeys = 20_000;

function sortKey(name: string): string {
  let key = sortKeys.get(name);
  if (key === undefined) {
    if (sortKeys.size >= maxSortKeys) sortKeys.clear();
    key = name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, "0"));
    sortKeys.set(name, key);
  }
  return key;
}

function isChanged(phone: Phone, end: Settled["end"], name: string): boolean {
  const factory = phone.factoryOf(end.device, name)?.value;
  const value = phone.valueOf(end, name);
  return value === undefined || factory === undefined || !phone.isSameValue(name, value, factory, end.device);
}

function settingReport(
  phone: Phone,
  end: Settled["end"],
  shown: Shown,
  name: string,
  current: SettingState | undefined,
  isWhole: boolean,
): SettingReport {
  const shownValue = (value: string | undefined): ShownValue => {
    if (value === undefined) return { unknown: true };
    return shown.isSecret(name, value) ? { secret: true } : { value: shown.text(value) };
  };
  const text = (words: string) => shown.text(words);
  const factory = phone.factoryOf(end.device, name);
  const access = phone.accessOf(end, name);
  const history = current ? historyOf(phone, end, name, current) : [];
  const over = overriddenIn(history);
  const entry = ({ how, value, at }: Entry) => {
    const shownEntry = Object.assign({ how }, shownValue(value));
    addOrigin(shownEntry as unknown as Record<string, string | number>, at, text);
    return shownEntry;
  };
  return {
    name,
    ...shownValue(phone.valueOf(end, name)),
    how: current?.how ?? "factory",
    ...(access !== undefined && { access }),
    ...(current && Object.keys(current.from).length > 0 && { from: originReport(current.from, text) }),
    ...(over.length > 0 && {
      over: over.map((each) => ({ ...entry(each), why: each.why satisfies OverriddenBy })),
    }),
    ...(factory && !shown.isSecret(name, factory.value) && { factory: factory.value, basis: factory.basis }),
    ...(isWhole && history.length > 0 && { history: history.map(entry) }),
  };
}

/** The start of a URL that a site map can name. */
export function prefixOf({ scheme, server = unnamedServer, port }: Target): string {
  return urlOf({ scheme, server, port: port ?? usualPort(scheme) ?? 0, path: "/" });
}
