import * as l10n from "@vscode/l10n";
import { caseVariant } from "../schema/nearestName";
import type { Check } from "./check";
import { unknownNames } from "./unknownParameter";

export const wrongCase: Check = {
  code: "parameter/wrong-case",
  severity: "warning",
  title: "Parameter name in wrong upper or lower case",
  docs: `Element names are case-sensitive: \`gpp_a\` is not \`GPP_A\`, and the phone ignores it. Where product lines differ in the case of a name, the catalogue has both spellings and neither is reported.`,
  examples: [
    {
      bad: "<flat-profile><profile_rule>/a.xml</profile_rule></flat-profile>",
      good: "<flat-profile><Profile_Rule>/a.xml</Profile_Rule></flat-profile>",
    },
  ],
  inFragments: true,
  profile(profile, { catalogue, device, select, write, report }) {
    for (const { first, key } of unknownNames(profile, select)) {
      const right = caseVariant(first.name, device, catalogue, first.path);
      if (right === undefined) continue;
      const both = profile.inEffect(key.slice(0, -first.name.length) + right) !== undefined;
      for (const setting of profile.all(key)) {
        report(setting, {
          severity: both ? "hint" : "warning",
          message: l10n.t(
            "Names are case-sensitive. The phone ignores `{0}`. Did you mean `{1}`?",
            setting.name,
            right,
          ),
          fixes: [{ title: l10n.t("Replace with `{0}`", right), edits: write.rename(setting, right), safe: !both }],
        });
      }
    }
  },
};
