import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { elementOf } from "../../../xml/element";
import { hidden } from "../rules/secretPlaces";

const allowed = new Set(["na", "ro", "rw"]);

export const userAccess: Check = {
  code: "attribute/ua",
  severity: "warning",
  title: "Wrong user access",
  docs: `\`ua\` says what the *User* account may do with a parameter on the phone: \`na\` nothing, \`ro\` read, \`rw\` read and write. Any other word is ignored and the access stays as it was. Without the attribute an MPP phone keeps the access it has; 8831 and SPA phones go back to the factory access.`,
  examples: [
    {
      bad: '<flat-profile><Station_Name ua="ua">Desk</Station_Name></flat-profile>',
      good: '<flat-profile><Station_Name ua="rw">Desk</Station_Name></flat-profile>',
    },
  ],
  setting(setting, { setpoint }, { report }) {
    for (const attribute of elementOf(setting).attributes) {
      const { name, value, valueSpan } = attribute;
      if (name !== "ua" || value === undefined || value === "" || allowed.has(value.trim()) || setting.templated)
        continue;
      const lower = value.trim().toLowerCase();
      const meant = allowed.has(lower) ? lower : (setpoint?.parameter.defaultUa ?? "na");
      report({
        message: l10n.t(
          'ua="{0}" is no access the phone knows (na, ro, rw); the access stays as it was',
          setpoint?.parameter.secret ? hidden : value,
        ),
        span: valueSpan,
        fixes: [{ title: l10n.t('Change to ua="{0}"', meant), edits: [{ span: valueSpan, text: meant }], safe: true }],
      });
    }
  },
};
