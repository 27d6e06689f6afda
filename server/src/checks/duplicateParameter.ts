import * as l10n from "@vscode/l10n";
import { keyOf, type Setting } from "../profile/setting";
import type { CheckContext, SharedCheck } from "./check";

/** Settings of one name that are reported at most. */
const maxOfOneName = 100;

export const duplicateParameter: SharedCheck = {
  code: "parameter/duplicate",
  severity: "hint",
  title: "Parameter set twice",
  docs: `When several settings have one name, one of them takes effect, on most phones the last one, and the phone ignores the others. That is legal and some products rely on it, so it is only a hint. The same value twice is not reported. Settings in router sections, and settings of different web-page groups, are not compared.`,
  profile(profile, { write, report, replaces }) {
    // A template may choose between them.
    if (profile.hasTemplate) return;
    for (const settings of profile.repeated()) {
      const [first] = settings;
      const effective = first && profile.inEffect(keyOf(first));
      if (effective?.path !== "") continue;
      let isBefore = true;
      for (const setting of settings.slice(0, maxOfOneName)) {
        if (setting === effective) isBefore = false;
        else if (isShadowed(setting, effective, replaces))
          report(setting, {
            message: isBefore
              ? l10n.t("`{0}` is set again later. The last value takes effect.", setting.name)
              : l10n.t("`{0}` is already set. The value before it takes effect.", setting.name),
            unnecessary: true,
            related: [{ segment: effective.segment, span: effective.nameSpan, message: l10n.t("Value in effect") }],
            fixes: [
              {
                title: isBefore ? l10n.t("Remove the earlier element") : l10n.t("Remove the setting without effect"),
                edits: write.remove(setting),
              },
            ],
          });
      }
    }
  },
};

/** The same value twice changes nothing. */
function isShadowed(setting: Setting, effective: Setting, replaces: CheckContext["replaces"]): boolean {
  if (setting.text === effective.text || setting.isStatus) return false;
  return replaces(effective, setting);
}
