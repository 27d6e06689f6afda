import type { Phone, PhoneState } from "./phone";
import type { How, Origin, SettingState } from "./settings";

// Who set a value, and what else was written and did not stay.

/** One step that did something to a setting. */
export interface Entry {
  readonly at: Origin;
  readonly how: How;
  /** Undefined when it is unknown. */
  readonly value: string | undefined;
}

export type OverriddenBy = "by a later file" | "later in the same file" | "in a later round" | "same value again";

export interface Overridden extends Entry {
  readonly why: OverriddenBy;
}

/** Steps that set a value; what is added to it later is a part of it. */
const setters: ReadonlySet<How> = new Set(["set", "learned", "reset", "assigned", "start"]);

/** Every step, first to last, the start included. */
export function historyOf(
  phone: Phone,
  { device }: Pick<PhoneState, "device">,
  name: string,
  current: SettingState,
): Entry[] {
  let factory: string | undefined;
  let isAsked = false;
  const entries: Entry[] = [];
  for (let each: SettingState | undefined = current; each; each = each.before) {
    const { at, how, isUnknown } = each;
    let value = isUnknown ? undefined : each.value;
    if (value === undefined && !isUnknown) {
      if (!isAsked) factory = phone.factoryOf(device, name)?.value;
      isAsked = true;
      value = factory;
    }
    entries.push({ at, how, value });
  }
  return entries.reverse();
}

/** A step set another value than the next one; false only where none did. */
export function isReplaced(current: SettingState): boolean {
  let next: SettingState | undefined;
  for (let each: SettingState | undefined = current; each; each = each.before) {
    if (!setters.has(each.how)) continue;
    if (next && (each.value !== next.value || each.isUnknown !== next.isUnknown)) return true;
    next = each;
  }
  return false;
}

/** What was set before the value that stayed, the last first. A later round that does the same again says nothing new. */
export function overriddenIn(history: readonly Entry[]): Overridden[] {
  const found: Overridden[] = [];
  let winner: Entry | undefined;
  let next: Entry | undefined;
  for (let i = history.length - 1; i >= 0; i--) {
    const entry = history[i] as Entry;
    if (!setters.has(entry.how)) continue;
    if (!winner || !next) winner = entry;
    else if (!isAgain(entry, winner) && !found.some((each) => isAgain(entry, each))) {
      const { at, how, value } = entry;
      found.push({ at, how, value, why: whyOver(entry, next) });
    }
    next = entry;
  }
  return found;
}

/** The value in effect has something of this step in it. */
export function isInEffect(entry: Entry, history: readonly Entry[]): boolean {
  return !history.slice(history.indexOf(entry) + 1).some(({ how }) => setters.has(how));
}

function whyOver(entry: Entry, next: Entry): OverriddenBy {
  if (entry.value === next.value) return "same value again";
  if (entry.at.round !== next.at.round) return "in a later round";
  const { file } = entry.at;
  return file !== undefined && file === next.at.file ? "later in the same file" : "by a later file";
}

/** The same element or assignment did the same. */
function isAgain(one: Entry, other: Entry): boolean {
  const [a, b] = [one.at, other.at];
  return (
    one.value === other.value && one.how === other.how && a.line === b.line && a.file === b.file && a.rule === b.rule
  );
}
