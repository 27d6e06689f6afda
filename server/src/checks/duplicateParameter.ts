import * as l10n from "@vscode/l10n";
import type { Setting } from "../profile/setting";
import type { Check, CheckContext } from "./check";

/** Elements of one name that are reported at most. */
const maxOfOneName = 100;

export const duplicateParameter: Check = {
  code: "parameter/duplicate",
  severity: "hint",
  title: "Parameter set twice",
  docs: `When several elements have one name, the last one takes effect and the phone ignores the earlier ones. That is legal and some products rely on it, so it is only a hint. The same value twice is not reported. Elements in router sections, and elements of different web-page groups, are not compared.`,
  examples: [
    {
      bad: "<flat-profile><GPP_A>1</GPP_A><GPP_A>2</GPP_A></flat-profile>",
      good: "<flat-profile><GPP_A>1</GPP_A><GPP_B>2</GPP_B></flat-profile>",
    },
  ],
  profile(profile, { write, report, replaces }) {
    // A template may choose between them.
    if (profile.hasTemplate) return;
    for (const settings of profile.repeated()) {
      const last = settings[settings.length - 1];
      if (last?.path !== "") continue;
      for (const setting of settings.slice(0, maxOfOneName)) {
        if (setting === last || !isShadowed(setting, last, replaces)) continue;
        report(setting, {
          message: l10n.t("`{0}` is set again later. The last value takes effect.", setting.name),
          unnecessary: true,
          related: [{ segment: last.segment, span: last.nameSpan, message: l10n.t("Value in effect") }],
          fixes: [{ title: l10n.t("Remove the earlier element"), edits: write.remove(setting) }],
        });
      }
    }
  },
};

/** The same value twice changes nothing. */
function isShadowed(setting: Setting, last: Setting, replaces: CheckContext["replaces"]): boolean {
  if (setting.text === last.text || setting.isStatus) return false;
  return replaces(last, setting);
}
