import * as l10n from "@vscode/l10n";
import { caseVariant } from "../schema/nearestName";
import type { SharedCheck } from "./check";
import { unknownNames } from "./unknownParameter";

export const wrongCase: SharedCheck = {
  code: "parameter/wrong-case",
  severity: "warning",
  title: "Parameter name in wrong upper or lower case",
  docs: `Upper and lower case matter in the names of these files. The phone ignores a name in the wrong case. Where product lines differ in the case of a name, the catalogue has both spellings and neither is reported.`,
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
