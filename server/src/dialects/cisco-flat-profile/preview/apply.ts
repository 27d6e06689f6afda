import { applicable } from "../../../deployment/recipe";
import { DeviceSettings, type SettingState } from "../../../deployment/settings";
import type { Profile } from "../../../profile/profile";
import { changeOf, fold } from "../deployment/changes";

// What a phone does with a profile: specification sections 1.1, 1.4 and 1.5, choices 11.1 and 11.2.

interface PhoneValues {
  knows(name: string): boolean;
  /** Values the phone has now. */
  readonly current: Readonly<Record<string, string>>;
  /** Parameters the user changed on the phone. */
  readonly userModified: readonly string[];
}

interface Applied {
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

/** Applies the settings of the profiles, from top to bottom. */
export function applyProfile(profiles: readonly Profile[], { knows, current, userModified }: PhoneValues): Applied {
  const marked = new Set(userModified);
  const start = [...new Set([...Object.keys(current), ...userModified])].map((name): [string, SettingState] => [
    name,
    {
      value: Object.hasOwn(current, name) ? current[name] : undefined,
      ...(marked.has(name) && { isUserModified: true }),
      how: "start",
      at: {},
      from: {},
    },
  ]);
  const changes = profiles.flatMap((profile) => [...profile.settings()].map((setting) => changeOf(setting, {})));
  const content = applicable(changes, knows, () => false);
  const rules = { absentAccess: "keep", knowsUserPref: true, origin: {} } as const;
  const after = DeviceSettings.factory()
    .with(start)
    .apply(content, { fold: fold(rules) }, true);
  const names = [...content.byName.keys()];
  /** What counts is the last element that did anything to the value. */
  const fateOf = (name: string) => {
    for (let state = after.get(name); state && state.how !== "start"; state = state.before)
      if (state.how === "set" || state.how === "reset") return state;
    return undefined;
  };
  const pick = (how: string | undefined) => names.filter((name) => fateOf(name)?.how === how);
  const isMarked = (name: string) => after.get(name)?.isUserModified === true;
  return {
    set: Object.fromEntries(pick("set").map((name) => [name, after.get(name)?.value ?? ""])),
    reset: pick("reset"),
    ua: Object.fromEntries(
      names.flatMap((name) => {
        const access = after.get(name)?.access;
        return access === undefined ? [] : [[name, access]];
      }),
    ),
    ignored: content.ignored,
    unchanged: pick(undefined),
    userModified: userModified.filter(isMarked),
    unmarked: userModified.filter((name) => !isMarked(name)),
  };
}
