import type { AlternativeReport, ComparisonReport, OperandReport, RuleReport } from "../../../preview/report";
import type { Catalogue } from "../../../schema/catalogue";
import type { Problem, Span } from "../../../text/span";
import type { Comparison, Operand } from "../rules/ast";
import type { AlternativeTrace } from "../rules/evaluate";
import type { ComparisonTrace, Understood } from "../rules/evaluateCondition";
import { profileFileProblems } from "../rules/fileProblems";
import { foreignPlaceholders } from "../rules/foreignPlaceholders";
import { expandedUrlProblems } from "../rules/urlProblems";
import type { DeviceRun, RuleStep } from "./deviceRun";
import { fetchedUrl, groupOf, profileRules, stepsOf } from "./deviceRun";
import type { Showing } from "./secretsShown";

// The trace of a run as plain data, for panels, command line and JSON. Spans count in the file.

export function ruleReports(run: DeviceRun, showing: Showing, catalogue: Catalogue): readonly RuleReport[] {
  return stepsOf(run).map((step) => ruleReport(step, showing, catalogue));
}

export function ruleReport(step: RuleStep, showing: Showing, catalogue: Catalogue): RuleReport {
  const { parameter, kind, trace, target } = step;
  const { source, expanded, rule, skipped, taken } = trace;
  const url = fetchedUrl(step);
  const all = (text: string) => ({ start: 0, end: text.length });
  const secretFree = (text: string) => showing.text(text);
  const reports = trace.alternatives.map((alternative) => alternativeReport(alternative, step, showing));
  const isOnboarding = /^gds:\/\//i.test(taken?.url ?? "");
  const chosen = taken ? reports[rule.alternatives.indexOf(taken)] : undefined;
  return {
    parameter,
    kind,
    group: groupOf(parameter, kind),
    span: source.source,
    typed: showing.typed(source.text, all(source.text)),
    expanded: showing.expanded(trace, all(expanded.text)),
    ...(skipped && { skipped }),
    alternatives: reports,
    taken: taken ? rule.alternatives.indexOf(taken) + 1 : 0,
    ...(target && url !== undefined && { fetches: shownUrl(step, chosen, secretFree) }),
    ...(isOnboarding && { fetches: chosen?.url ?? "" }),
    ...(target?.dhcpOption !== undefined && { dhcpOption: target.dhcpOption }),
    unusable: taken !== undefined && taken.url !== "" && target === undefined && !isOnboarding,
    problems: [
      ...rule.problems.filter(({ severity }) => severity === "error"),
      ...addressProblems(step, catalogue),
    ].map(({ message, span }) => ({ message: secretFree(message), span: expanded.toSource(span) })),
  };
}

/** Of the upgrade's file the verdict speaks. */
function addressProblems({ parameter, kind, trace: { taken } }: RuleStep, catalogue: Catalogue): readonly Problem[] {
  if (!taken) return [];
  const { url, urlSpan } = taken;
  const problems = [...expandedUrlProblems(url, urlSpan.start, kind), ...foreignPlaceholders(url, urlSpan.start)];
  if (problems.length > 0 || !profileRules.includes(parameter)) return problems;
  return profileFileProblems(url, urlSpan.start, catalogue);
}

/** The path keeps what is masked in the alternative. */
function shownUrl(
  { target, trace }: RuleStep,
  chosen: AlternativeReport | undefined,
  secretFree: (text: string) => string,
): string {
  if (!target) return "";
  const { scheme, server = "?", port } = target;
  const typical = { tftp: 69, http: 80, https: 443 }[scheme] === port;
  const masked = chosen?.url ?? "";
  const isMasked = masked !== trace.taken?.url;
  const path = isMasked ? masked.replace(/^(?:[A-Za-z]+:\/\/)?[^/?]*/, "") : target.path;
  return secretFree(`${scheme}://${server}${typical ? "" : `:${port}`}${path}`);
}

function alternativeReport({ alternative, condition, fate }: AlternativeTrace, step: RuleStep, showing: Showing) {
  const { trace } = step;
  const typed = (span: Span) => typedAt(step, span, showing);
  const inFile = (span: Span) => trace.expanded.toSource(span);
  return {
    span: inFile(alternative.span),
    fate,
    comparisons: condition?.comparisons.map((comparison) => comparisonReport(comparison, step, showing)) ?? [],
    skipped: condition?.skipped.map(({ span }) => typed(span)) ?? [],
    assignments: alternative.assignments.map(({ name, nameSpan, value, valueSpan }) => ({
      name,
      value: showing.value(name, innerText(showing.expanded(trace, valueSpan), value)),
      span: inFile({ start: nameSpan.start, end: valueSpan.end }),
    })),
    options: alternative.options.map(({ nameSpan, argument, argumentSpan }) => ({
      name: showing.expanded(trace, nameSpan).replace(/^-+/, ""),
      value: argument === undefined ? "" : innerText(showing.expanded(trace, argumentSpan), argument),
      span: inFile({ start: nameSpan.start, end: argumentSpan.end }),
    })),
    typedUrl: typed(alternative.urlSpan),
    url: showing.expanded(trace, alternative.urlSpan),
    urlSpan: inFile(alternative.urlSpan),
  };
}

/** Quotes are no part of the value. */
function innerText(shown: string, value: string): string {
  return shown.length === value.length ? shown : shown.replace(/^"|"$/g, "");
}

function comparisonReport(
  { comparison, left, right, outcome, reason }: ComparisonTrace,
  step: RuleStep,
  showing: Showing,
): ComparisonReport {
  const inFile = (span: Span) => step.trace.expanded.toSource(span);
  const operatorAt = { start: comparison.operatorSpan.start, end: comparison.operatorSpan.start };
  return {
    span: inFile(comparison.span),
    typed: typedAt(step, comparison.span, showing),
    left: operandReport(comparison.left, left, operatorAt, step, showing),
    operator: operatorText(comparison, step),
    right: operandReport(comparison.right, right, comparison.operatorSpan, step, showing),
    outcome,
    ...(reason !== undefined && { reason }),
  };
}

function operatorText({ operatorSpan }: Comparison, { trace }: RuleStep): string {
  return trace.expanded.text.slice(operatorSpan.start, operatorSpan.end);
}

function operandReport(
  operand: Operand | undefined,
  understood: Understood,
  otherwise: Span,
  step: RuleStep,
  showing: Showing,
): OperandReport {
  const span = operand?.span ?? { start: otherwise.end, end: otherwise.end };
  return {
    typed: operand ? typedAt(step, span, showing) : "",
    expanded: operand ? showing.expanded(step.trace, span) : "",
    understood: understood.type,
    span: step.trace.expanded.toSource(span),
  };
}

/** What was typed where the expanded text has `span`. */
function typedAt({ trace }: RuleStep, span: Span, showing: Showing): string {
  const { source, expanded } = trace;
  const { start, end } = expanded.toSource(span);
  const from = source.fromSource(start) ?? 0;
  return showing.typed(source.text, { start: from, end: Math.max(from, source.fromSource(end) ?? from) });
}
