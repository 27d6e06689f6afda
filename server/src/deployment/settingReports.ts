import { type Entry, historyOf, isReplaced, type Overridden, overriddenIn } from "./history";
import type { Phone, Shown } from "./phone";
import type { Origin, SettingState } from "./settings";
import type { Settled } from "./settle";

// What is shown of the settings that a device ends up with.

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
  /** All that was done, and what the device was shipped with, is shown for those alone. */
  readonly isBrief?: boolean;
}

export function originReport(
  origin: Origin,
  text: (words: string) => string,
): Readonly<Record<string, string | number>> {
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

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function settingReports(
  phone: Phone,
  { end }: Settled,
  shown: Shown,
  { show, why, isBrief = false }: ReportOptions,
): SettingReport[] {
  const wanted = new Set(why);
  const names = new Set(end.settings.names());
  for (const name of wanted) names.add(name);
  if (show === "all") for (const name of phone.namesOf(end.device)) names.add(name);
  const found: string[] = [];
  for (const name of names) if (show !== "changed" || wanted.has(name) || isChanged(phone, end, name)) found.push(name);
  const reports = new SettingReports(phone, end, shown);
  return inOrder(found).map((name) => (isBrief && !wanted.has(name) ? reports.brief(name) : reports.whole(name)));
}

/** As people look for names: number 2 is before number 10. Texts alone are sorted without a call for each comparison. */
function inOrder(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = sortKey(name);
    // Names that differ in upper and lower case alone stay in their order.
    byKey.set(byKey.has(key) ? `${key}\u0000${String(byKey.size).padStart(8, "0")}` : key, name);
  }
  return [...byKey.keys()].sort().map((key) => byKey.get(key) as string);
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

/** What is shown of single settings. */
class SettingReports {
  readonly #text: (words: string) => string;

  constructor(
    readonly phone: Phone,
    readonly end: Settled["end"],
    readonly shown: Shown,
  ) {
    this.#text = (words) => shown.text(words);
  }

  whole(name: string): SettingReport {
    const { phone, end, shown } = this;
    const current = end.settings.get(name);
    const factory = phone.factoryOf(end.device, name);
    const access = phone.accessOf(end, name);
    const history = current ? historyOf(phone, end, name, current) : [];
    const over = overriddenIn(history);
    const from = this.#from(current);
    return {
      ...this.#start(name, current),
      ...(access !== undefined && { access }),
      ...(from && { from }),
      ...(over.length > 0 && { over: over.map((each) => this.#overridden(name, each)) }),
      ...(factory && !shown.isSecret(name, factory.value) && { factory: factory.value, basis: factory.basis }),
      ...(history.length > 0 && { history: history.map((each) => this.#entry(name, each)) }),
    };
  }

  /** Its value, who set it, and what else was set: without what a setting has alike whatever was done to it. */
  brief(name: string): SettingReport {
    const { phone, end } = this;
    const current = end.settings.last(name);
    const report: Writable<SettingReport> = this.#start(name, current);
    const from = this.#from(current);
    if (from) report.from = from;
    const whole = end.settings.mayBeReplaced(name) ? end.settings.get(name) : undefined;
    if (!whole || !isReplaced(whole)) return report;
    const over = overriddenIn(historyOf(phone, end, name, whole)).filter(isOtherValue);
    return Object.assign(report, over.length > 0 && { over: over.map((each) => this.#overridden(name, each)) });
  }

  #start(name: string, current: SettingState | undefined): SettingReport {
    const value = current?.isUnknown ? undefined : (current?.value ?? this.phone.valueOf(this.end, name));
    const how = current?.how ?? "factory";
    if (value === undefined) return { name, unknown: true, how };
    if (this.shown.isSecret(name, value)) return { name, secret: true, how };
    return { name, value: this.#text(value), how };
  }

  #value(name: string, value: string | undefined): ShownValue {
    if (value === undefined) return { unknown: true };
    return this.shown.isSecret(name, value) ? { secret: true } : { value: this.shown.text(value) };
  }

  #from(current: SettingState | undefined): SettingReport["from"] {
    if (!current) return undefined;
    const from = originReport(current.from, this.#text);
    for (const _ in from) return from;
    return undefined;
  }

  #entry(name: string, { how, value, at }: Entry): ShownValue & { readonly how: string } {
    const shownEntry = Object.assign({ how }, this.#value(name, value));
    addOrigin(shownEntry as unknown as Record<string, string | number>, at, this.#text);
    return shownEntry;
  }

  #overridden(name: string, overridden: Overridden) {
    return { ...this.#entry(name, overridden), why: overridden.why };
  }
}

/** Of what a setting has over it: a file that writes the same again replaces nothing. */
export function isOtherValue(over: object): boolean {
  return !("why" in over) || over.why !== "same value again";
}
