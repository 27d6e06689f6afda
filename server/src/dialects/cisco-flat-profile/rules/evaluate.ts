import type { RuleKind } from "../../../preview/report";
import { MappedText } from "../../../text/mappedText";
import type { Alternative, Rule } from "./ast";
import { type ConditionTrace, evaluateCondition } from "./evaluateCondition";
import { expandMacros, type MacroValues } from "./macro";
import { readReportRule, readRule } from "./rule";
import { assignedName } from "./ruleInWords";

// Evaluation of specification section 4.2: macros first, once; then the alternatives from left to right.

export interface AlternativeTrace {
  readonly alternative: Alternative;
  /** Undefined without a condition. */
  readonly condition: ConditionTrace | undefined;
  /** `skipped`: one before was taken. */
  readonly fate: "taken" | "condition false" | "condition unreadable" | "skipped";
}

export interface RuleTrace {
  /** The value as it is in the profile. */
  readonly source: MappedText;
  /** The rule as the phone reads it; its spans lead back to what was typed. */
  readonly expanded: MappedText;
  readonly rule: Rule;
  /** Why nothing is evaluated. */
  readonly skipped: "empty" | "switched off" | undefined;
  readonly alternatives: readonly AlternativeTrace[];
  readonly taken: Alternative | undefined;
}

export function evaluateRule(source: MappedText, kind: RuleKind, values: MacroValues): RuleTrace {
  const text = source.text.trim();
  const skipped = text === "" ? "empty" : text.startsWith("#") ? "switched off" : undefined;
  const expanded = skipped ? source : expandMacros(source, values);
  const rule = skipped
    ? { isComment: skipped === "switched off", alternatives: [], problems: [] }
    : kind === "report"
      ? readReportRule(expanded.text)
      : readRule(expanded.text, kind);
  const alternatives: AlternativeTrace[] = [];
  let taken: Alternative | undefined;
  for (const alternative of rule.alternatives) {
    const trace: AlternativeTrace = taken
      ? { alternative, condition: undefined, fate: "skipped" }
      : evaluateAlternative(alternative, rule, values);
    if (trace.fate === "taken") taken = alternative;
    alternatives.push(trace);
  }
  return { source, expanded, rule, skipped, alternatives, taken };
}

function evaluateAlternative(alternative: Alternative, rule: Rule, { macros }: MacroValues): AlternativeTrace {
  const { condition } = alternative;
  if (!condition)
    return { alternative, condition: undefined, fate: isOpen(alternative, rule) ? "condition unreadable" : "taken" };
  const { start, end } = condition.span;
  const hasProblems = rule.problems.some(
    ({ span, severity }) => severity === "error" && span.start <= end && span.end >= start,
  );
  const trace = evaluateCondition(condition, hasProblems, macros.SWVER);
  const fate =
    trace.outcome === "true" ? "taken" : trace.outcome === "error" ? "condition unreadable" : "condition false";
  return { alternative, condition: trace, fate };
}

/** Nothing after an unclosed parenthesis or bracket can be read. */
function isOpen({ span: { start, end } }: Alternative, { problems }: Rule): boolean {
  return problems.some(({ code, span }) => unclosed.has(code) && start <= span.start && span.end <= end);
}

const unclosed: ReadonlySet<string> = new Set(["rule/unclosed-parenthesis", "rule/unclosed-bracket"]);

/** What a chosen alternative sets, with the full names of GPP parameters. */
export function assignmentsOf({ assignments }: Alternative): readonly (readonly [name: string, value: string])[] {
  return assignments.map(({ name, value }) => [assignedName(name), value] as const);
}

/** Options without their dashes; true for one without argument. */
export function optionsOf({ options }: Alternative): Readonly<Record<string, string | true>> {
  return Object.fromEntries(options.map(({ name, argument }) => [name.replace(/^-+/, ""), argument ?? true]));
}

/** The text at `start`, as a place where macros are expanded. */
export function asSource(text: string, start = 0): MappedText {
  return MappedText.verbatim(text, start);
}
