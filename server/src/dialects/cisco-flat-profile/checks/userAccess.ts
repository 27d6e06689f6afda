import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { hidden } from "../../../secrets/mask";
import { elementOf } from "../../../xml/element";

const allowed = new Set(["na", "ro", "rw"]);

export const userAccess: Check = {
  code: "attribute/ua",
  severity: "warning",
  title: "Invalid user access",
  docs: `\`ua\` is the access of the *User* account to a parameter on the phone: \`na\` none, \`ro\` read, \`rw\` read and write. The phone ignores any other word and keeps its access. Without the attribute an MPP phone keeps its access; 8831 and SPA phones return to the default access.`,
  examples: [
    {
      bad: '<flat-profile><Station_Name ua="ua">Desk</Station_Name></flat-profile>',
      good: '<flat-profile><Station_Name ua="rw">Desk</Station_Name></flat-profile>',
    },
  ],
  setting(setting, { effective }, { report }) {
    for (const attribute of elementOf(setting).attributes) {
      const { name, value, valueSpan } = attribute;
      if (name !== "ua" || value === undefined || value === "" || allowed.has(value.trim()) || setting.templated)
        continue;
      const lower = value.trim().toLowerCase();
      const meant = allowed.has(lower) ? lower : (effective?.parameter.defaultUa ?? "na");
      report({
        message: l10n.t(
          "`{0}` is not a valid access. Use `na`, `ro` or `rw`. The phone keeps its old access.",
          effective?.parameter.secret ? hidden : value,
        ),
        span: valueSpan,
        fixes: [
          { title: l10n.t('Replace with `ua="{0}"`', meant), edits: [{ span: valueSpan, text: meant }], safe: true },
        ],
      });
    }
  },
};
