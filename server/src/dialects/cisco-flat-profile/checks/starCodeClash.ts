import * as l10n from "@vscode/l10n";
import type { Check, CheckContext, Interest, ProfileCheckContext } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import { isSentByKey } from "./sentByKey";

export const starCodeClash: Check = {
  code: "star-code/clash",
  severity: "warning",
  title: "Two functions on one star code",
  docs: `Two activation codes of the same profile are equal, so dialing the code reaches only one of the functions. Codes that are equal by factory default are not reported, and neither are codes that a key of an attendant console sends, because they are not dialed.`,
  examples: [
    {
      bad: "<flat-profile><Call_Return_Code>*69</Call_Return_Code><DND_Act_Code>*69</DND_Act_Code></flat-profile>",
      good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code><DND_Act_Code>*78</DND_Act_Code></flat-profile>",
    },
  ],
  profile(profile, context) {
    if (profile.hasTemplate) return;
    const byCode = new Map<string, Setting[]>();
    for (const setting of codesOf(profile, context)) {
      const equal = byCode.get(setting.text);
      if (equal) equal.push(setting);
      else byCode.set(setting.text, [setting]);
    }
    for (const [code, equal] of byCode) {
      const clashing = equal.filter((one) => equal.some((other) => one !== other && clash(one, other, context)));
      const [first, second, ...others] = clashing;
      if (!first || !second) continue;
      const names = [first, ...others].map(({ name }) => `\`${name}\``).join(", ");
      context.report(second, {
        message: l10n.t("`{0}` is also the code of {1}. Dialing it reaches only one of them.", code, names),
        span: second.valueSpan,
        related: [first, ...others].map(({ segment, valueSpan }) => ({
          segment,
          span: valueSpan,
          message: l10n.t("Same code"),
        })),
      });
    }
  },
};

function clash(one: Setting, other: Setting, context: ProfileCheckContext): boolean {
  return !(isFactory(one, context) && isFactory(other, context)) && !areAlternatives(one.name, other.name);
}

function* codesOf(profile: Profile, { select }: ProfileCheckContext): Iterable<Setting> {
  for (const setting of select(profile, activationCode)) if (profile.inEffect(setting.name) === setting) yield setting;
}

const activationCode: Interest = {
  name: ({ name, path }, { type }) => type?.id === "StarCode" && path === "" && !isSentByKey(name),
  setting: ({ text, templated }) => !templated && text.length > 1 && text !== '""',
};

/** The value is the default of some family: the vendor ships it so. */
function isFactory(setting: Setting, { facts }: CheckContext): boolean {
  const parameter = facts(setting).effective?.parameter;
  if (!parameter) return false;
  return parameter.default === setting.text || Object.values(parameter.defaultByFamily ?? {}).includes(setting.text);
}

/** Names of one function in two spellings, or the two halves of a toggle, may share a code. */
function areAlternatives(a: string, b: string): boolean {
  const fold = (name: string) => name.toLowerCase().replace(/_?(?:de)?act(?:ivate)?_?/g, "_");
  return fold(a) === fold(b);
}
