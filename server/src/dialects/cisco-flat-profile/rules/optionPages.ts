import type { CodePage } from "../../../checks/check";

/** Pages of what the options of rules report. */
export const optionPages: readonly CodePage[] = [
  {
    code: "rule/option-argument",
    severity: "warning",
    title: "Invalid argument of an option",
    docs: "`--key`, `--uid` and `--pwd` need a text, `--post` and `--alias` a letter from a to p for `GPP_A` to `GPP_P`. The others have no argument.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--key] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/glued-option",
    severity: "error",
    title: "Missing space after an option",
    docs: "Put a space between an option and its argument. Without it the phone reads an unknown option and connects without the password.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--uid site --pwd$SB] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--uid site --pwd $SB] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/option-dashes",
    severity: "error",
    title: "Option without its two dashes",
    docs: "Options begin with two dashes. With one dash or none the phone ignores them and fetches without key or password.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[-key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unknown-option",
    severity: "warning",
    title: "Unknown option",
    docs: "The options are `--key`, `--uid`, `--pwd`, `--post`, `--alias` and `--srv`; reports also `--delta` and `--status`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--keys $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/report-option",
    severity: "warning",
    title: "Report option in another rule",
    docs: "`--delta` and `--status` select what a `Report_Rule` sends. They are not valid in other rules.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--delta] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Report_Rule>[--delta] https://h/a.xml</Report_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/upgrade-options",
    severity: "warning",
    title: "Options in an upgrade rule",
    docs: "Upgrade rules have no options: firmware is neither encrypted with a key nor fetched with a password.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>[--uid a --pwd $SB] https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
];
