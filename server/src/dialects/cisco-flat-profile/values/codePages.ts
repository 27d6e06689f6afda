import type { CodePage } from "../../../checks/check";

/** Pages of what star codes, announcement codes and templates report. */
export const codePages: readonly CodePage[] = [
  {
    code: "value/bad-announcement",
    severity: "warning",
    title: "Invalid announcement code",
    docs: "The list contains entries `NAME=code`, joined by `;`. The phone skips invalid entries.",
    examples: [
      {
        bad: "<flat-profile><Service_Annc_Extension_Codes>FWD</Service_Annc_Extension_Codes></flat-profile>",
        good: "<flat-profile><Service_Annc_Extension_Codes>FWD=01</Service_Annc_Extension_Codes></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-star-code",
    severity: "warning",
    title: "Star code that cannot be dialed",
    docs: "A star code consists of `*`, `#` and digits. Users cannot dial anything else.",
    examples: [
      {
        bad: "<flat-profile><Call_Return_Code>*sixtynine</Call_Return_Code></flat-profile>",
        good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code></flat-profile>",
      },
    ],
  },
  {
    code: "value/star-code-without-star",
    severity: "hint",
    title: "Star code without a star",
    docs: "The code does not start with `*` or `#`, so numbers that start with the same digits cannot be dialed.",
    examples: [
      {
        bad: "<flat-profile><Call_Return_Code>69</Call_Return_Code></flat-profile>",
        good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-template",
    severity: "warning",
    title: "Invalid template",
    docs: "A template is a list of patterns joined by commas, with `?` for one character and `*` for any number of them. An invalid template matches nothing.",
    examples: [
      {
        bad: "<flat-profile><Retry_Reg_RSC>4x4;</Retry_Reg_RSC></flat-profile>",
        good: "<flat-profile><Retry_Reg_RSC>404, 5*</Retry_Reg_RSC></flat-profile>",
      },
    ],
  },
];
