import type { Change, DeviceImpact, Failing, Invalid, Landing, LeftBehind, Undecided } from "./impact";
import { dangers, emptyTotals, hasGroups, isChange, type Kind, kinds } from "./kinds";

// Devices to which the same happens, counted while they pass by.

export interface PlanReport {
  readonly format: "flat-profile/plan";
  readonly version: 1;
  readonly base: string;
  readonly head: string;
  readonly devices: number;
  /** Devices of each kind; one device may be of several. */
  readonly totals: Readonly<Record<Kind, number>>;
  readonly groups: readonly Group[];
  /** Groups beyond the limit. */
  readonly more: number;
  readonly leftBehind: readonly LeftBehindGroup[];
  readonly lands: readonly LandingGroup[];
  readonly undecided: readonly UndecidedGroup[];
  readonly restart: { readonly yes: number; readonly may: number };
}

interface Counted {
  readonly count: number;
  /** The first of them. */
  readonly devices: readonly string[];
}

export interface Group extends Counted, Partial<Failing> {
  readonly kind: Kind;
  readonly changes: readonly GroupChange[];
  readonly by: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly urls?: DeviceImpact["urls"];
  readonly firmware?: DeviceImpact["firmware"];
  readonly invalid?: readonly Invalid[];
}

/** `different`: each device has its own values. */
export type GroupChange = Change & { readonly different?: number };

type LeftBehindFacts = LeftBehind & { readonly different?: number };

export type LeftBehindGroup = LeftBehindFacts & Counted;
export type LandingGroup = Landing & { readonly when: string; readonly count: number };
export type UndecidedGroup = Counted & Undecided;

interface Draft<T> {
  readonly of: T;
  count: number;
  readonly devices: string[];
  readonly by: Counts;
}

/** What some devices add to a plan; plain data. */
export interface PlanPart {
  readonly devices: number;
  readonly totals: Readonly<Record<Kind, number>>;
  readonly restart: { readonly yes: number; readonly may: number };
  readonly groups: Map<string, Draft<GroupFacts>>;
  readonly leftBehind: Map<string, Draft<LeftBehind>>;
  readonly lands: Map<string, Draft<Landing>>;
  readonly undecided: Map<string, Draft<Undecided>>;
}

type GroupFacts = Omit<Group, "count" | "devices" | "by">;

/** What a group is: devices to which the same happens, one changed setting, or one device. */
export const details = ["groups", "settings", "devices"] as const;
export type Detail = (typeof details)[number];

export class Plan {
  readonly #totals = emptyTotals();
  readonly #restart = { yes: 0, may: 0 };
  #devices = 0;
  readonly #groups = new Map<string, Draft<GroupFacts>>();
  readonly #leftBehind = new Map<string, Draft<LeftBehind>>();
  readonly #lands = new Map<string, Draft<Landing>>();
  readonly #undecided = new Map<string, Draft<Undecided>>();

  constructor(
    readonly base: string,
    readonly head: string,
    /** Groups of one kind, and devices of one group, that are shown. */
    readonly limit: number,
    readonly detail: Detail = "groups",
  ) {}

  add(impact: DeviceImpact): void {
    this.#devices++;
    for (const kind of impact.kinds) this.#totals[kind]++;
    if (impact.restart) this.#restart[impact.restart]++;
    for (const kind of impact.kinds) if (hasGroups(kind)) this.#addTo(kind, impact);
    for (const each of impact.leftBehind) this.#count(this.#leftBehind, each, impact);
    for (const each of impact.undecided ?? []) this.#count(this.#undecided, each, impact);
    // What stays where it is because the device never asks does not look as if it came some time.
    const isKept = impact.leftBehind.length > 0 && impact.lands.cause === "never";
    if (isChange(impact.kinds) || isKept) this.#count(this.#lands, impact.lands, impact);
  }

  #addTo(kind: Kind, impact: DeviceImpact): void {
    const facts = factsOf(kind, impact);
    if (this.detail === "devices") {
      // The others are only counted: they may be very many.
      if (this.#totals[kind] <= this.limit) this.#count(this.#groups, facts, impact, impact.id);
    } else if (this.detail === "settings" && kind === "settings")
      for (const change of facts.changes) this.#count(this.#groups, { kind, changes: [change] }, impact);
    else this.#count(this.#groups, facts, impact);
  }

  /** All that was added so far, to be added to another plan. */
  part(): PlanPart {
    const [groups, leftBehind, lands, undecided] = [this.#groups, this.#leftBehind, this.#lands, this.#undecided];
    return {
      devices: this.#devices,
      totals: this.#totals,
      restart: this.#restart,
      groups,
      leftBehind,
      lands,
      undecided,
    };
  }

  /** As if its devices were added one by one. */
  addPart({ devices, totals, restart, groups, leftBehind, lands, undecided }: PlanPart): void {
    this.#devices += devices;
    for (const kind of kinds) this.#totals[kind] += totals[kind];
    this.#restart.yes += restart.yes;
    this.#restart.may += restart.may;
    this.#join(this.#groups, groups);
    this.#join(this.#leftBehind, leftBehind);
    this.#join(this.#lands, lands);
    this.#join(this.#undecided, undecided);
  }

  #join<T>(drafts: Map<string, Draft<T>>, more: ReadonlyMap<string, Draft<T>>): void {
    for (const [key, each] of more) {
      const draft = drafts.get(key);
      if (!draft) {
        drafts.set(key, each);
        continue;
      }
      draft.count += each.count;
      draft.devices.push(...each.devices.slice(0, Math.max(0, this.limit - draft.devices.length)));
      addCounts(draft.by, each.by);
    }
  }

  /** Some device is of one of these kinds. */
  hasAny(wanted: ReadonlySet<Kind>): boolean {
    return kinds.some((kind) => wanted.has(kind) && this.#totals[kind] > 0);
  }

  report(): PlanReport {
    const found: Group[] = [];
    let more = 0;
    for (const kind of kinds) {
      const ofKind = [...this.#groups.values()].filter(({ of }) => of.kind === kind);
      const isLong = ofKind.length > this.limit && this.detail !== "devices";
      const groups = (isLong ? joined(ofKind, this.limit) : ofKind).sort(bySize);
      const all = this.detail === "devices" && hasGroups(kind) ? this.#totals[kind] : groups.length;
      more += Math.max(0, all - this.limit);
      for (const { of, count, devices, by } of groups.slice(0, this.limit))
        found.push({
          ...of,
          count,
          devices,
          by: Object.fromEntries([...by].map(([column, counts]) => [column, countsOf(counts)])),
        });
    }
    const kept = [...this.#leftBehind.values()];
    const leftBehind = kept.length > this.limit ? joinedByName(kept, this.limit) : kept;
    more += Math.max(0, leftBehind.length - this.limit);
    const listed = <T extends object>(drafts: Iterable<Draft<T>>): (T & Counted)[] =>
      [...drafts]
        .sort(bySize)
        .slice(0, Math.max(this.limit, 1))
        .map(({ of, count, devices }) => ({ ...of, count, devices }));
    return {
      format: "flat-profile/plan",
      version: 1,
      base: this.base,
      head: this.head,
      devices: this.#devices,
      totals: { ...this.#totals },
      groups: found,
      more,
      leftBehind: listed(leftBehind),
      lands: [...this.#lands.values()]
        .sort(bySize)
        .map(({ of, count }) => ({ ...of, when: whenInWords(of), count }) as LandingGroup),
      undecided: listed(this.#undecided.values()),
      restart: { ...this.#restart },
    };
  }

  /** What `of` and `apart` are the same of is one. */
  #count<T extends object>(drafts: Map<string, Draft<T>>, of: T, { id, by = {} }: DeviceImpact, apart = ""): void {
    const key = `${JSON.stringify(of)}${apart}`;
    let draft = drafts.get(key);
    if (!draft) {
      draft = { of, count: 0, devices: [], by: new Map() };
      drafts.set(key, draft);
    }
    draft.count++;
    if (draft.devices.length < this.limit) draft.devices.push(id);
    for (const [column, text] of Object.entries(by)) {
      const counts = draft.by.get(column) ?? new Map<string, number>();
      draft.by.set(column, counts);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
}

/** What a group of this kind is about; devices that are alike in it are one group. */
function factsOf(kind: Kind, impact: DeviceImpact): GroupFacts {
  const { changes, urls, firmware, failing, stranded, invalid } = impact;
  switch (kind) {
    case "failing":
      return { kind, ...failing, changes: changes.filter(({ name }) => name === failing?.rule) };
    case "stranded":
      return { kind, ...stranded, changes };
    case "upgrade":
    case "downgrade":
      return { kind, changes: [], ...(firmware && { firmware, ...(firmware.place && { place: firmware.place }) }) };
    case "invalid":
      return { kind, changes: [], ...(invalid && { invalid }) };
    case "addresses":
      return { kind, changes, urls };
    case "settings":
    case "upgrade loop":
    case "loop":
      return { kind, changes };
    default:
      return { kind, changes: [] };
  }
}

/** Groups with the same names are one, in which each device may have its own values. */
function joined(drafts: readonly Draft<GroupFacts>[], limit: number): Draft<GroupFacts>[] {
  const keyOf = ({ kind, changes, rule, reason, invalid, firmware, class: of, fetches, url }: GroupFacts) => {
    const names = changes.map(({ name }) => name);
    const codes = invalid?.map(({ name, code }) => [name, code]);
    return JSON.stringify([kind, names, rule, reason, codes, firmware, of, fetches, url]);
  };
  return joinedBy(drafts, limit, keyOf, (group) => {
    const [{ urls, ...of }] = group;
    return { ...of, changes: of.changes.map((_, i) => joinedChange(group.map(({ changes }) => changes[i]))) };
  });
}

/** What each device keeps of one setting is one entry. */
function joinedByName(drafts: readonly Draft<LeftBehindFacts>[], limit: number): Draft<LeftBehindFacts>[] {
  const keyOf = ({ name }: LeftBehindFacts) => name;
  return joinedBy(drafts, limit, keyOf, (group) => {
    const [first] = group;
    const secret = group.some((each) => each.secret);
    const shared = (key: "deployed" | "fresh" | "clear") =>
      first[key] !== undefined && group.every((each) => each[key] === first[key]) ? { [key]: first[key] } : {};
    const kept = new Set(group.map(({ deployed, access }) => JSON.stringify([deployed, access?.deployed])));
    return {
      ...{ name: first.name, ...(secret ? { secret } : { ...shared("deployed"), ...shared("fresh") }) },
      ...(secret || kept.size > 1 ? { different: secret ? group.length : kept.size } : {}),
      ...shared("clear"),
    };
  });
}

type Several<T> = readonly [T, ...T[]];

/** Those with one key are one; `join` says what several are about together. */
function joinedBy<T>(
  drafts: readonly Draft<T>[],
  limit: number,
  keyOf: (of: T) => string,
  join: (group: Several<T>) => T,
): Draft<T>[] {
  const byKey = new Map<string, Draft<T>[]>();
  for (const draft of drafts) {
    const key = keyOf(draft.of);
    const same = byKey.get(key);
    if (same) same.push(draft);
    else byKey.set(key, [draft]);
  }
  return [...byKey.values()].map((group) => {
    const [first] = group as [Draft<T>];
    if (group.length === 1) return first;
    const by: Counts = new Map();
    for (const draft of group) addCounts(by, draft.by);
    return {
      of: join(group.map(({ of }) => of) as [T, ...T[]]),
      count: group.reduce((sum, { count }) => sum + count, 0),
      devices: group.flatMap(({ devices }) => devices).slice(0, limit),
      by,
    };
  });
}

type Counts = Map<string, Map<string, number>>;

function addCounts(to: Counts, more: Counts): void {
  for (const [column, counts] of more) {
    const sum = to.get(column) ?? new Map<string, number>();
    to.set(column, sum);
    for (const [text, count] of counts) sum.set(text, (sum.get(text) ?? 0) + count);
  }
}

function joinedChange(all: readonly (Change | undefined)[]): GroupChange {
  const [first] = all as readonly [Change];
  const texts = new Set(all.map((each) => JSON.stringify([each?.from, each?.to, each?.access])));
  const places = new Set(all.map((each) => each?.place));
  const { name, secret, place } = first;
  const placed = places.size === 1 && place !== undefined ? { place } : {};
  if (texts.size === 1) {
    const { place: _, ...same } = first;
    return { ...same, ...placed };
  }
  return { name, ...(secret && { secret }), different: texts.size, ...placed };
}

function countsOf(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function bySize(a: Draft<object>, b: Draft<object>): number {
  return b.count - a.count;
}

/** Kinds that fail a plan: those that are named, or the dangers. */
export function failingKinds(named: readonly (Kind | "any")[]): ReadonlySet<Kind> {
  if (named.includes("any")) return new Set(kinds.filter((kind) => kind !== "none"));
  return named.length === 0 ? dangers : new Set(named as readonly Kind[]);
}

export function whenInWords(landing: Landing): string {
  if (landing.cause === "never") return "never";
  const { latest, needs, daily } = landing as Exclude<Landing, { readonly cause: "never" }>;
  if (needs === "restart") return "only at a restart";
  if (needs === "trigger") return "only when a trigger becomes true";
  if (daily) return `at ${clock(daily.earliest)}${daily.latest === daily.earliest ? "" : `–${clock(daily.latest)}`}`;
  return `within ${duration(latest)}`;
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

const units: readonly (readonly [name: string, seconds: number])[] = [
  ["d", 86400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
];

/** The two largest units, rounded up. */
function duration(seconds: number): string {
  const at = Math.max(
    0,
    units.findIndex(([, size]) => seconds >= size),
  );
  if (seconds < 1) return "0 s";
  const [name, size] = units[at] as (typeof units)[number];
  const [smaller, part] = units[at + 1] ?? ["", 0];
  if (part === 0) return `${Math.ceil(seconds)} ${name}`;
  const rounded = Math.ceil(seconds / part) * part;
  // 59 minutes and 50 seconds come to an hour.
  const larger = units[at - 1]?.[1];
  if (larger !== undefined && rounded >= larger) return duration(rounded);
  const parts = Math.round((rounded % size) / part);
  const whole = Math.floor(rounded / size);
  return parts === 0 ? `${whole} ${name}` : `${whole} ${name} ${parts} ${smaller}`;
}
