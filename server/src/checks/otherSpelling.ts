import * as l10n from "@vscode/l10n";
import type { Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import { isListed } from "../schema/catalogue";
import type { DeviceChoice } from "../schema/model";
import { fold } from "../schema/pattern";
import { wordForm } from "../schema/wordForms";
import type { Interest, SettingFacts, SharedCheck } from "./check";
import { seenFrom } from "./seenFrom";

export const otherSpelling: SharedCheck = {
  code: "parameter/other-spelling",
  severity: "warning",
  title: "Name in the spelling of another phone",
  docs: `Product lines spell some names in different ways, for example with one more underscore. The chosen phone ignores the spelling of the other. Reported once for all numbers of a name, and only when the phone was chosen, never on a guess. When the profile also has the name as this phone spells it, nothing is reported.`,
  profile(profile, { catalogue, device, facts, select, report, write }) {
    if (device.certainty !== "stated" || device.family === undefined) return;
    const groups = new Map<string, { readonly setting: Setting; readonly name: string }[]>();
    for (const setting of select(profile, known)) {
      const name = spellingOf(setting, facts(setting), device, catalogue);
      if (name === undefined || profile.inEffect(name)) continue;
      const key = fold(setting.name);
      const group = groups.get(key);
      if (group) group.push({ setting, name });
      else groups.set(key, [{ setting, name }]);
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const { setting, name } = first;
      const edits = group.flatMap((one) =>
        seenFrom(setting, one.setting, write.rename(one.setting, one.name), profile),
      );
      const more = group.length - 1;
      report(setting, {
        message:
          more > 0
            ? l10n.t(
                "This phone uses the name `{1}`. It ignores `{0}` and {2} more names like it.",
                setting.name,
                name,
                more,
              )
            : l10n.t("This phone uses the name `{1}`. It ignores `{0}`.", setting.name, name),
        fixes: [
          {
            title: more > 0 ? l10n.t("Change all {0} in this file", group.length) : l10n.t("Replace with `{0}`", name),
            edits,
          },
        ],
      });
    }
  },
};

const known: Interest = {
  name: ({ path }, { effective }) => path === "" && effective !== undefined,
  setting: ({ templated }) => !templated,
};

/** The name of the same words that the chosen phone has, of a parameter that it does not have. */
export function spellingOf(
  { name, path }: Setting,
  { effective }: SettingFacts,
  device: DeviceChoice,
  catalogue: Catalogue,
): string | undefined {
  const { family, certainty } = device;
  if (!effective || certainty !== "stated" || family === undefined || isListed(effective.parameter, family))
    return undefined;
  const form = wordForm(name, device, catalogue, path);
  const parameter = form?.kind === "form" ? catalogue.find(form.name, path)?.parameter : undefined;
  return form && parameter && Object.hasOwn(parameter.families, family) ? form.name : undefined;
}
