import type { PageText } from "../text/codePage";

/** What is wrong with the policies of a configuration. */
export const sitePolicyPages: readonly PageText[] = [
  {
    code: "policy/unknown-parameter",
    severity: "error",
    title: "Unknown parameter in a policy",
    docs: "No parameter has the name that the policy is for, so it would never apply. Write names as in files, with the sections above them (`section/Name`), `n` for a number and `*` for any text. Parameters of your own are described in `flat-profile.parameters.json`.",
  },
  {
    code: "policy/bad-value",
    severity: "warning",
    title: "Value in a policy that the parameter does not take",
    docs: "The policy fixes a value that the parameter does not take: every file that follows the policy would have a problem. Correct the value.",
  },
  {
    code: "policy/bad-pattern",
    severity: "error",
    title: "Pattern in a policy that cannot be used",
    docs: "The regular expression is not valid, too large, or never matches. Patterns have the syntax of JavaScript without look-around and back-references, so that each value is judged in a short time. `(?i)` at the start ignores upper and lower case.",
  },
  {
    code: "policy/bad-entry",
    severity: "error",
    title: "Entry of policies that cannot be read",
    docs: "A policy has `parameter` and at least one of `required`, `forbidden`, `value`, `matches` and `doesNotMatch`. `files`, `family` and `dialect` limit it, `message` and `severity` are optional.",
  },
];
