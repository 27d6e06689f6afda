import * as l10n from "@vscode/l10n";
import type { Check, SettingFacts } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import { isTriedFirst } from "./triedFirst";

const rules = /^(?:Profile_Rule(?:_[BCD])?|Report_Rule)$/;

export const plainTransport: Check = {
  code: "secret/plain-transport",
  severity: "info",
  title: "Passwords over a connection anybody can read",
  docs: `The rule fetches over tftp or http without a \`--key\`, and the profile holds passwords. Everybody on the way can read them. Use https, or encrypt the file and name the key with \`[--key …]\`. Credentials in \`--uid\` and \`--pwd\` over plain http are readable in the same way.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>http://prov.example.com/$MA.xml</Profile_Rule><Password_1_>hunter-seven</Password_1_></flat-profile>",
      good: "<flat-profile><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule><Password_1_>hunter-seven</Password_1_></flat-profile>",
    },
  ],
  profile(profile, { report, select }) {
    let secret: boolean | undefined;
    const holdsSecret = () => {
      secret ??= !select(profile, isSecret)[Symbol.iterator]().next().done;
      return secret;
    };
    for (const name of ["Profile_Rule", "Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D", "Report_Rule"]) {
      const rule = profile.last(name);
      if (!rule || rule.templated || !rules.test(rule.name) || rule.text.startsWith("#")) continue;
      const match = /\b(tftp|http):\/\//i.exec(rule.text);
      const credentials = /--(?:uid|pwd)\b/.test(rule.text);
      if (!match || /--key\b/.test(rule.text) || !(credentials || holdsSecret())) continue;
      report(rule, {
        message: l10n.t(
          "passwords travel in clear over {0}: use https, or an encrypted file with --key",
          (match[1] ?? "").toLowerCase(),
        ),
        span: rule.value.toSource({ start: match.index, end: match.index + match[0].length - 3 }),
      });
    }
  },
};

function isSecret({ text }: Setting, { setpoint }: SettingFacts): boolean {
  return setpoint?.parameter.secret === true && text !== "" && !/^\*+$/.test(text);
}

export const weakPassword: Check = {
  code: "secret/weak-password",
  severity: "info",
  title: "Administrator password that everybody knows",
  docs: `The password of the phone's web page is a word that is tried first. Whoever reaches the page can read and change the provisioning. Give each site a password of its own.`,
  examples: [
    {
      bad: "<flat-profile><Admin_Password>admin</Admin_Password></flat-profile>",
      good: "<flat-profile><Admin_Password>mUb4-tesIR-91</Admin_Password></flat-profile>",
    },
  ],
  setting(setting, _facts, { report }) {
    if (!/^(?:Admin_Pass(?:wd|word)|User_Password)$/.test(setting.name) || setting.templated) return;
    if (!isTriedFirst(setting.text)) return;
    report({
      message: l10n.t("this password is one of the first that are tried; the web page of the phone is open"),
      span: setting.valueSpan,
    });
  },
};

export const passwordInUrl: Check = {
  code: "secret/in-url",
  severity: "info",
  title: "Password inside a URL",
  docs: `User and password before an \`@\` in a URL reach logs, web pages and SIP traces. Phones take them with \`[--uid … --pwd …]\` in the rule, best from \`$SA\` and \`$SB\`, which are never shown.`,
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
      message: l10n.t("the password in this URL reaches logs and web pages in clear"),
      span: setting.value.toSource({ start: end - (match[1] ?? "").length, end }),
    });
  },
};
