import * as l10n from "@vscode/l10n";
import { findTypography } from "../values/typography";
import type { Check } from "./check";

/** Types that steer the phone; specification section 1.3: their values are ASCII. */
const steering: ReadonlySet<string> = new Set([
  "ProvisioningRuleSyntax",
  "ProvisioningCondition",
  "ReportRule",
  "URL",
  "DialPlanScript",
  "NumberMap",
]);

export const nonAscii: Check = {
  code: "value/non-ascii",
  severity: "warning",
  title: "Characters that the firmware may not understand or show",
  docs: `Rules, URLs and dial plans are ASCII on every phone: one with a letter with an accent is not understood. SPA phones, 8831 and ATA adapters also show ASCII only: such letters come out as boxes or cut the text. MPP and PhoneOS firmware shows UTF-8 in names and labels, so there it is reported only where the phone was chosen and is one of the former.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>http://h/caf\u00e9.xml</Profile_Rule></flat-profile>",
      good: "<flat-profile><Profile_Rule>http://h/caf%C3%A9.xml</Profile_Rule></flat-profile>",
    },
    {
      bad: "<flat-profile><!-- flat-profile-device family=spa5xx --><Station_Name>Caf\u00e9</Station_Name></flat-profile>",
      good: "<flat-profile><!-- flat-profile-device family=mpp88xx --><Station_Name>Caf\u00e9</Station_Name></flat-profile>",
    },
  ],
  setting(setting, { setpoint, type }, { report }) {
    const generation = setpoint?.generation;
    if (!type || setting.templated) return;
    const isSteering = steering.has(type.id);
    if (!isSteering && generation !== "SPA" && generation !== "ATA" && generation !== "8831") return;
    // What came with a copied text has a cure of its own.
    const pasted = isSteering ? findTypography(setting.text).map(({ span }) => span) : [];
    const match = [...setting.text.matchAll(/[\u0080-\ufffc]+/g)].find(
      ({ index, 0: { length } }) => !pasted.some(({ start, end }) => start < index + length && end > index),
    );
    if (!match) return;
    report({
      message: isSteering
        ? l10n.t("the phone understands ASCII characters only here, and {0} is none", match[0])
        : l10n.t("this firmware shows ASCII characters only; {0} will not look as intended", match[0]),
      ...(!isSteering && { severity: "hint" }),
      span: setting.value.toSource({ start: match.index, end: match.index + match[0].length }),
    });
  },
};
