import * as l10n from "@vscode/l10n";
import { type Check, type Interest, isOfInterest, type ProfileCheckContext } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import { hasPlaceholder } from "../../../text/placeholder";
import { policy } from "../policy";
import { foreignPlaceholders, withoutForeign } from "../rules/foreignPlaceholders";
import { readReportRule, readRule } from "../rules/rule";
import { placeholderHost } from "../values/keyParts";

const rule: Interest = {
  name: ({ path }, { type }) => path === "" && (type?.id === "ProvisioningRuleSyntax" || type?.id === "ReportRule"),
  setting: ({ text }) => /[[%{]/.test(text),
};

const key: Interest = {
  name: ({ path }, { type }) => path === "" && (type?.id === "ExtendedFunction" || type?.id === "PskFunction"),
  setting: ({ text }) => placeholderHost.test(text),
};

/** A template fills in more than rules and the hosts of keys. */
const filledIn: Interest = {
  name: () => true,
  setting: (setting, facts) =>
    (setting.templated || /(?<!%)%[A-Za-z]\w+%|\[[A-Za-z]\w+\]/.test(setting.text)) &&
    !isOfInterest(setting, facts, rule) &&
    !isOfInterest(setting, facts, key),
};

export const foreignPlaceholder: Check = {
  code: "rule/foreign-placeholder",
  severity: "warning",
  title: "Another maker's placeholder in a rule",
  docs: `Phones of other makers replace \`[MAC]\`, \`%MAC%\` or \`{mac}\`. These phones do not: they request a file with exactly that name. The macros are \`$MA\` (twelve lower-case digits), \`$MAU\` (upper case), \`$SN\`, \`$PN\`, \`$PSN\` and \`$IP\`. A file with placeholders in other values too is a template and is not checked.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>http://prov.example.com/[MAC].cfg</Profile_Rule></flat-profile>",
      good: "<flat-profile><Profile_Rule>http://prov.example.com/$MA.cfg</Profile_Rule></flat-profile>",
    },
    {
      bad: "<flat-profile><Profile_Rule>http://prov.example.com/{mac}.xml</Profile_Rule></flat-profile>",
      good: "<flat-profile><Profile_Rule>http://prov.example.com/{mac}.xml</Profile_Rule><User_ID_1_>{user}</User_ID_1_></flat-profile>",
    },
  ],
  profile(profile, context) {
    if (isTemplate(profile, context)) return;
    const { facts, report, select } = context;
    for (const setting of select(profile, rule)) {
      const { text, value } = setting;
      const read = facts(setting).type?.id === "ReportRule" ? readReportRule(text) : readRule(text, "profile");
      if (read.isComment) continue;
      for (const { url, urlSpan } of read.alternatives)
        for (const { message, span, fixes } of foreignPlaceholders(url, urlSpan.start))
          report(setting, {
            message,
            span: value.toSource(span),
            ...(fixes && {
              fixes: fixes.map((fix) => ({
                ...fix,
                edits: fix.edits.map((edit) => ({ ...edit, span: value.toSource(edit.span) })),
              })),
            }),
          });
    }
  },
};

export const foreignKeyHost: Check = {
  code: "line-key/foreign-placeholder",
  severity: "warning",
  title: "Another system's placeholder in a key",
  docs: `After \`@\` the phone replaces only \`$PROXY\`, the proxy of the line. It reads \`{proxy}\`, \`%PROXY%\` and similar placeholders as the name of a host, so the call or the subscription fails. A file with placeholders in other values too is a template and is not checked.`,
  examples: [
    {
      bad: "<flat-profile><Extended_Function_2_>fnc=sd;ext=201@{proxy};nme=Ann</Extended_Function_2_></flat-profile>",
      good: "<flat-profile><Extended_Function_2_>fnc=sd;ext=201@$PROXY;nme=Ann</Extended_Function_2_></flat-profile>",
    },
    {
      bad: "<flat-profile><Extended_Function_2_>fnc=sd;ext=201@%PROXY%;nme=Ann</Extended_Function_2_></flat-profile>",
      good: "<flat-profile><Extended_Function_2_>fnc=sd;ext=%EXT%@%PROXY%;nme=Ann</Extended_Function_2_></flat-profile>",
    },
  ],
  profile(profile, context) {
    if (isTemplate(profile, context)) return;
    const { report, select } = context;
    for (const setting of select(profile, key))
      for (const { 0: typed, index } of setting.text.matchAll(new RegExp(placeholderHost, "g"))) {
        const lead = typed.length - typed.trimStart().length;
        const span = setting.value.toSource({ start: index + lead, end: index + typed.length });
        report(setting, {
          message: l10n.t("The phone does not replace `{0}`. Did you mean `{1}`?", typed.trim(), "$PROXY"),
          span,
          fixes: [{ title: l10n.t("Replace with `{0}`", "$PROXY"), edits: [{ span, text: "$PROXY" }] }],
        });
      }
  },
};

/** Something fills in this file before a phone reads it. */
function isTemplate(profile: Profile, { select }: ProfileCheckContext): boolean {
  const rules = [...select(profile, rule)].map(({ text }) => withoutForeign(text));
  const keys = [...select(profile, key)].map(({ text }) => text.replace(new RegExp(placeholderHost, "g"), ""));
  if (rules.length + keys.length === 0) return true;
  for (const _ of select(profile, filledIn)) return true;
  return [...rules, ...keys].some(
    (text) => hasPlaceholder(text, policy.ownMacros) || /(?<!%)%[A-Za-z]\w+%|\[[A-Za-z]\w+\]/.test(text),
  );
}
