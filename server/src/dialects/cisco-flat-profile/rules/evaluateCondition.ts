import * as l10n from "@vscode/l10n";
import type { Comparison, Condition, Operand, Operator } from "./ast";
import { compareVersions, readVersion, type Version } from "./version";

// Operands and types of specification section 4.3; the text is expanded already.

/** What the phone understands an operand as. */
export type Understood =
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "integer"; readonly value: bigint }
  | { readonly type: "version"; readonly value: Version }
  | { readonly type: "unreadable" };

export type Outcome = "true" | "false" | "error";

export interface ComparisonTrace {
  readonly comparison: Comparison;
  /** Of the old form without a left side: the firmware that runs. */
  readonly left: Understood;
  readonly right: Understood;
  readonly outcome: Outcome;
  /** Why it is an error. */
  readonly reason: string | undefined;
}

export interface ConditionTrace {
  /** An error makes a condition false (specification section 11, row 18). */
  readonly outcome: Outcome;
  /** Up to the first that is not true; the phone need not look at the others. */
  readonly comparisons: readonly ComparisonTrace[];
  readonly skipped: readonly Comparison[];
}

/** Integers and versions can look alike: `7` is a number, `7.5.5` a version. */
export function understand({ text, quoted }: Pick<Operand, "text" | "quoted">): Understood {
  if (quoted) return { type: "string", value: text };
  if (/^[+-]?\d{1,200}$/.test(text)) return { type: "integer", value: BigInt(text.replace("+", "")) };
  const version = readVersion(text);
  return version ? { type: "version", value: version } : { type: "unreadable" };
}

/** `hasProblems`: the condition could not be read; `firmware`: what the old form compares with. */
export function evaluateCondition(
  { comparisons }: Condition,
  hasProblems: boolean,
  firmware: string | undefined,
): ConditionTrace {
  const traced: ComparisonTrace[] = [];
  for (const [i, comparison] of comparisons.entries()) {
    const trace = evaluateComparison(comparison, firmware);
    traced.push(trace);
    if (trace.outcome !== "true")
      return {
        outcome: hasProblems ? "error" : trace.outcome,
        comparisons: traced,
        skipped: comparisons.slice(i + 1),
      };
  }
  return { outcome: hasProblems ? "error" : "true", comparisons: traced, skipped: [] };
}

function evaluateComparison(comparison: Comparison, firmware: string | undefined): ComparisonTrace {
  const left = understand(comparison.left ?? { text: firmware ?? "", quoted: false });
  const right: Understood = comparison.right ? understand(comparison.right) : { type: "unreadable" };
  const result = compare(left, comparison.right && comparison.operator, right);
  const isDecided = result === "true" || result === "false";
  return {
    comparison,
    left,
    right,
    outcome: isDecided ? result : "error",
    reason: isDecided ? undefined : reasons[result](),
  };
}

type Mistake = "incomplete" | "unreadable" | "order of texts" | "shapes" | "types";

const reasons: Readonly<Record<Mistake, () => string>> = {
  incomplete: () => l10n.t("the comparison is incomplete"),
  unreadable: () => l10n.t("one side is not a number, a version or a text in quotes"),
  "order of texts": () => l10n.t("texts can only be compared with eq and ne"),
  shapes: () => l10n.t("the two versions have different formats"),
  types: () => l10n.t("the two sides have different types"),
};

export function compare(
  left: Understood,
  operator: Operator | undefined,
  right: Understood,
): "true" | "false" | Mistake {
  if (!operator) return "incomplete";
  if (left.type === "unreadable" || right.type === "unreadable") return "unreadable";
  if (left.type === "string" && right.type === "string") {
    if (operator !== "eq" && operator !== "ne") return "order of texts";
    return decided(operator, left.value === right.value ? 0 : 1);
  }
  if (left.type === "integer" && right.type === "integer")
    return decided(operator, left.value < right.value ? -1 : left.value > right.value ? 1 : 0);
  if (left.type === "version" && right.type === "version") {
    const order = compareVersions(left.value, right.value);
    return order === undefined ? "shapes" : decided(operator, order);
  }
  return "types";
}

function decided(operator: Operator, order: number): "true" | "false" {
  return isTrue(operator, order) ? "true" : "false";
}

function isTrue(operator: Operator, order: number): boolean {
  switch (operator) {
    case "eq":
      return order === 0;
    case "ne":
      return order !== 0;
    case "lt":
      return order < 0;
    case "le":
      return order <= 0;
    case "gt":
      return order > 0;
    case "ge":
      return order >= 0;
  }
}
