import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { wrongRootOf } from "./wrongRoot";

export const noRoot: Check = {
  code: "xml/no-root",
  severity: "warning",
  title: "Settings without the flat-profile root",
  docs: `The elements are phone parameters, but they are not inside \`<flat-profile>\`. That is fine for a part that you insert into a profile later. A phone that loads the file itself ignores everything in it.`,
  examples: [
    {
      bad: "<Profile_Rule>/a.xml</Profile_Rule>\n<GPP_A>1</GPP_A>\n",
      good: "<flat-profile>\n<Profile_Rule>/a.xml</Profile_Rule>\n</flat-profile>",
    },
  ],
  document(document, { report }) {
    const first = document.segments.find((segment) => segment.settings.length > 0);
    const [setting] = first?.settings ?? [];
    if (document.form !== "part" || !first || !setting || document.hasTemplate) return;
    if (wrongRootOf(document)) return;
    report(first, {
      message: l10n.t("These settings are not inside `<flat-profile>`. The phone ignores them."),
      span: setting.nameSpan,
    });
  },
};
