import type { Check, Interest } from "../../../checks/check";
import { hasPlaceholder } from "../../../text/placeholder";
import { foreignPlaceholders, withoutForeign } from "../rules/foreignPlaceholders";
import { readReportRule, readRule } from "../rules/rule";

const isRule: Interest = ({ path, text }, { type }) =>
  path === "" && (type?.id === "ProvisioningRuleSyntax" || type?.id === "ReportRule") && /[[%{]/.test(text);

/** A template fills in more than rules. */
const isFilledIn: Interest = (setting, facts) =>
  !isRule(setting, facts) && (setting.templated || /(?<!%)%[A-Za-z]\w+%|\[[A-Za-z]\w+\]/.test(setting.text));

export const foreignPlaceholder: Check = {
  code: "rule/foreign-placeholder",
  severity: "warning",
  title: "Another maker's placeholder in a rule",
  docs: `Phones of other makers fill in \`[MAC]\`, \`%MAC%\` or \`{mac}\`. These phones do not: they ask the server for a file of exactly that name. The macros are \`$MA\` (twelve lower-case digits), \`$MAU\` (upper case), \`$SN\`, \`$PN\`, \`$PSN\` and \`$IP\`. A file in which other values have placeholders too is a template, and is left alone.`,
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
  profile(profile, { facts, report, select }) {
    const rules = [...select(profile, isRule)];
    if (rules.length === 0) return;
    for (const _ of select(profile, isFilledIn)) return;
    if (rules.some(({ text }) => hasPlaceholder(withoutForeign(text)))) return;
    for (const setting of rules) {
      const { text, value } = setting;
      const rule = facts(setting).type?.id === "ReportRule" ? readReportRule(text) : readRule(text, "profile");
      if (rule.isComment) continue;
      for (const { url, urlSpan } of rule.alternatives)
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
