import * as l10n from "@vscode/l10n";
import type { RuleKind } from "../../../preview/report";
import { nearest } from "../../../text/nearest";
import type { Problem, Span } from "../../../text/span";
import type { Option } from "./ast";

/** An option inside `[ … ]`: specification section 4.5. */
interface OptionFacts {
  readonly name: string;
  readonly meaning: () => string;
  readonly argument: "text" | "letter" | "none";
  readonly reportOnly?: boolean;
}

export const optionTable: readonly OptionFacts[] = [
  { name: "--key", argument: "text", meaning: () => l10n.t("passphrase of the encrypted file") },
  { name: "--uid", argument: "text", meaning: () => l10n.t("user name for the server") },
  { name: "--pwd", argument: "text", meaning: () => l10n.t("password for the server") },
  { name: "--post", argument: "letter", meaning: () => l10n.t("POST with the content of GPP_A to GPP_P as its body") },
  { name: "--alias", argument: "letter", meaning: () => l10n.t("alias map of element names, in GPP_A to GPP_P") },
  { name: "--srv", argument: "none", meaning: () => l10n.t("find the server by DNS SRV") },
  { name: "--delta", argument: "none", reportOnly: true, meaning: () => l10n.t("report only the last changes") },
  { name: "--status", argument: "none", reportOnly: true, meaning: () => l10n.t("report the status") },
];

export function optionFacts(name: string): OptionFacts | undefined {
  return optionTable.find((option) => option.name === name);
}

export function optionProblems(options: readonly Option[], optionsSpan: Span | undefined, kind: RuleKind): Problem[] {
  if (kind === "upgrade" && optionsSpan)
    return [
      {
        code: "rule/upgrade-options",
        severity: "warning",
        message: l10n.t("An upgrade rule cannot have options in brackets."),
        span: optionsSpan,
      },
    ];
  return options.flatMap((option) => optionProblem(option, kind) ?? []);
}

function optionProblem({ name, nameSpan, argument, argumentSpan }: Option, kind: RuleKind): Problem | undefined {
  const facts = optionFacts(name);
  if (!facts) return unknownOption(name, nameSpan);
  if (facts.reportOnly && kind !== "report") return reportOption(name, nameSpan);
  if (facts.argument === "none")
    return argument === undefined
      ? undefined
      : {
          code: "rule/option-argument",
          severity: "warning",
          message: l10n.t("`{0}` does not take an argument.", name),
          span: argumentSpan,
        };
  if (argument === undefined)
    return {
      code: "rule/option-argument",
      severity: "warning",
      message: l10n.t("The argument of `{0}` is missing.", name),
      span: nameSpan,
    };
  if (facts.argument === "letter" && !/^[a-p]$/.test(argument) && !argument.includes("$"))
    return {
      code: "rule/option-argument",
      severity: "warning",
      message: l10n.t("`{0}` needs a letter from `a` to `p`, for `GPP_A` to `GPP_P`.", name),
      span: argumentSpan,
    };
  return undefined;
}

export function reportOption(name: string, span: Span): Problem {
  return {
    code: "rule/report-option",
    severity: "warning",
    message: l10n.t("`{0}` is only valid in `Report_Rule`. The phone does not recognize it in other rules.", name),
    span,
  };
}

function unknownOption(name: string, span: Span): Problem {
  // Up to two small letters more are a slip of the hand, as in --keys.
  const glued = optionTable.find(
    (option) =>
      option.argument === "text" &&
      name.startsWith(option.name) &&
      !/^[a-z]{0,2}$/.test(name.slice(option.name.length)),
  );
  if (glued) {
    const at = span.start + glued.name.length;
    return {
      code: "rule/glued-option",
      severity: "error",
      // What is glued may be the password.
      message: l10n.t("A space is missing after `{0}`. The phone does not recognize the option.", glued.name),
      span: { start: span.start, end: at },
      fixes: [
        { title: l10n.t("Insert the missing space"), safe: true, edits: [{ span: { start: at, end: at }, text: " " }] },
      ],
    };
  }
  const bare = name.replace(/^-+/, "");
  const known = optionFacts(`--${bare}`);
  if (known)
    return {
      code: "rule/option-dashes",
      severity: "error",
      message: l10n.t("An option must begin with two dashes: `{0}`.", known.name),
      span,
      fixes: [{ title: l10n.t("Replace with `{0}`", known.name), safe: true, edits: [{ span, text: known.name }] }],
    };
  const near = nearest(
    `--${bare}`,
    optionTable.map((option) => option.name),
  );
  return {
    code: "rule/unknown-option",
    severity: "warning",
    message: near
      ? l10n.t("Unknown option. Did you mean `{0}`?", near)
      : l10n.t("Unknown option. Use one of: {0}.", optionTable.map((option) => option.name).join(" ")),
    span,
    ...(near && { fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span, text: near }] }] }),
  };
}
