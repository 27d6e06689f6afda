import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { wrongRootOf } from "./wrongRoot";

export const noRoot: Check = {
  code: "xml/no-root",
  severity: "warning",
  title: "Settings without the flat-profile root",
  docs: `The elements are parameters of phones, but no \`<flat-profile>\` is around them. That is fine for a piece that is put into a profile later; a phone that gets the file as it is ignores everything in it.`,
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
      message: l10n.t(
        "No `<flat-profile>` is around these settings. A phone that gets the file as it is ignores them.",
      ),
      span: setting.nameSpan,
    });
  },
};
