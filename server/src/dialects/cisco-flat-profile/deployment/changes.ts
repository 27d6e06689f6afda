import type { Applicable as RecipeOf } from "../../../deployment/recipe";
import type { Fold, How, Origin, SettingState, Written } from "../../../deployment/settings";
import type { ProfileDocument } from "../../../profile/profileDocument";
import { keyOf, type Setting } from "../../../profile/setting";
import { LineIndex } from "../../../text/lineIndex";
import { attributeOf, elementOf } from "../../../xml/element";

// What a phone makes of the elements of a file: specification sections 1.1, 1.4 and 1.5, choices 11.1 and 11.2.

/** One element, as far as it matters to a phone. */
export interface Change extends Written {
  /** The value contains a placeholder of a template. */
  readonly isUnknown: boolean;
  readonly how: How;
  /** What it makes of a setting where no history is kept. */
  state?: SettingState;
}

export function changeOf(setting: Setting, at: Origin): Change {
  const { text, templated } = setting;
  const ua = attributeOf(setting, "ua")?.value;
  const isAccess = ua === "na" || ua === "ro" || ua === "rw";
  const isEmpty = text === "" && !templated;
  const keeps = isEmpty && elementOf(setting).form === "self-closing" && attributeOf(setting, "ua") !== undefined;
  return {
    name: keyOf(setting),
    kind: keeps ? "keep" : isEmpty ? "reset" : "set",
    text: text === '""' ? "" : text,
    isUnknown: templated,
    access: isAccess ? ua : undefined,
    preserves: attributeOf(setting, "preserve-value")?.value === "y",
    prefersUser: attributeOf(setting, "user-pref")?.value === "y",
    how: "set",
    at,
  };
}

/** How phones of one kind apply changes. */
interface MergeRules {
  /** An element without `ua` leaves access alone, or takes it back to what the phone was shipped with. */
  readonly absentAccess: "keep" | "factory";
  /** The firmware knows `user-pref`. */
  readonly knowsUserPref: boolean;
  /** No file replaces these. */
  readonly pinned?: ReadonlySet<string>;
  /** Of this round; undefined where no history is kept. */
  readonly origin?: Pick<Origin, "rule" | "url" | "round">;
}

export function fold(rules: MergeRules): Fold<Change> {
  const { absentAccess, knowsUserPref, pinned, origin } = rules;
  return (current, change) => {
    const access = change.access ?? (absentAccess === "keep" ? current?.access : undefined);
    const kept = keptBy(current, change, knowsUserPref, pinned);
    if (!origin && kept !== undefined && access === current?.access) return current;
    if (!origin && isDone(current, change, access)) return current;
    const at = origin ? placed(change.at, origin) : change.at;
    if (kept !== undefined)
      return {
        value: current?.value,
        ...(current?.isUnknown && { isUnknown: true }),
        ...(current?.isUserModified && { isUserModified: true }),
        how: kept,
        from: current?.from ?? {},
        at,
        ...(access !== undefined && { access }),
        ...(origin && current && { before: current }),
      };
    // The administrator's value replaces that of the user, and with it the mark.
    const value = change.kind === "set" ? change.text : undefined;
    if (!origin) return plainState(change, access);
    const from = change.prefersUser ? { ...at, prefersUser: true } : at;
    const how = change.kind === "set" ? change.how : "reset";
    const state: { -readonly [K in keyof SettingState]: SettingState[K] } = { value, how, from, at };
    if (change.isUnknown) state.isUnknown = true;
    if (access !== undefined) state.access = access;
    if (current) state.before = current;
    return state;
  };
}

/** Made for each element in each round: much faster than to spread the two. */
function placed({ file, line, start, end }: Origin, { rule, url, round }: Origin): Origin {
  const at: { -readonly [K in keyof Origin]: Origin[K] } = {};
  if (file !== undefined) at.file = file;
  if (line !== undefined) at.line = line;
  if (start !== undefined) at.start = start;
  if (end !== undefined) at.end = end;
  if (rule !== undefined) at.rule = rule;
  if (url !== undefined) at.url = url;
  if (round !== undefined) at.round = round;
  return at;
}

/** Without a history, what an element makes of a setting is the same on every device. */
function plainState(change: Change, access: string | undefined): SettingState {
  const known = change.state;
  if (known && known.access === access) return known;
  const { at, kind, text, isUnknown, how, prefersUser } = change;
  const isSet = kind === "set";
  const state: SettingState = {
    value: isSet ? text : undefined,
    ...(isUnknown && { isUnknown: true }),
    ...(access !== undefined && { access }),
    how: isSet ? how : "reset",
    at,
    from: prefersUser ? { ...at, prefersUser: true } : at,
  };
  change.state = state;
  return state;
}

/** The same element was the last that did anything: nothing changes. */
function isDone(current: SettingState | undefined, change: Change, access: string | undefined): boolean {
  return (
    current !== undefined &&
    current.from === change.at &&
    current.access === access &&
    current.value === (change.kind === "set" ? change.text : undefined) &&
    !current.isUserModified
  );
}

function keptBy(
  current: SettingState | undefined,
  { name, kind, preserves, prefersUser }: Change,
  knowsUserPref: boolean,
  pinned: ReadonlySet<string> | undefined,
): How | undefined {
  if (pinned?.has(name)) return "kept: pinned";
  if (kind === "keep") return "access";
  // A factory value is not current, or the attribute could never set anything.
  if (preserves && current?.value !== undefined) return "kept: preserve";
  if (prefersUser && knowsUserPref && current?.isUserModified) return "kept: user";
  return undefined;
}

/** What a file comes to on phones of one kind. */
export type Applicable = RecipeOf<Change>;

/** Every element of the profiles in a document, with its line. */
export function changesIn(document: ProfileDocument, text: string, file: string | undefined): readonly Change[] {
  const lines = new LineIndex(text);
  return document.profiles.flatMap((profile) =>
    profile.segments.flatMap((segment) => {
      const start = document.startOf(segment);
      return segment.settings.map((setting) => {
        const offset = start + setting.parts.start;
        const end = start + setting.parts.end;
        const line = lines.positionAt(offset).line + 1;
        return changeOf(setting, { ...(file !== undefined && { file }), line, start: offset, end });
      });
    }),
  );
}
