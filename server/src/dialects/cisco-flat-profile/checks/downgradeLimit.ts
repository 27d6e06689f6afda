import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { loadVersion } from "../rules/firmwareLoad";
import { readRule } from "../rules/rule";
import { compareVersions, readVersion } from "../rules/version";

export const downgradeLimit: Check = {
  code: "upgrade/below-limit",
  severity: "warning",
  title: "Firmware below Downgrade_Rev_Limit",
  docs: `The phone refuses firmware that is older than \`Downgrade_Rev_Limit\`. An upgrade rule of the same profile with an older version never takes effect. Use newer firmware or lower the limit.`,
  examples: [
    {
      bad: "<flat-profile><Downgrade_Rev_Limit>12-0-3MPP0001-87</Downgrade_Rev_Limit><Upgrade_Rule>http://h/sip88xx.11-3-7MPP0001-272.loads</Upgrade_Rule></flat-profile>",
      good: "<flat-profile><Downgrade_Rev_Limit>12-0-3MPP0001-87</Downgrade_Rev_Limit><Upgrade_Rule>http://h/sip88xx.12-0-7MPP0001-46.loads</Upgrade_Rule></flat-profile>",
    },
  ],
  profile(profile, { report }) {
    const limitSetting = profile.inEffect("Downgrade_Rev_Limit");
    const rule = profile.inEffect("Upgrade_Rule");
    if (!limitSetting || !rule || limitSetting.templated || rule.templated) return;
    const limit = readVersion(limitSetting.text);
    if (!limit) return;
    for (const { url, urlSpan } of readRule(rule.text, "upgrade").alternatives) {
      const at = url.lastIndexOf("/") + 1;
      const load = loadVersion(url.slice(at))?.version;
      // Only a load whose name contains its version.
      if (!load || load.shape === "dotted" || compareVersions(load, limit) !== -1) continue;
      report(rule, {
        message: l10n.t("The firmware is older than `Downgrade_Rev_Limit`. The phone refuses it."),
        span: rule.value.toSource({ start: urlSpan.start + at, end: urlSpan.end }),
        related: [
          {
            segment: limitSetting.segment,
            span: limitSetting.valueSpan,
            message: l10n.t("Oldest firmware that the phone accepts"),
          },
        ],
      });
    }
  },
};
