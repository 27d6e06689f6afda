import * as l10n from "@vscode/l10n";
import type { RuleKind } from "../../../preview/report";
import type { GenerationId } from "../../../schema/model";
import type { Problem, Span } from "../../../text/span";
import type { Alternative, Rule } from "./ast";
import { conditionProblems } from "./conditionProblems";
import { macroProblems } from "./macroProblems";
import { optionProblems } from "./options";
import { urlProblems } from "./urlProblems";

/** Everything that can be said of a rule before a phone expands its macros. */
export function ruleProblems(
  rule: Rule,
  text: string,
  kind: RuleKind,
  generation: GenerationId | undefined,
): Problem[] {
  if (rule.isComment) return [switchedOff(text)];
  const problems = [...rule.problems, ...macroProblems(text)];
  for (const alternative of rule.alternatives) {
    if (alternative.condition) problems.push(...conditionProblems(alternative.condition, generation));
    problems.push(...optionProblems(alternative.options, alternative.optionsSpan, kind));
    problems.push(...urlProblems(alternative.url, alternative.urlSpan.start, kind));
    if (kind === "upgrade") problems.push(...withoutUrl(alternative, rule));
  }
  if (kind === "report") problems.push(...moreThanTwo(rule));
  else problems.push(...unreachable(rule.alternatives, text));
  return problems.length > 1 ? atTheCause(problems) : problems;
}

/** Two rules of a report side by side: what is wrong with them as rules of a profile follows from one slip. */
function atTheCause(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start);
  const cause = sorted.find(({ code }) => code === "rule/report-option");
  if (!cause) return sorted;
  const isUnreadable = sorted.some(
    ({ code, severity }) => code === "rule/blank-in-url" || (code === cause.code && severity === "error"),
  );
  return sorted.flatMap((problem) => {
    if (problem === cause) return [isUnreadable ? { ...cause, severity: "error" as const } : cause];
    return problem.code === "rule/report-option" || problem.code === "rule/blank-in-url" ? [] : [problem];
  });
}

function switchedOff(text: string): Problem {
  return {
    code: "rule/switched-off",
    severity: "hint",
    message: l10n.t("The `#` at the beginning disables the rule."),
    span: { start: 0, end: text.length },
    unnecessary: true,
  };
}

function withoutUrl({ url, condition, span }: Alternative, { problems }: Rule): Problem[] {
  // What could not be read may have contained it.
  if (url !== "" || !condition || problems.length > 0) return [];
  return [{ code: "rule/no-url", severity: "warning", message: l10n.t("An upgrade rule needs a URL."), span }];
}

function moreThanTwo({ alternatives }: Rule): Problem[] {
  const third = alternatives[2];
  const last = alternatives[alternatives.length - 1];
  if (!third || !last) return [];
  return [
    {
      code: "rule/too-many-reports",
      severity: "warning",
      message: l10n.t("`Report_Rule` can have at most two rules."),
      span: { start: third.span.start, end: last.span.end },
    },
  ];
}

/** Alternatives after one that is always taken, or after the same condition. */
function unreachable(alternatives: readonly Alternative[], text: string): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [i, alternative] of alternatives.entries()) {
    const inner = trimmed(alternative.span, text);
    if (inner.end === inner.start) {
      if (alternatives.length > 1) problems.push(empty(alternative.span, i, alternatives.length, text));
      continue;
    }
    const { condition } = alternative;
    if (!condition) {
      const next = alternatives[i + 1];
      const last = alternatives[alternatives.length - 1];
      if (next && last)
        problems.push({
          code: "rule/unreachable",
          severity: "warning",
          message: l10n.t("Never used: the previous alternative has no condition, so the phone always takes it."),
          span: trimmed({ start: next.span.start, end: last.span.end }, text),
          unnecessary: true,
        });
      return problems;
    }
    const words = text.slice(condition.span.start, condition.span.end).replace(/\s+/g, " ").trim();
    if (words !== "" && seen.has(words))
      problems.push({
        code: "rule/unreachable",
        severity: "warning",
        message: l10n.t("Never used: an earlier alternative has the same condition."),
        span: inner,
        unnecessary: true,
      });
    seen.add(words);
  }
  return problems;
}

function empty(span: Span, index: number, count: number, text: string): Problem {
  // The `|` next to it: after the first alternative, before any other.
  const at = index === 0 ? span.end : span.start - 1;
  const sign = { start: Math.max(0, at), end: Math.min(text.length, at + 1) };
  return {
    code: "rule/empty-alternative",
    severity: index === count - 1 ? "info" : "warning",
    message:
      index === count - 1
        ? l10n.t("Nothing follows `|`.")
        : l10n.t("The alternative is empty. The phone always takes it and never uses the alternatives after it."),
    span: sign,
    ...(index === count - 1 && {
      fixes: [{ title: l10n.t("Remove `|`"), edits: [{ span: { start: sign.start, end: text.length }, text: "" }] }],
    }),
  };
}

function trimmed({ start, end }: Span, text: string): Span {
  while (start < end && /\s/.test(text[start] ?? "")) start++;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  return { start, end };
}
