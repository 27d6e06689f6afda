import type { PageText } from "../../text/codePage";

const where =
  "`policies` in `flat-profile.config.json` has the rules of a site. Empty and template values are judged by `required` alone.";

/** Files that do not follow the policies of their site. */
export const policyPages: readonly PageText[] = [
  {
    code: "policy/required",
    severity: "warning",
    title: "Setting that a policy requires",
    docs: `${where} The file does not set the parameter, or sets it to nothing. Of a numbered parameter any number is enough; write the number in place of \`n\` to require that one. Files without a root and files that a template puts together from others are not judged.`,
  },
  {
    code: "policy/forbidden",
    severity: "warning",
    title: "Setting that a policy forbids",
    docs: `${where} The file sets a parameter that it must not set. Remove the setting.`,
  },
  {
    code: "policy/value",
    severity: "warning",
    title: "Value that is not the one of a policy",
    docs: `${where} The policy fixes the value of the parameter. Use one of its values. Values of secret parameters are compared, but not shown.`,
  },
  {
    code: "policy/pattern",
    severity: "warning",
    title: "Value that a pattern of a policy excludes",
    docs: `${where} The value does not match the pattern of \`matches\`, or it matches that of \`doesNotMatch\`. A pattern may be found anywhere in a value; begin it with \`^\` and end it with \`$\` for all of it.`,
  },
];
