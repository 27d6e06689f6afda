import type { CodePage } from "../../../checks/check";

/** Pages of what conditions report. */
export const conditionPages: readonly CodePage[] = [
  {
    code: "rule/empty-condition",
    severity: "error",
    title: "Empty condition",
    docs: "The parentheses of a condition are empty. The phone cannot read the rule and skips the alternative. Write a comparison such as `$PRVTMR ge 600`, or remove the parentheses and the question mark.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>()? https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-or",
    severity: "error",
    title: "`or` in a condition",
    docs: "Conditions are joined by `and` only; `or` and `not` do not exist. The phone cannot read the rule. Write a second alternative after `|` that does the same.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x" or "$A" eq "y")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | ("$A" eq "y")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/bad-operator",
    severity: "error",
    title: "Invalid operator",
    docs: "The operators are `eq ne lt le gt ge` and `= != < <= > >=`; comparisons are joined by `and`. The phone cannot read a rule with any other operator.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" == "x")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/incomplete-comparison",
    severity: "error",
    title: "Incomplete comparison",
    docs: 'A comparison has two sides and an operator between them. An empty text is written `""`. The phone cannot read the rule.',
    examples: [
      {
        bad: "<flat-profile><Resync_Trigger_1>$PRVTMR ge</Resync_Trigger_1></flat-profile>",
        good: "<flat-profile><Resync_Trigger_1>$PRVTMR ge 600</Resync_Trigger_1></flat-profile>",
      },
    ],
  },
  {
    code: "rule/bad-operand",
    severity: "error",
    title: "Operand that is not a number, version or text",
    docs: "Texts must be in double quotes; without them only numbers and firmware versions are valid. The condition is false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq gold)? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "gold")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/string-order",
    severity: "error",
    title: "Order of texts",
    docs: "Texts in quotes can be equal or not; they have no order. To compare numbers or versions, remove the quotes.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$PRVTMR" ge "600")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unquoted-text",
    severity: "warning",
    title: "Text macro without quotes",
    docs: "The macro contains text, which the phone can only compare inside double quotes. Without them the condition is an error and counts as false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>($CCERT eq "Installed")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$CCERT" eq "Installed")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/mixed-types",
    severity: "error",
    title: "Sides of different types",
    docs: "A number, a version and a text in quotes cannot be compared with each other. The condition is an error and counts as false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>($PRVTMR ge "600")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/quoted-version",
    severity: "info",
    title: "Firmware compared as text",
    docs: "In quotes `$SWVER` is compared letter by letter, with the prefix of its model: `sip88xx.11-3-2MPP0001-609`. A version without prefix is never equal to it. Remove the quotes to compare versions.",
    examples: [
      {
        bad: '<flat-profile><Upgrade_Rule>("$SWVER" ne "11-3-2MPP0001-609")? https://h/a.loads</Upgrade_Rule></flat-profile>',
        good: "<flat-profile><Upgrade_Rule>($SWVER ne 11-3-2MPP0001-609)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-shape",
    severity: "error",
    title: "Version of another product line",
    docs: "Multiplatform phones have versions such as `11-3-2MPP0001-609`. One with dots is a format error for them: the condition counts as false. Dotted versions belong to SPA phones and the 8831, and end before release 10, so `11.0.0` is not a version of any phone.",
    examples: [
      {
        bad: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Upgrade_Rule>($SWVER lt 11.3.2)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Upgrade_Rule>($SWVER lt 11-3-2MPP0001-609)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-letters",
    severity: "info",
    title: "Enterprise version in a comparison",
    docs: "When the numbers of two versions are the same, the phone compares their letters, and manuals disagree whether `MPP` or `MN` comes first. Compare with a release whose numbers are different.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt sip88xx.14-1-1MN-366)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt sip88xx.12-0-1MPP0001-245)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-without-build",
    severity: "hint",
    title: "Version without its build number",
    docs: "A version without the number after its last dash means every build of the release: `11-1-0MPP` is equal to `11-1-0MPP-19` and to `11-1-0MPP-23`. If you mean one build, write its number.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER ne 11-1-0MPP)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER ne 11-1-0MPP-23)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/trigger-parentheses",
    severity: "error",
    title: "Trigger in parentheses",
    docs: "A trigger is only the condition, without parentheses and question mark. With them the phone cannot read it.",
    examples: [
      {
        bad: "<flat-profile><Resync_Trigger_1>($PRVTMR ge 600)?</Resync_Trigger_1></flat-profile>",
        good: "<flat-profile><Resync_Trigger_1>$PRVTMR ge 600</Resync_Trigger_1></flat-profile>",
      },
    ],
  },
];
