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

interface Overridden extends Entry {
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
  const factory = phone.factoryOf(device, name)?.value;
  const entries: Entry[] = [];
  for (let each: SettingState | undefined = current; each; each = each.before)
    entries.push({ at: each.at, how: each.how, value: each.isUnknown ? undefined : (each.value ?? factory) });
  return entries.reverse();
}

/** What was set before the value that stayed, the last first. A later round that does the same again says nothing new. */
export function overriddenIn(history: readonly Entry[]): Overridden[] {
  const setting = history.filter(({ how }) => setters.has(how));
  const found: Overridden[] = [];
  const winner = setting.at(-1);
  if (!winner) return found;
  for (let i = setting.length - 2; i >= 0; i--) {
    const entry = setting[i] as Entry;
    if (isAgain(entry, winner) || found.some((each) => isAgain(entry, each))) continue;
    found.push({ ...entry, why: whyOver(entry, setting[i + 1] as Entry) });
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
