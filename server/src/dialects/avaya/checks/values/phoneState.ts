import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";

export const phoneState: Check = {
  code: "parameter/phone-state",
  severity: "info",
  title: "State of the phone in place of a setting",
  docs: "A phone lists its state beside its settings: the server in use, counters, who is logged in. People copy such lists into settings files. The phone sets these values itself and ignores the lines, so they can be removed.",
  examples: [{ bad: "SET RESTART_COUNTER 4\n", good: "SET REGISTERWAIT 900\n" }],
  setting(setting, { effective }, { report, write }) {
    if (!effective?.parameter.readOnly) return;
    report({
      message: l10n.t("`{0}` is a state of the phone, not a setting. The phone ignores the line.", setting.name),
      span: setting.nameSpan,
      fixes: [{ title: l10n.t("Remove the line"), edits: write.remove(setting) }],
    });
  },
};
