import * as l10n from "@vscode/l10n";
import type { SharedCheck } from "./check";

/** The official schemas of the SPA family allow 2,000 characters; dial plans may have 2,048. */
const limit = 2000;

export const tooLong: SharedCheck = {
  code: "value/too-long",
  severity: "info",
  title: "Value of more than 2,000 characters",
  docs: `The vendor's own schemas allow 2,000 characters in a value (2,048 in a dial plan). The phone cuts a longer value off or ignores it.`,
  setting(setting, { type }, { report }) {
    const { valueStart, valueEnd } = setting.parts;
    if (valueEnd - valueStart <= limit || setting.templated || type?.id === "DialPlanScript") return;
    const { length } = setting.text;
    if (length <= limit) return;
    report({
      message: l10n.t("Too long: {0} of 2,000 characters. The phone cuts the value off or ignores it.", length),
      span: setting.nameSpan,
    });
  },
};
