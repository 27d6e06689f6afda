import * as l10n from "@vscode/l10n";
import type { Check, Interest } from "../../../checks/check";
import { isCommonPassword } from "./commonPasswords";

export const plainTransport: Check = {
  code: "secret/plain-transport",
  severity: "info",
  title: "Passwords over an unencrypted connection",
  docs: `The rule fetches over tftp or http without a \`--key\`, and the profile contains passwords. Anyone on the network path can read them. Use https, or encrypt the file and set the key with \`[--key …]\`. Credentials in \`--uid\` and \`--pwd\` over http are readable in the same way.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>http://prov.example.com/$MA.xml</Profile_Rule><Password_1_>hunter-seven</Password_1_></flat-profile>",
      good: "<flat-profile><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule><Password_1_>hunter-seven</Password_1_></flat-profile>",
    },
  ],
  profile(profile, { report, select }) {
    let secret: boolean | undefined;
    const hasSecret = () => {
      secret ??= !select(profile, secretValue)[Symbol.iterator]().next().done;
      return secret;
    };
    for (const name of ["Profile_Rule", "Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D", "Report_Rule"]) {
      const rule = profile.inEffect(name);
      if (!rule || rule.templated || rule.text.startsWith("#")) continue;
      const match = /\b(tftp|http):\/\//i.exec(rule.text);
      const credentials = /--(?:uid|pwd)\b/.test(rule.text);
      if (!match || /--key\b/.test(rule.text) || !(credentials || hasSecret())) continue;
      report(rule, {
        message: l10n.t(
          "Passwords are sent unencrypted over {0}. Use https, or encrypt the file and add `--key`.",
          (match[1] ?? "").toLowerCase(),
        ),
        span: rule.value.toSource({ start: match.index, end: match.index + match[0].length - 3 }),
      });
    }
  },
};

const secretValue: Interest = {
  name: (_, { effective }) => effective?.parameter.secret === true,
  setting: ({ text }) => text !== "" && !/^\*+$/.test(text),
};

export const weakPassword: Check = {
  code: "secret/weak-password",
  severity: "info",
  title: "Common administrator password",
  docs: `The password of the phone's web page is a word that attackers try first. Anyone who can open the page can read and change the settings. Use a different password for each site.`,
  examples: [
    {
      bad: "<flat-profile><Admin_Password>admin</Admin_Password></flat-profile>",
      good: "<flat-profile><Admin_Password>mUb4-tesIR-91</Admin_Password></flat-profile>",
    },
  ],
  forName: ({ name }) => /^(?:Admin_Pass(?:wd|word)|User_Password)$/.test(name),
  setting(setting, _facts, { report }) {
    if (setting.templated) return;
    if (!isCommonPassword(setting.text)) return;
    report({
      message: l10n.t("This password is common and easy to guess. Anyone can open the web page of the phone."),
      span: setting.valueSpan,
    });
  },
};

export const passwordInUrl: Check = {
  code: "secret/in-url",
  severity: "info",
  title: "Password inside a URL",
  docs: `User and password before an \`@\` in a URL reach logs, web pages and SIP traces. Write them in the rule as \`[--uid … --pwd …]\`, preferably with \`$SA\` and \`$SB\`, which are never shown.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>https://joe:pass@prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      good: "<flat-profile><Profile_Rule>[--uid $SA --pwd $SB] https://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
    },
  ],
  setting(setting, _facts, { report }) {
    if (setting.templated) return;
    const match = /\b(?:https?|tftp|ftp):\/\/[^\s/@:]+:([^\s/@]+)@/i.exec(setting.text);
    if (!match) return;
    const end = match.index + match[0].length - 1;
    report({
      message: l10n.t("The password in this URL is visible in logs and on web pages."),
      span: setting.value.toSource({ start: end - (match[1] ?? "").length, end }),
    });
  },
};
