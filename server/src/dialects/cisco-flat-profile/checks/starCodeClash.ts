import * as l10n from "@vscode/l10n";
import type { Check, CheckContext, ProfileCheckContext, SettingFacts } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";

export const starCodeClash: Check = {
  code: "star-code/clash",
  severity: "warning",
  title: "Two functions on one star code",
  docs: `Two activation codes of the same profile are equal, so dialling the code reaches only one of the functions. Codes that the factory itself ships equal are not reported.`,
  examples: [
    {
      bad: "<flat-profile><Call_Return_Code>*69</Call_Return_Code><DND_Act_Code>*69</DND_Act_Code></flat-profile>",
      good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code><DND_Act_Code>*78</DND_Act_Code></flat-profile>",
    },
  ],
  profile(profile, context) {
    if (profile.hasTemplate) return;
    const byCode = new Map<string, Setting>();
    for (const setting of codesOf(profile, context)) {
      const code = setting.text;
      const first = byCode.get(code);
      if (!first) {
        byCode.set(code, setting);
        continue;
      }
      if (isFactory(first, context) && isFactory(setting, context)) continue;
      if (areAlternatives(first.name, setting.name)) continue;
      context.report(setting, {
        message: l10n.t("{0} is also the code of {1}; dialling it reaches only one of them", code, first.name),
        span: setting.valueSpan,
        related: [{ segment: first.segment, span: first.valueSpan, message: l10n.t("the same code") }],
      });
    }
  },
};

function* codesOf(profile: Profile, { select }: ProfileCheckContext): Iterable<Setting> {
  for (const setting of select(profile, isCode)) if (profile.last(setting.name) === setting) yield setting;
}

function isCode({ text, path, templated }: Setting, { type }: SettingFacts): boolean {
  return type?.id === "StarCode" && path === "" && !templated && text.length > 1 && text !== '""';
}

/** The value is the default of some family: the vendor ships it so. */
function isFactory(setting: Setting, { facts }: CheckContext): boolean {
  const parameter = facts(setting).setpoint?.parameter;
  if (!parameter) return false;
  return parameter.default === setting.text || Object.values(parameter.defaultByFamily ?? {}).includes(setting.text);
}

/** Names of one function in two spellings, or the two halves of a toggle, may share a code. */
function areAlternatives(a: string, b: string): boolean {
  const fold = (name: string) => name.toLowerCase().replace(/_?(?:de)?act(?:ivate)?_?/g, "_");
  return fold(a) === fold(b);
}
