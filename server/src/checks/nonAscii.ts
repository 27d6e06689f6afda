import * as l10n from "@vscode/l10n";
import type { Check } from "./check";

export const nonAscii: Check = {
  code: "value/non-ascii",
  severity: "hint",
  title: "Characters that the firmware may not show",
  docs: `SPA phones, 8831 and ATA adapters show ASCII only: letters with accents come out as boxes or cut the text. MPP and PhoneOS firmware shows UTF-8 in names and labels. Reported when the phone was chosen and is one of the former.`,
  examples: [
    {
      bad: "<flat-profile><!-- flat-profile-device family=spa5xx --><Station_Name>Caf\u00e9</Station_Name></flat-profile>",
      good: "<flat-profile><!-- flat-profile-device family=mpp88xx --><Station_Name>Caf\u00e9</Station_Name></flat-profile>",
    },
  ],
  setting(setting, { setpoint, type }, { report }) {
    const generation = setpoint?.generation;
    if (!type || setting.templated || (generation !== "SPA" && generation !== "ATA" && generation !== "8831")) return;
    const match = /[\u0080-\ufffc]+/.exec(setting.text);
    if (!match) return;
    report({
      message: l10n.t("this firmware shows ASCII characters only; {0} will not look as intended", match[0]),
      span: setting.value.toSource({ start: match.index, end: match.index + match[0].length }),
    });
  },
};
