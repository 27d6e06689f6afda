import * as l10n from "@vscode/l10n";
import type { SharedCheck } from "./check";

export const tooLong: SharedCheck = {
  code: "value/too-long",
  severity: "info",
  title: "Value that is longer than the vendor allows",
  docs: `The vendor's own schemas limit the length of every value. The phone cuts a longer value off or ignores it.`,
  setting(setting, { type }, { catalogue, report }) {
    const limit = catalogue.maxLengthOf(type?.id);
    if (limit === undefined) return;
    const { valueStart, valueEnd } = setting.parts;
    if (valueEnd - valueStart <= limit || setting.templated) return;
    const { length } = setting.text;
    if (length <= limit) return;
    report({
      message: l10n.t("Too long: {0} of {1} characters. The phone cuts the value off or ignores it.", length, limit),
      span: setting.nameSpan,
    });
  },
};
