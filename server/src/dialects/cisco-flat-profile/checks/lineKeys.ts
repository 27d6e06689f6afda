import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";

export const lineKeyTaken: Check = {
  code: "line-key/extension-in-use",
  severity: "info",
  title: "Key function on a key that belongs to an extension",
  docs: `A function in \`Extended_Function_n_\` works only on a key whose \`Extension_n_\` is \`Disabled\`, unless direct line-key configuration is enabled (\`Enable_Direct_PLK_Configuration\`).`,
  examples: [
    {
      bad: "<flat-profile><Extension_2_>1</Extension_2_><Extended_Function_2_>fnc=sd;ext=201@$PROXY;nme=Desk</Extended_Function_2_></flat-profile>",
      good: "<flat-profile><Extension_2_>Disabled</Extension_2_><Extended_Function_2_>fnc=sd;ext=201@$PROXY;nme=Desk</Extended_Function_2_></flat-profile>",
    },
  ],
  profile(profile, { report, write }) {
    if (/^(?:yes|1)$/i.test(profile.text("Enable_Direct_PLK_Configuration") ?? "")) return;
    for (let n = 1; n <= 32; n++) {
      const fn = profile.inEffect(`Extended_Function_${n}_`);
      const extension = profile.inEffect(`Extension_${n}_`);
      if (!fn || !extension || fn.templated || extension.templated || !/fnc=/i.test(fn.text)) continue;
      if (!/^\d+$/.test(extension.text)) continue;
      report(fn, {
        message: l10n.t(
          "Key {0} belongs to extension {1}. The phone does not use this function. Set `Extension_{0}_` to `Disabled`.",
          n,
          extension.text,
        ),
        related: [{ segment: extension.segment, span: extension.valueSpan, message: l10n.t("Extension of this key") }],
        ...(extension.segment === fn.segment && {
          fixes: [
            { title: l10n.t("Set `Extension_{0}_` to `Disabled`", n), edits: write.setValue(extension, "Disabled") },
          ],
        }),
      });
    }
  },
};

export const softkeysSwitchedOff: Check = {
  code: "softkey/switched-off",
  severity: "info",
  title: "Softkey list that is not used",
  docs: `The softkey lists of a profile take effect only while \`Programmable_Softkey_Enable\` is Yes.`,
  examples: [
    {
      bad: "<flat-profile><Programmable_Softkey_Enable>No</Programmable_Softkey_Enable><Idle_Key_List>redial|1;dnd|2;psk1|3;</Idle_Key_List><PSK_1>fnc=sd;ext=201@$PROXY;nme=Desk</PSK_1></flat-profile>",
      good: "<flat-profile><Programmable_Softkey_Enable>Yes</Programmable_Softkey_Enable><Idle_Key_List>redial|1;dnd|2;psk1|3;</Idle_Key_List><PSK_1>fnc=sd;ext=201@$PROXY;nme=Desk</PSK_1></flat-profile>",
    },
  ],
  profile(profile, { report, write }) {
    const enable = profile.inEffect("Programmable_Softkey_Enable");
    if (!enable || enable.templated || !/^(?:no|0)$/i.test(enable.text)) return;
    // Dumps print the factory lists; a programmed key shows that somebody means them to work.
    for (let n = 1; n <= 16; n++) {
      const psk = profile.inEffect(`PSK_${n}`);
      if (!psk || psk.text === "" || psk.templated) continue;
      report(enable, {
        message: l10n.t("Programmable softkeys are turned off, so `PSK_{0}` and the softkey lists have no effect.", n),
        span: enable.valueSpan,
        related: [{ segment: psk.segment, span: psk.nameSpan, message: l10n.t("Programmed softkey") }],
        fixes: [{ title: l10n.t("Set `Programmable_Softkey_Enable` to `Yes`"), edits: write.setValue(enable, "Yes") }],
      });
      return;
    }
  },
};
