import type { Alternative, Operator, Rule, RuleKind } from "./ast";
import { asSource, assignmentsOf, evaluateRule } from "./evaluate";
import { compare, type Understood, understand } from "./evaluateCondition";
import { findMacros, insideBrackets, type MacroUse, type MacroValues } from "./macro";
import { readRule } from "./rule";
import { assignedName } from "./ruleInWords";

// One rule for many phones: read once, decided without a trace. Values that could change how the
// rule is read, and rules with macros in the place of structure, are evaluated the long way.

export interface Decision {
  /** Which alternative is taken, counted from 1; 0 for none. */
  readonly taken: number;
  readonly url: string;
  readonly assignments: readonly (readonly [parameter: string, value: string])[];
}

export type CompiledRule = (values: MacroValues) => Decision;

const nothing: Decision = { taken: 0, url: "", assignments: [] };

export function compileRule(text: string, kind: RuleKind): CompiledRule {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.startsWith("#")) return () => nothing;
  const slow: CompiledRule = (values) => decideSlowly(text, kind, values);
  const rule = kind === "report" ? undefined : readRule(text, kind);
  if (!rule || rule.problems.length > 0) return slow;
  const plan = planOf(rule, text);
  if (!plan) return slow;
  return (values) => decide(plan, values) ?? slow(values);
}

function decideSlowly(text: string, kind: RuleKind, values: MacroValues): Decision {
  const { taken, rule } = evaluateRule(asSource(text), kind, values);
  if (!taken) return nothing;
  return { taken: rule.alternatives.indexOf(taken) + 1, url: taken.url, assignments: assignmentsOf(taken) };
}

interface Inserted extends MacroUse {
  readonly typed: string;
}

/** Text with macros, cut into what is fixed and what is asked for. */
interface Template {
  readonly parts: readonly (string | Inserted)[];
  /** The text when there are no macros. */
  readonly fixed: string | undefined;
  /** What an inserted value must not hold here. */
  readonly forbidden: RegExp;
}

interface Side {
  readonly template: Template;
  readonly quoted: boolean;
  readonly fixed: Understood | undefined;
}

interface PlannedAlternative {
  readonly comparisons: readonly {
    readonly left: Side | undefined;
    readonly operator: Operator;
    readonly right: Side;
  }[];
  readonly isConditional: boolean;
  readonly assignments: readonly { readonly parameter: string; readonly value: Template }[];
  readonly options: readonly Template[];
  readonly url: Template;
}

const inQuotes = /"/;
const inCondition = /[\s"=<>!&|()[\]#?;]/;
/** What options hold decides nothing; they must only end where they do. */
const inOptions = /["|\]]/;
const inUrl = /[\s"|]/;
/** At the start of a URL these begin something else; blanks around it come to light when a value is empty. */
const opening = /^[\s([#]|\s$/;
const reserved = /^(?:and|or|eq|ne|lt|le|gt|ge)?$/i;

function planOf(rule: Rule, text: string): readonly PlannedAlternative[] | undefined {
  let placed = 0;
  const template = (part: string, start: number, forbidden: RegExp): Template => {
    const uses = findMacros(part);
    placed += uses.length;
    const parts: (string | Inserted)[] = [];
    let at = 0;
    for (const use of uses) {
      if (use.span.start > at) parts.push(part.slice(at, use.span.start));
      // A secret outside brackets stays as typed.
      const isTyped = /^S[A-D]$/.test(use.name) && !insideBrackets(text, start + use.span.start);
      const typed = part.slice(use.span.start, use.span.end);
      parts.push(isTyped ? typed : { ...use, typed });
      at = use.span.end;
    }
    if (at < part.length) parts.push(part.slice(at));
    const isFixed = parts.every((each) => typeof each === "string");
    return { parts, fixed: isFixed ? parts.join("") : undefined, forbidden };
  };
  const plans = rule.alternatives.map((alternative) => planAlternative(alternative, template));
  // A macro that stands anywhere else may be part of the structure.
  if (placed !== findMacros(text).length) return undefined;
  return plans.every((plan) => plan !== undefined) ? plans : undefined;
}

function planAlternative(
  { condition, assignments, options, url, urlSpan }: Alternative,
  template: (part: string, start: number, forbidden: RegExp) => Template,
): PlannedAlternative | undefined {
  const side = (operand: { text: string; quoted: boolean; span: { start: number } }): Side => {
    const { text, quoted, span } = operand;
    const read = template(text, span.start + (quoted ? 1 : 0), quoted ? inQuotes : inCondition);
    return {
      template: read,
      quoted,
      fixed: read.fixed === undefined ? undefined : understand({ text: read.fixed, quoted }),
    };
  };
  const comparisons: { left: Side | undefined; operator: Operator; right: Side }[] = [];
  for (const { left, operator, right } of condition?.comparisons ?? []) {
    if (!operator || !right) return undefined;
    comparisons.push({ left: left && side(left), operator, right: side(right) });
  }
  return {
    comparisons,
    isConditional: condition !== undefined,
    assignments: assignments.map(({ name, value, valueSpan }) => ({
      parameter: assignedName(name),
      value: template(value, valueSpan.start + 1, inQuotes),
    })),
    options: options.flatMap(({ argument, argumentSpan }) =>
      argument === undefined ? [] : [template(argument, argumentSpan.start, inOptions)],
    ),
    url: template(url, urlSpan.start, inUrl),
  };
}

/** Undefined when a value may change how the rule is read. */
function decide(plan: readonly PlannedAlternative[], values: MacroValues): Decision | undefined {
  // Every value counts for how the rule is read, also behind the alternative that is taken.
  for (const { comparisons, assignments, options, url } of plan) {
    for (const { left, right } of comparisons)
      if (!isSafeSide(left, values) || !isSafeSide(right, values)) return undefined;
    for (const { value } of assignments) if (filled(value, values) === undefined) return undefined;
    for (const option of options) if (filled(option, values) === undefined) return undefined;
    if (url.fixed === undefined) {
      const text = filled(url, values);
      if (text === undefined || opening.test(text)) return undefined;
    }
  }
  for (let i = 0; i < plan.length; i++) {
    const alternative = plan[i] as PlannedAlternative;
    if (!holdsFor(alternative, values)) continue;
    const assignments =
      alternative.assignments.length === 0
        ? nothing.assignments
        : alternative.assignments.map(({ parameter, value }) => [parameter, filled(value, values) ?? ""] as const);
    return { taken: i + 1, url: filled(alternative.url, values) ?? "", assignments };
  }
  return nothing;
}

function isSafeSide(side: Side | undefined, values: MacroValues): boolean {
  if (side === undefined || side.fixed) return true;
  const text = filled(side.template, values);
  return text !== undefined && (side.quoted || !reserved.test(text));
}

function holdsFor({ comparisons, isConditional }: PlannedAlternative, values: MacroValues): boolean {
  if (!isConditional) return true;
  for (const { left, operator, right } of comparisons) {
    const one = left ? understood(left, values) : understandWord(values.macros.SWVER ?? "");
    if (compare(one, operator, understood(right, values)) !== "true") return false;
  }
  return true;
}

function understood({ fixed, quoted, template }: Side, values: MacroValues): Understood {
  if (fixed) return fixed;
  const text = filled(template, values) ?? "";
  return quoted ? { type: "string", value: text } : understandWord(text);
}

/** Versions and numbers come back from phone to phone. */
const words = new Map<string, Understood>();

function understandWord(text: string): Understood {
  let word = words.get(text);
  if (!word) {
    word = understand({ text, quoted: false });
    if (words.size >= 2000) words.clear();
    words.set(text, word);
  }
  return word;
}

/** The text with its values; undefined when one of them must not stand there. */
function filled({ parts, fixed, forbidden }: Template, { macros, secrets }: MacroValues): string | undefined {
  if (fixed !== undefined) return fixed;
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    const { name, form, from, length } = part;
    if (form === "escape") {
      text += "$";
      continue;
    }
    const table = name.length === 2 && /^S[A-D]$/.test(name) ? secrets : macros;
    let value = table && Object.hasOwn(table, name) ? table[name] : undefined;
    // What stays as typed was read as it stands.
    if (value === undefined) {
      text += part.typed;
      continue;
    }
    if (from !== undefined) value = value.slice(from, length === undefined ? undefined : from + length);
    if (forbidden.test(value)) return undefined;
    text += value;
  }
  return text;
}
