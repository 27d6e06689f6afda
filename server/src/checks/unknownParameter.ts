import * as l10n from "@vscode/l10n";
import type { Profile } from "../profile/profile";
import { keyOf } from "../profile/profileIndex";
import type { Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import { caseVariant, nearestName } from "../schema/nearestName";
import { readBool } from "../values/bool";
import type { Check, ProfileCheckContext, SettingFacts } from "./check";

export const unknownParameter: Check = {
  code: "parameter/unknown",
  severity: "hint",
  title: "Unknown parameter",
  docs: `Our catalogue has no parameter of this name. A phone that lacks a parameter ignores its element without a word. The catalogue does not list every parameter of every product, so an unknown name is only a hint.

When the name looks like a slip of a known one, it is a **warning**: the value was probably meant for that parameter and does not reach it. Accept the fix, or add the name to the catalogue with \`flat-profile learn\` when your firmware has it.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rul>/a.xml</Profile_Rul></flat-profile>",
      good: "<flat-profile><Profile_Rule>/a.xml</Profile_Rule></flat-profile>",
    },
  ],
  inFragments: true,
  profile(profile, { catalogue, device, select, write, report }) {
    for (const { first, key } of unknownNames(profile, select)) {
      if (isInUnknownSection(first, catalogue)) continue;
      if (isWrongCase(first.name, first.path, catalogue)) continue;
      const beyond = catalogue.findPattern(first.name, first.path);
      const near =
        beyond || !isNameLike(first.name) || isMisplaced(first, catalogue)
          ? undefined
          : nearestName(first.name, device, catalogue, first.path);
      // When the right name stands here too, the other one is no slip of it.
      const meant =
        near !== undefined &&
        profile.last(key.slice(0, key.length - first.name.length) + near) === undefined &&
        isFit(first, near, catalogue)
          ? near
          : undefined;
      for (const setting of profile.all(key)) {
        if (meant !== undefined) {
          report(setting, {
            severity: "warning",
            message: l10n.t("`{0}` is not in our catalogue. Did you mean `{1}`?", setting.name, meant),
            fixes: [{ title: l10n.t("Change to {0}", meant), edits: write.rename(setting, meant) }],
          });
        } else {
          report(setting, {
            message: beyond
              ? l10n.t("the number in {0} is beyond what any known phone has; it is ignored", setting.name)
              : isMisplaced(setting, catalogue)
                ? l10n.t("{0} stands inside {1}; phones look for it right below the root", setting.name, setting.path)
                : l10n.t("`{0}` is not in our catalogue.", setting.name),
          });
        }
      }
    }
  },
};

/** Each name that nobody knows, with its first setting and its key in the profile. */
export function* unknownNames(
  profile: Profile,
  select: ProfileCheckContext["select"],
): Iterable<{ readonly first: Setting; readonly key: string }> {
  const keys = new Set<string>();
  for (const first of select(profile, isUnknown)) {
    const key = keyOf(first);
    if (keys.has(key)) continue;
    keys.add(key);
    yield { first, key };
  }
}

function isUnknown({ templated }: Setting, { setpoint }: SettingFacts): boolean {
  return !templated && !setpoint;
}

/** A setting inside a section that the catalogue lacks. */
function isInUnknownSection({ path }: Setting, catalogue: Catalogue): boolean {
  return path !== "" && !catalogue.hasSection(path);
}

/** A parameter that somebody sorted into a section of their own. */
function isMisplaced({ name, path }: Setting, catalogue: Catalogue): boolean {
  return path !== "" && catalogue.has(name, "");
}

/** A value that is no Yes or No was never meant for a switch: `<Registrar_1_>sip.example</Registrar_1_>`. */
function isFit({ text, path }: Setting, near: string, catalogue: Catalogue): boolean {
  const type = catalogue.find(near, path)?.parameter.type;
  return text === "" || type !== "Bool" || readBool(text) !== undefined;
}

/** Short words are near to too many others. */
function isNameLike(name: string): boolean {
  return name.length >= 6;
}

function isWrongCase(name: string, path: string, catalogue: Catalogue): boolean {
  return caseVariant(name, {}, catalogue, path) !== undefined;
}
