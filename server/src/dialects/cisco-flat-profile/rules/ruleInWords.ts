import * as l10n from "@vscode/l10n";
import type { RuleKind } from "../../../preview/report";
import { codeSpan } from "../../../text/markdown";
import type { Alternative, Comparison, Condition, Operand, Operator, Rule } from "./ast";
import { findMacros } from "./macro";
import { macroFacts } from "./macroTable";
import { optionFacts } from "./options";
import { withoutSecrets } from "./secretPlaces";

/** A rule as Markdown: one line for each alternative. Arguments of options are never shown. */
export function ruleInWords(rule: Rule, kind: RuleKind): string | undefined {
  if (rule.isComment) return l10n.t("The `#` at the beginning disables the rule.");
  const described = rule.alternatives.filter((a) => a.condition || a.url !== "" || a.assignments.length > 0);
  if (described.length === 0) return undefined;
  const lines = described.map((alternative, i) => {
    const words = sentence(alternative, i, kind);
    return described.length === 1 ? words : `${i + 1}. ${words}`;
  });
  return lines.join("\n");
}

function sentence(alternative: Alternative, index: number, kind: RuleKind): string {
  const { condition, assignments, options, url } = alternative;
  const doing: string[] = [];
  if (assignments.length > 0)
    doing.push(l10n.t("set {0}", assignments.map((a) => codeSpan(assignedName(a.name))).join(", ")));
  const place = codeSpan(withoutSecrets(url));
  if (url !== "") doing.push(kind === "report" ? l10n.t("report to {0}", place) : l10n.t("fetch {0}", place));
  const named = options.map(({ name }) => optionFacts(name)?.meaning()).filter((meaning) => meaning !== undefined);
  const how = named.length > 0 ? ` (${named.join("; ")})` : "";
  const what = doing.length > 0 ? `${doing.join(l10n.t(", then "))}${how}` : l10n.t("do nothing");
  if (condition) return l10n.t("If {0}: {1}", conditionInWords(condition), what);
  return index > 0 ? l10n.t("Otherwise: {0}", what) : `${what[0]?.toUpperCase() ?? ""}${what.slice(1)}`;
}

/** Short names of assignments mean GPP parameters. */
export function assignedName(name: string): string {
  return /^[a-p]$/.test(name) ? `GPP_${name.toUpperCase()}` : name;
}

const operatorWords: Readonly<Record<Operator, () => string>> = {
  eq: () => l10n.t("is"),
  ne: () => l10n.t("is not"),
  lt: () => l10n.t("is less than"),
  le: () => l10n.t("is at most"),
  gt: () => l10n.t("is greater than"),
  ge: () => l10n.t("is at least"),
};

export function conditionInWords({ comparisons }: Condition): string {
  return comparisons.map(comparisonInWords).join(l10n.t(" and "));
}

function comparisonInWords({ left, operator, right }: Comparison): string {
  const side = (operand: Operand | undefined) => (operand ? operandInWords(operand) : "?");
  const verb = operator ? operatorWords[operator]() : "?";
  return `${left ? side(left) : l10n.t("running firmware")} ${verb} ${side(right)}`;
}

function operandInWords({ text, quoted }: Operand): string {
  const [only] = findMacros(text);
  if (only && only.span.start === 0 && only.span.end === text.length && only.from === undefined) {
    const facts = macroFacts(only.name);
    if (facts) return `${codeSpan(text)} (${facts.meaning()})`;
  }
  const shown = withoutSecrets(text);
  return codeSpan(quoted ? `"${shown}"` : shown);
}
