import type { CodePage } from "../../../checks/check";

/** Pages of what rules report as a whole. */
export const rulePages: readonly CodePage[] = [
  {
    code: "rule/unclosed-parenthesis",
    severity: "error",
    title: "Missing closing parenthesis",
    docs: "A condition or list of assignments is not closed. The phone cannot read the rule.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87 https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unclosed-bracket",
    severity: "error",
    title: "Missing closing bracket",
    docs: "The options are not closed by `]`, so the phone reads the URL as an option.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--uid $A https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--uid $A] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/missing-mark",
    severity: "error",
    title: "Missing question or exclamation mark",
    docs: "Write `?` after a condition and `!` after assignments. Without the mark the phone cannot read the parentheses.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x") https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/unquoted-assignment",
    severity: "error",
    title: "Assigned value without quotes",
    docs: 'In an assignment the value must be in double quotes: `User_ID_1_ = "201";`. Without them the phone cannot read the rule.',
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>(User_ID_1_ = 201;)! https://h/a.xml</Profile_Rule></flat-profile>",
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/missing-semicolon",
    severity: "error",
    title: "Missing semicolon after an assignment",
    docs: "Every assignment ends with `;`, the last one too. Without it the phone cannot read the rule.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>(User_ID_1_ = "201")! https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/bad-assignment",
    severity: "error",
    title: "Text that is not an assignment",
    docs: 'Between `(` and `)!` only assignments are allowed: `Parameter = "value";`. The phone cannot read the rule.',
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>(User_ID_1_ = "201"; 42)! https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/stray-word",
    severity: "error",
    title: "Word among the options",
    docs: "The brackets contain options that start with two dashes, each with at most one argument. An argument with spaces needs double quotes.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[secret --key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unreachable",
    severity: "warning",
    title: "Alternative that is never reached",
    docs: "The phone uses the first alternative whose condition is true, or that has no condition. It never uses an alternative after one without a condition, or one that repeats an earlier condition.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>",
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/empty-alternative",
    severity: "warning",
    title: "Empty alternative",
    docs: "There is nothing between two `|`. An empty alternative has no condition, so the phone always uses it and does nothing.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | | https://h/b.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/switched-off",
    severity: "hint",
    title: "Rule in a comment",
    docs: "A rule that starts with `#` is a comment. The phone skips it.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule># https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/too-many-reports",
    severity: "warning",
    title: "More than two reports",
    docs: "A `Report_Rule` has at most two rules, separated by a space. The phone does not send the others.",
    examples: [
      {
        bad: "<flat-profile><Report_Rule>https://h/a.xml https://h/b.xml https://h/c.xml</Report_Rule></flat-profile>",
        good: "<flat-profile><Report_Rule>[--delta] https://h/a.xml [--status] https://h/b.xml</Report_Rule></flat-profile>",
      },
    ],
  },
];
