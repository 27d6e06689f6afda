import type { RuleKind } from "../../../preview/report";
import { asSource, assignmentsOf, evaluateRule } from "./evaluate";
import { compare, type Understood, understand } from "./evaluateCondition";
import type { MacroValues } from "./macro";
import { MacroSlots } from "./macroSlots";
import { readReportRule, readRule } from "./rule";
import {
  type Decision,
  filled,
  isReadAnew,
  type Plan,
  type PlannedAlternative,
  type PlannedComparison,
  planOf,
  type Side,
  type Values,
} from "./rulePlan";

// One rule for many phones: read once, decided without a trace. Values that could change how the
// rule is read, and rules with macros in the place of structure, are evaluated the long way.

export interface CompiledRule {
  /** For the values of the slots; `exact` gives them in full where that may be needed. */
  decide(exact: () => MacroValues): Decision;
  decideFor(values: MacroValues): Decision;
  /** A phone with the values of the slots may set parameters by this rule. */
  mayAssign(): boolean;
}

const nothing: Decision = { taken: 0, url: "", assignments: [], place: undefined };

export function compileRule(text: string, kind: RuleKind, slots = new MacroSlots()): CompiledRule {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.startsWith("#"))
    return { decide: () => nothing, decideFor: () => nothing, mayAssign: () => false };
  const slowly = (values: MacroValues) => decideSlowly(text, kind, values);
  const rule = kind === "report" ? readReportRule(text) : readRule(text, kind);
  const plan = rule.problems.length === 0 ? planOf(rule, text, kind, slots) : undefined;
  if (!plan) return { decide: (exact) => slowly(exact()), decideFor: slowly, mayAssign: () => true };
  const decide = (exact: () => MacroValues) => decideBy(plan, slots) ?? slowly(exact());
  return {
    decide,
    decideFor(values) {
      slots.fill(values);
      return decide(() => values);
    },
    mayAssign: () =>
      plan.assigns || isRisky(plan, slots) || plan.open.some((url) => isReadAnew(url, slots.values, plan.mayVanish)),
  };
}

function decideSlowly(text: string, kind: RuleKind, values: MacroValues): Decision {
  const { taken, rule } = evaluateRule(asSource(text), kind, values);
  if (!taken) return nothing;
  return {
    taken: rule.alternatives.indexOf(taken) + 1,
    url: taken.url,
    assignments: assignmentsOf(taken),
    place: undefined,
  };
}

const reserved = /^(?:and|or|eq|ne|lt|le|gt|ge)?$/i;
/** Texts that are remembered for one comparison. */
const maxKnown = 1000;

function isRisky({ forbidden }: Plan, { signs }: MacroSlots): boolean {
  for (const [slot, mask] of forbidden) if (((signs[slot] as number) & mask) !== 0) return true;
  return false;
}

/** Undefined when a value may change how the rule is read. */
function decideBy(plan: Plan, slots: MacroSlots): Decision | undefined {
  if (isRisky(plan, slots)) return undefined;
  const { values } = slots;
  const { alternatives, mayVanish } = plan;
  for (let i = 0; i < alternatives.length; i++) {
    const { comparisons, assignments, url, isOpen, place, decision } = alternatives[i] as PlannedAlternative;
    if (isOpen && isReadAnew(url, values, mayVanish)) return undefined;
    const verdict = allTrue(comparisons, values);
    if (verdict === "long way") return undefined;
    if (verdict === "false") continue;
    if (decision) return decision;
    return {
      taken: i + 1,
      url: filled(url, values),
      assignments:
        assignments.length === 0
          ? nothing.assignments
          : assignments.map(({ parameter, value }) => [parameter, filled(value, values)] as const),
      place,
    };
  }
  return nothing;
}

function allTrue(comparisons: readonly PlannedComparison[], values: Values): "true" | "false" | "long way" {
  for (const comparison of comparisons) {
    const verdict = outcome(comparison, values);
    if (verdict !== "true") return verdict;
  }
  return "true";
}

function outcome({ left, operator, right, known }: PlannedComparison, values: Values): "true" | "false" | "long way" {
  const one = filled(left.template, values);
  const other = filled(right.template, values);
  if (left.quoted && right.quoted && (operator === "eq" || operator === "ne"))
    return (one === other) === (operator === "eq") ? "true" : "false";
  const key = right.fixed ? one : left.fixed ? other : `${one}\n${other}`;
  let result = known.get(key);
  if (result === undefined) {
    const isRead = !(isReserved(left, one) || isReserved(right, other));
    const [a, b] = [understood(left, one), understood(right, other)];
    result = !isRead ? "long way" : compare(a, operator, b) === "true" ? "true" : "false";
    if (known.size >= maxKnown) known.clear();
    known.set(key, result);
  }
  return result;
}

/** A value that is empty or an operator changes how the condition is read. */
function isReserved({ fixed, quoted }: Side, text: string): boolean {
  return !fixed && !quoted && reserved.test(text);
}

function understood({ fixed, quoted }: Side, text: string): Understood {
  return fixed ?? understand({ text, quoted });
}
