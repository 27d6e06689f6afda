import type { CodePage } from "../../../checks/check";

/** Pages of what macros report. */
export const macroPages: readonly CodePage[] = [
  {
    code: "rule/macro-boundary",
    severity: "warning",
    title: "Macro without an end",
    docs: "The name of a macro includes all letters, digits and underscores that follow. `$MAconfig` is therefore the unknown macro `MAconfig`: the phone requests a file with exactly that name. Write `$(MA)config`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$MA_config.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA)_config.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/macro-case",
    severity: "warning",
    title: "Macro in lower case",
    docs: "Macros are upper case. `$ma` is not expanded: every phone requests the same file with `$ma` in its name.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$(ma).xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/gpp-name",
    severity: "warning",
    title: "GPP parameter name as a macro",
    docs: "The macro for `GPP_A` is `$A`, and for `GPP_SA` it is `$SA`. `$GPP_A` is not expanded.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$GPP_A.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$A.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/braces",
    severity: "warning",
    title: "Macro in braces",
    docs: "Shells use braces after the dollar sign, phones use parentheses: `$(NAME)`. A macro in braces is not expanded.",
    examples: [
      {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the mistake that is shown
        bad: "<flat-profile><Profile_Rule>https://h/${MA}.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA).xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/macro-form",
    severity: "warning",
    title: "Invalid macro in parentheses",
    docs: "With parentheses a macro is written `$(NAME)`, `$(NAME:from)` or `$(NAME:from:length)`. The phone uses anything else literally.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$(MA:x).xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA:4).xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unknown-macro",
    severity: "info",
    title: "Unknown macro",
    docs: "No phone has a macro of this name, so the phone uses the text literally. Write `$$` for a plain dollar sign.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$SITE.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$A.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/secret-outside-options",
    severity: "warning",
    title: "Secret macro outside the options",
    docs: "`$SA` to `$SD` are expanded inside the brackets only, so that secrets do not reach logs. In other places they are not expanded.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$SA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
];
