import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { indexSlip } from "../../../schema/indexSlip";
import { caseVariant, nearestName } from "../../../schema/nearestName";
import { readRule } from "../rules/rule";

export const ruleAssignments: Check = {
  code: "rule/unknown-parameter",
  severity: "hint",
  title: "Assignment to an unknown parameter",
  docs: `A rule can set parameters before it fetches: \`(User_ID_1_ = "201";)!\`. The name is that of an element, or a letter from \`a\` to \`p\` for \`GPP_A\` to \`GPP_P\`. No known phone has a parameter of this name, so nothing is set. When the name is similar to a known one, it is a warning.`,
  examples: [
    {
      bad: '<flat-profile><Profile_Rule>(User_Id_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
    },
  ],
  inFragments: true,
  forName: (_, { type }) => type?.id === "ProvisioningRuleSyntax",
  setting(setting, _facts, { catalogue, device, write, report }) {
    if (setting.templated || !setting.text.includes(")!")) return;
    for (const { assignments } of readRule(setting.text, "profile").alternatives)
      for (const { name, nameSpan } of assignments) {
        if (/^[a-p]$/.test(name) || catalogue.has(name) || name.includes("$")) continue;
        const meant =
          caseVariant(name, device, catalogue) ??
          (/^[A-P]$/.test(name)
            ? name.toLowerCase()
            : (indexSlip(name, device, catalogue)?.name ?? nearestName(name, device, catalogue)));
        const span = setting.value.toSource(nameSpan);
        report({
          span,
          severity: meant === undefined ? "hint" : "warning",
          message:
            meant === undefined
              ? l10n.t("`{0}` is not in our catalogue.", name)
              : l10n.t("`{0}` is not in our catalogue. Did you mean `{1}`?", name, meant),
          ...(meant !== undefined && {
            fixes: [
              { title: l10n.t("Replace with `{0}`", meant), edits: [{ span, text: write.encode(meant, setting) }] },
            ],
          }),
        });
      }
  },
};
