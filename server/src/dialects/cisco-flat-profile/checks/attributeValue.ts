import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { hidden } from "../../../secrets/mask";
import { elementOf } from "../../../xml/element";

export const attributeValue: Check = {
  code: "attribute/value",
  severity: "warning",
  title: "Wrong value of preserve-value or user-pref",
  docs: `\`preserve-value\` takes \`y\`: the phone keeps its present value. \`user-pref\` takes \`y\` (a value the user changed stays) or \`n\` (the profile wins), from firmware 12.0(4) on. The phone ignores other words.`,
  examples: [
    {
      bad: '<flat-profile><Display_Brightness user-pref="yes">5</Display_Brightness></flat-profile>',
      good: '<flat-profile><Display_Brightness user-pref="y">5</Display_Brightness></flat-profile>',
    },
  ],
  setting(setting, { effective }, { report }) {
    for (const { name, value, valueSpan } of elementOf(setting).attributes) {
      if ((name !== "preserve-value" && name !== "user-pref") || value === undefined || setting.templated) continue;
      const word = value.trim();
      if (word === "y" || word === "" || (word === "n" && name === "user-pref")) continue;
      const meant = /^(?:y|1|true)/i.test(word) || name === "preserve-value" ? "y" : "n";
      report({
        message: l10n.t(
          "`{1}` is not a valid value of `{0}`. Use {2}. The phone ignores the attribute.",
          name,
          effective?.parameter.secret ? hidden : value,
          name === "user-pref" ? "y, n" : "y",
        ),
        span: valueSpan,
        fixes: [{ title: l10n.t("Replace with `{0}`", meant), edits: [{ span: valueSpan, text: meant }] }],
      });
    }
  },
};
