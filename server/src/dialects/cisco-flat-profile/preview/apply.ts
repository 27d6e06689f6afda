import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import { attributeOf, elementOf } from "../../../xml/element";

// What a phone does with a profile: specification sections 1.1, 1.4 and 1.5, choices 11.1 and 11.2.

export interface PhoneState {
  knows(name: string): boolean;
  /** Values the phone has now. */
  readonly current: Readonly<Record<string, string>>;
  /** Parameters the user changed on the phone. */
  readonly userModified: readonly string[];
}

export interface Applied {
  /** New values; an explicit empty text is `""`. */
  readonly set: Readonly<Record<string, string>>;
  /** Names that go back to their factory value. */
  readonly reset: readonly string[];
  readonly ua: Readonly<Record<string, string>>;
  /** Names the phone does not know. */
  readonly ignored: readonly string[];
  /** Names whose value the profile leaves alone. */
  readonly unchanged: readonly string[];
  /** What is still marked as changed by the user (`um`), and what is not any longer. */
  readonly userModified: readonly string[];
  readonly unmarked: readonly string[];
}

/** Applies the settings right in the profiles, from top to bottom. */
export function applyProfile(profiles: readonly Profile[], state: PhoneState): Applied {
  const values = new Map<string, Outcome>();
  const access = new Map<string, string>();
  const ignored = new Set<string>();
  const marked = new Set(state.userModified);
  for (const profile of profiles) {
    for (const setting of profile.settings()) {
      if (setting.path !== "") continue;
      const { name } = setting;
      if (!state.knows(name)) {
        ignored.add(name);
        continue;
      }
      const ua = attributeOf(setting, "ua")?.value;
      if (ua === "na" || ua === "ro" || ua === "rw") access.set(name, ua);
      const outcome = outcomeOf(setting, state.current, marked.has(name));
      // The administrator's value replaces that of the user, and with it the mark.
      if (outcome.kind !== "unchanged") marked.delete(name);
      // An element that leaves the value alone does not undo an earlier one.
      if (outcome.kind !== "unchanged" || !values.has(name)) values.set(name, outcome);
    }
  }
  const pick = (kind: Outcome["kind"]) => [...values].filter(([, outcome]) => outcome.kind === kind);
  return {
    set: Object.fromEntries(pick("set").map(([name, outcome]) => [name, outcome.kind === "set" ? outcome.text : ""])),
    reset: pick("reset").map(([name]) => name),
    ua: Object.fromEntries(access),
    ignored: [...ignored],
    unchanged: pick("unchanged").map(([name]) => name),
    userModified: [...marked],
    unmarked: state.userModified.filter((name) => !marked.has(name)),
  };
}

type Outcome =
  | { readonly kind: "set"; readonly text: string }
  | { readonly kind: "reset" }
  | { readonly kind: "unchanged" };

function outcomeOf(setting: Setting, current: PhoneState["current"], isUserModified: boolean): Outcome {
  const { name, text } = setting;
  const has = Object.hasOwn(current, name);
  if (has && attributeOf(setting, "preserve-value")?.value === "y") return { kind: "unchanged" };
  if (attributeOf(setting, "user-pref")?.value === "y" && isUserModified) return { kind: "unchanged" };
  if (text === '""') return { kind: "set", text: "" };
  if (text !== "") return { kind: "set", text };
  return elementOf(setting).form === "self-closing" && attributeOf(setting, "ua")
    ? { kind: "unchanged" }
    : { kind: "reset" };
}
