import { type CheckContext, type Interest, isOfInterest, type SettingFacts } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { resolveParameter } from "../../../schema/effectiveParameter";
import type { DeviceChoice } from "../../../schema/model";
import type { Automaton } from "../../../values/dialPlan/automaton";
import type { DialPlan } from "../../../values/dialPlan/plan";
import {
  automatonOf,
  type DialSettings,
  defaultDialSettings,
  dialKindsOf,
  withStarCodes,
} from "../../../values/dialPlan/simulate";

// What besides a dial plan decides how its phone dials.

/** A plan with everything else that decides. */
export interface Followed {
  readonly automaton: Automaton;
  readonly settings: DialSettings;
}

/** What a profile says besides the plan. */
export interface Surroundings {
  readonly timers: Pick<DialSettings, "short" | "long">;
  readonly starCodes: readonly { readonly name: string; readonly code: string }[];
}

export function surroundingsOf(
  profile: Profile | undefined,
  { catalogue, device, facts }: Pick<CheckContext, "catalogue" | "device" | "facts">,
): Surroundings {
  return { timers: timersOf(profile, catalogue, device), starCodes: starCodesOf(profile, facts) };
}

/** The plan of a setting as its phone follows it; while the phone is unknown, as each kind of phone does. */
export function followedAs(
  plan: DialPlan,
  { timers, starCodes }: Surroundings,
  traits: ReadonlySet<string> | undefined,
): readonly Followed[] {
  const whole = withStarCodes(plan, starCodes);
  return dialKindsOf(traits).map((kind) => {
    const settings = { ...timers, ...kind };
    return { automaton: automatonOf(whole, settings), settings };
  });
}

/** Seconds of the interdigit timers of a profile, otherwise of the phone. */
export function timersOf(
  profile: Profile | undefined,
  catalogue: Catalogue,
  device: DeviceChoice,
): Pick<DialSettings, "short" | "long"> {
  const seconds = (name: string, otherwise: number) => {
    const text = profile?.text(name) || defaultOf(name, catalogue, device);
    return text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : otherwise;
  };
  return {
    short: seconds("Interdigit_Short_Timer", defaultDialSettings.short),
    long: seconds("Interdigit_Long_Timer", defaultDialSettings.long),
  };
}

function defaultOf(name: string, catalogue: Catalogue, device: DeviceChoice): string | undefined {
  const found = catalogue.find(name);
  return found && resolveParameter(found, name, device, catalogue).default;
}

const isJudged = ({ text, templated }: Setting) => !templated && text !== "" && text !== '""';

/** Activation codes that a phone follows beside its dial plan. */
export const starCode: Interest = {
  name: ({ path }, { type }) => type?.id === "StarCode" && path === "",
  setting: isJudged,
};

export const dialPlan: Interest = {
  name: (_, { type }) => type?.id === "DialPlanScript",
  setting: isJudged,
};

function starCodesOf(
  profile: Profile | undefined,
  facts: (setting: Setting) => SettingFacts,
): Surroundings["starCodes"] {
  if (!profile) return [];
  return inEffect(
    profile,
    [...profile.settings()].filter((setting) => isOfInterest(setting, facts(setting), starCode)),
  );
}

/** Of activation codes those that no later setting of their name replaces. */
export function inEffect(profile: Profile, codes: Iterable<Setting>): Surroundings["starCodes"] {
  return [...codes]
    .filter((setting) => profile.inEffect(setting.name) === setting)
    .map(({ name, text }) => ({ name, code: text }));
}
