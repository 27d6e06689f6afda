import {
  isUndecided,
  type NeverReason,
  type Next,
  type Phone,
  type PhoneState,
  type Shown,
  type Step,
} from "../deployment/phone";
import { reasonWord } from "../deployment/report";
import { lastUrls, type Settled } from "../deployment/settle";
import { differingNames, isOtherValue } from "./differences";
import type { Kind } from "./kinds";

// What a change of files does to one device: the run over the old files compared with runs over the new ones.

/** Where a device is before the change. */
export type Before = Pick<Settled, "outcome" | "end" | "rounds" | "next" | "isUpgradeLoop" | "period" | "openUrls">;

export interface Runs {
  /** The device as it is deployed. */
  readonly before: Before;
  /** The same device over the new files. */
  readonly after: Settled;
  /** A new device over the new files. */
  readonly fresh: Settled | undefined;
}

/** Plain data, without secrets. */
export interface DeviceImpact {
  readonly id: string;
  readonly kinds: readonly Kind[];
  readonly changes: readonly Change[];
  readonly leftBehind: readonly LeftBehind[];
  readonly urls: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly firmware?: {
    readonly from: string | null;
    readonly to: string | null;
    /** Where the rule is written that chooses it. */
    readonly place?: string;
  };
  readonly failing?: Failing;
  readonly stranded?: { readonly reason: string };
  readonly undecided?: readonly Undecided[];
  readonly invalid?: readonly Invalid[];
  /** An upgrade restarts the device; a value may do so on families of which no list is known. */
  readonly restart?: "yes" | "may";
  /** When the device asks for the change. */
  readonly lands: Landing;
  /** Of the columns of the list of devices that groups are counted by. */
  readonly by?: Readonly<Record<string, string>>;
}

export interface Change {
  readonly name: string;
  /** Null: unknown. Left out for secrets, and where only the access changes. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly secret?: true;
  readonly access?: { readonly from: string | null; readonly to: string | null };
  /** File and line that do it. */
  readonly place?: string;
}

export interface LeftBehind {
  readonly name: string;
  /** Null: unknown. Left out for secrets, and where only the access differs. */
  readonly deployed?: string | null;
  readonly fresh?: string | null;
  readonly secret?: true;
  readonly access?: { readonly deployed: string | null; readonly fresh: string | null };
  /** What the file must have, so that deployed devices follow. */
  readonly clear?: string;
}

/** Why it cannot be known what becomes of a device. */
export interface Undecided {
  /** The rule or other setting that depends on it. */
  readonly setting?: string;
  readonly url?: string;
  readonly reason: string;
}

export interface Failing {
  readonly rule: string;
  /** As the rule writes it. */
  readonly url: string;
  readonly class: string;
  readonly reason: string;
  /** `some`: another file is still read in each round, and the device can be mended from there. */
  readonly fetches: "some" | "none";
  /** The file that is broken, or the line of the rule. */
  readonly place?: string;
}

export interface Invalid {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly place?: string;
}

export type Landing =
  | {
      readonly cause: string;
      /** In seconds. */
      readonly earliest: number;
      readonly latest: number;
      readonly needs?: "restart" | "trigger";
      /** Seconds after midnight. */
      readonly daily?: { readonly earliest: number; readonly latest: number };
    }
  | { readonly cause: "never"; readonly reason: string };

/** Judges one value on one device; undefined for one that devices take. */
export type ValueCheck = (
  name: string,
  value: string,
  state: PhoneState,
) => { readonly code: string; readonly message: string } | undefined;

/** A device whose files are as they were. */
export function unchanged(id: string, before: Before): DeviceImpact {
  return {
    id,
    kinds: ["none"],
    changes: [],
    leftBehind: [],
    urls: { added: [], removed: [] },
    lands: landingOf(before.next),
  };
}

export function impactOf(phone: Phone, { before, after, fresh }: Runs, check?: ValueCheck): DeviceImpact {
  const [from, to] = [before.end, after.end];
  const shown = phone.shown(fresh ? [from, to, fresh.end] : [from, to]);
  const found = new Set<Kind>();
  const changed = [...differingNames(from, to)].sort();
  const changes = changed.flatMap((name) => changeOf(phone, name, from, to, shown) ?? []);
  if (changes.length > 0) found.add("settings");
  const invalid = check ? changed.flatMap((name) => invalidOf(phone, name, from, to, shown, check) ?? []) : [];
  if (invalid.length > 0) found.add("invalid");
  const urls = urlChanges(before, after);
  for (const kind of endingKinds(before, after)) found.add(kind);
  // A device that fails or is stranded does not just fetch from another place.
  const isLost = found.has("failing") || found.has("stranded");
  if (changes.length === 0 && !isLost && urls.added.length + urls.removed.length > 0) found.add("addresses");
  const open = changed.filter((name) => isKnown(phone, name, from) !== isKnown(phone, name, to));
  if (open.length > 0) found.add("undecided");
  const firmware = firmwareOf(from, to);
  if (firmware && after.outcome !== "loop")
    found.add(phone.isOlder(to.device.firmware ?? "", from.device.firmware ?? "") ? "downgrade" : "upgrade");
  // What a new device has is not meant for others while it does not get all its files, and those that never ask get none.
  const canFollow = fresh?.outcome === "stable" && strandedBy(fresh) !== "no rule" && !strandedBy(before);
  const leftBehind = fresh ? leftBehindOf(phone, to, fresh.end, canFollow, shown) : [];
  const isQuiet = found.size === 0;
  if (leftBehind.length > 0) found.add("left behind");
  if (isQuiet) found.add("none");
  const undecided = found.has("undecided") ? undecidedIn([before, after], open, shown) : [];
  const restart = firmware ? "yes" : changes.length > 0 && phone.mayRestart(to.device) ? "may" : undefined;
  return {
    id: shown.text(from.device.id),
    kinds: [...found],
    changes,
    leftBehind,
    urls: { added: urls.added.map(shown.text), removed: urls.removed.map(shown.text) },
    ...(firmware && { firmware: shownFirmware(phone, firmware, to, shown) }),
    ...(found.has("failing") && failingOf(phone, after, shown)),
    ...(found.has("stranded") && { stranded: { reason: strandedBy(after) ?? "" } }),
    ...(undecided.length > 0 && { undecided }),
    ...(invalid.length > 0 && { invalid }),
    ...(restart && { restart }),
    lands: landingOf(before.next),
  };
}

/** What is another ending than before. A device that was like that before is not changed by these files. */
function endingKinds(before: Before, after: Settled): Kind[] {
  const found: Kind[] = [];
  const isStranded = strandedBy(after) !== undefined;
  const wasStranded = strandedBy(before) !== undefined;
  if (isStranded && !wasStranded) found.push("stranded");
  else if (!isStranded && after.outcome === "failing" && before.outcome !== "failing") found.push("failing");
  if (after.outcome === "loop" && after.isUpgradeLoop && !before.isUpgradeLoop) found.push("upgrade loop");
  else if (after.outcome === "loop" && !after.isUpgradeLoop && before.outcome !== "loop") found.push("loop");
  if (isUnclear(before) || isUnclear(after)) found.push("undecided");
  const wasBad = before.outcome === "failing" || before.outcome === "loop";
  if (wasBad && after.outcome === "stable" && !isStranded) found.push("recovered");
  if (!isStranded && needsRestart(after.next) && !needsRestart(before.next) && !wasStranded) found.push("restart only");
  return found;
}

function isUnclear({ outcome }: Before): boolean {
  return outcome === "undecided" || outcome === "unsettled";
}

function needsRestart(next: Next): boolean {
  return !("never" in next) && next.needs === "restart";
}

const lasting: ReadonlySet<NeverReason> = new Set(["switched off", "no rule", "no schedule", "blocked by triggers"]);

/** Why the device never asks again by itself, whatever the server has. */
function strandedBy(run: Before): string | undefined {
  const { next, outcome } = run;
  if ("never" in next) return lasting.has(next.never) ? next.never : undefined;
  if (outcome !== "failing") return undefined;
  const last = run.rounds.at(-1);
  const isShutOut = last?.failed?.reason === "restricted" && !last.steps.some(isFetched);
  return isShutOut ? "no allowed server" : undefined;
}

function isFetched({ class: each, file }: Step): boolean {
  return each === "A" && file !== undefined;
}

function changeOf(phone: Phone, name: string, from: PhoneState, to: PhoneState, shown: Shown): Change | undefined {
  const isOther = isOtherValue(phone, name, from, to);
  const [accessBefore, accessAfter] = [phone.accessOf(from, name), phone.accessOf(to, name)];
  const isOtherAccess = accessBefore !== accessAfter;
  if (!isOther && !isOtherAccess) return undefined;
  const current = to.settings.get(name);
  const at = isOther && current?.how !== "added" ? current?.from : current?.at;
  const place = placeOf(at, shown);
  return {
    name,
    ...(isOther && values(phone, name, { from, to }, shown)),
    ...(isOtherAccess && { access: { from: accessBefore ?? null, to: accessAfter ?? null } }),
    ...(place !== undefined && { place }),
  };
}

/** A text for each state, or only the fact that the setting is a secret. */
function values<K extends string>(
  phone: Phone,
  name: string,
  states: Readonly<Record<K, PhoneState>>,
  shown: Shown,
): { readonly secret: true } | Readonly<Record<K, string | null>> {
  const found = Object.entries<PhoneState>(states).map(([key, state]) => [key, phone.valueOf(state, name)] as const);
  if (found.some(([, value]) => value !== undefined && shown.isSecret(name, value))) return { secret: true };
  return Object.fromEntries(found.map(([key, value]) => [key, shownText(value, shown)])) as Record<K, string | null>;
}

function shownText(text: string | undefined, shown: Shown): string | null {
  return text === undefined ? null : shown.text(text);
}

function placeOf(at: { readonly file?: string; readonly line?: number } | undefined, shown: Shown): string | undefined {
  if (at?.file === undefined) return undefined;
  return `${shown.text(at.file)}${at.line === undefined ? "" : `:${at.line}`}`;
}

/** A factory value that no document says does not make a change unclear: what the files say is known. */
function isKnown(phone: Phone, name: string, state: PhoneState): boolean {
  return phone.valueOf(state, name) !== undefined || state.settings.get(name)?.isUnknown !== true;
}

function invalidOf(
  phone: Phone,
  name: string,
  from: PhoneState,
  to: PhoneState,
  shown: Shown,
  check: ValueCheck,
): Invalid | undefined {
  const value = phone.valueOf(to, name);
  if (value === undefined || value === "" || !isOtherValue(phone, name, from, to)) return undefined;
  const fault = check(name, value, to);
  if (!fault) return undefined;
  const place = placeOf(to.settings.get(name)?.from, shown);
  const message = shown.isSecret(name, value) ? "" : shown.text(fault.message);
  return { name, code: fault.code, message, ...(place !== undefined && { place }) };
}

function leftBehindOf(
  phone: Phone,
  deployed: PhoneState,
  fresh: PhoneState,
  canFollow: boolean,
  shown: Shown,
): LeftBehind[] {
  return [...differingNames(deployed, fresh)].sort().flatMap((name): LeftBehind[] => {
    const [kept, given] = [phone.accessOf(deployed, name), phone.accessOf(fresh, name)];
    const access = kept === given ? {} : { access: { deployed: kept ?? null, fresh: given ?? null } };
    if (!isOtherValue(phone, name, deployed, fresh)) return kept === given ? [] : [{ name, ...access }];
    const value = phone.valueOf(fresh, name);
    const factory = phone.factoryOf(fresh.device, name)?.value ?? "";
    const isSecret = value !== undefined && shown.isSecret(name, value);
    const isShown = canFollow && value !== undefined && !isSecret;
    const clear = isShown ? phone.written(name, value === factory ? null : value) : undefined;
    return [
      {
        name,
        ...values(phone, name, { deployed, fresh }, shown),
        ...access,
        ...(clear !== undefined && { clear: shown.text(clear) }),
      },
    ];
  });
}

function urlChanges(before: Before, after: Settled): { added: string[]; removed: string[] } {
  // The same for every device that goes so.
  if (before.openUrls && after.openUrls && isSameSet(before.openUrls, after.openUrls))
    return { added: [], removed: [] };
  // A device that asks nothing, or of which no round is known, cannot be compared.
  if (before.rounds.length === 0 || after.rounds.length === 0) return { added: [], removed: [] };
  const [old, now] = [lastUrls(before), lastUrls(after)];
  return { added: [...now].filter((url) => !old.has(url)), removed: [...old].filter((url) => !now.has(url)) };
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}

function firmwareOf(from: PhoneState, to: PhoneState) {
  const [old, now] = [from.device.firmware, to.device.firmware];
  return old === now ? undefined : { from: old, to: now };
}

function shownFirmware(
  { loadRule }: Phone,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  { settings }: PhoneState,
  shown: Shown,
): NonNullable<DeviceImpact["firmware"]> {
  const place = loadRule === undefined ? undefined : placeOf(settings.get(loadRule)?.from, shown);
  return { from: shownText(from, shown), to: shownText(to, shown), ...(place !== undefined && { place }) };
}

function failingOf(phone: Phone, { end, rounds }: Settled, shown: Shown): { readonly failing: Failing } | undefined {
  const last = rounds.at(-1);
  const step = last?.failed;
  if (!last || !step) return undefined;
  const asked = step.urls.at(0) ?? "";
  const typed = phone.typedUrl(end, step.rule, step.taken) ?? asked;
  const origin = /^[\w+.-]+:\/\/[^/]*/.exec(asked)?.[0] ?? "";
  const url = /^[\w+.-]+:/.test(typed) ? typed : `${origin}${typed.startsWith("/") ? "" : "/"}${typed}`;
  // A file that came and cannot be read is to be mended, and not the rule.
  const place = placeOf(step.file === undefined ? end.settings.get(step.rule)?.from : { file: step.file }, shown);
  return {
    failing: {
      rule: step.rule,
      url: shown.text(url),
      class: step.class,
      reason: step.reason === undefined ? "" : reasonWord(step.reason),
      fetches: last.steps.some(isFetched) ? "some" : "none",
      ...(place !== undefined && { place }),
    },
  };
}

/** `open`: settings whose value is known on one side alone. */
function undecidedIn(runs: readonly Before[], open: readonly string[], shown: Shown): readonly Undecided[] {
  const found = new Map<string, Undecided>();
  const add = (each: Undecided) => found.set(JSON.stringify(each), each);
  for (const { rounds, outcome, next } of runs) {
    if (outcome === "unsettled") add({ reason: "unsettled" });
    if ("never" in next && isUndecided(next)) add({ reason: next.never });
    for (const { steps, upgrade } of rounds) {
      if (upgrade?.isUndecided) add({ reason: `firmware: ${upgrade.reason}` });
      for (const step of steps) {
        if (step.class !== "undecided") continue;
        const url = step.urls.at(-1);
        const reason = step.reason === undefined ? "unknown" : reasonWord(step.reason);
        add({ setting: step.rule, ...(url !== undefined && { url: shown.text(url) }), reason });
      }
    }
  }
  for (const setting of open) add({ setting, reason: "unknown value" });
  return [...found.values()];
}

function landingOf(next: Next): Landing {
  if ("never" in next) return { cause: "never", reason: next.never };
  const { cause, earliest, latest, needs, daily } = next;
  return { cause, earliest, latest, ...(needs && { needs }), ...(daily && { daily }) };
}
