import type { RuleKind } from "../../../preview/report";
import type { Alternative, Operator, Rule } from "./ast";
import { type Understood, understand } from "./evaluateCondition";
import { bracketTest, findMacros } from "./macro";
import { isBracketed, type MacroSlots, sign } from "./macroSlots";
import { assignedName } from "./ruleInWords";
import { targetUrl } from "./ruleTarget";
import { type RuleUrl, readRuleUrl } from "./ruleUrl";

// A rule taken apart once for many phones: what is fixed, what is asked for, and which signs of a value
// would change how the rule is read.

export interface Decision {
  /** Which alternative is taken, counted from 1; 0 for none. */
  readonly taken: number;
  readonly url: string;
  readonly assignments: readonly (readonly [parameter: string, value: string])[];
  /** Undefined when the URL has to be read anew for each phone. */
  readonly place: FixedPlace | undefined;
}

/** Scheme, server and port of a URL in which only the path differs from phone to phone. */
interface FixedPlace {
  readonly url: RuleUrl;
  /** Where the path begins. */
  readonly pathAt: number;
  /** The text before the path, as people write it. */
  readonly shown: string;
  /** It is written like that. */
  readonly isUsual: boolean;
}

interface Inserted {
  readonly slot: number;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly typed: string;
}

/** Text with macros, cut into what is fixed and what is asked for. */
export interface Template {
  readonly parts: readonly (string | Inserted)[];
  /** The text when there are no macros. */
  readonly fixed: string | undefined;
}

export interface Side {
  readonly template: Template;
  readonly quoted: boolean;
  readonly fixed: Understood | undefined;
}

export interface PlannedComparison {
  readonly left: Side;
  readonly operator: Operator;
  readonly right: Side;
  /** What came of the two texts before: versions and numbers come back from phone to phone. */
  readonly known: Map<string, "true" | "false" | "long way">;
}

export interface PlannedAlternative {
  readonly comparisons: readonly PlannedComparison[];
  readonly assignments: readonly { readonly parameter: string; readonly value: Template }[];
  readonly url: Template;
  /** Values of the phone decide how the URL begins or ends. */
  readonly isOpen: boolean;
  readonly place: FixedPlace | undefined;
  /** Without macros there is one decision. */
  readonly decision: Decision | undefined;
}

export interface Plan {
  readonly alternatives: readonly PlannedAlternative[];
  /** Signs that a value must not contain, by slot. */
  readonly forbidden: readonly (readonly [slot: number, signs: number])[];
  readonly assigns: boolean;
  /** URLs of which a phone may make something else. */
  readonly open: readonly Template[];
  /** After an empty URL the next word is taken for one. */
  readonly mayVanish: boolean;
}

const inQuotes = sign.quote;
const inCondition = sign.quote | sign.blank | sign.bar | sign.closing | sign.other;
/** What options contain decides nothing; they must only end where they do. */
const inOptions = sign.quote | sign.bar | sign.closing;
const inUrl = sign.quote | sign.blank | sign.bar;
/** At the start of a URL these begin something else; blanks around it come to light when a value is empty. */
const opening = /^[\s([#]|\s$/;

export function planOf(rule: Rule, text: string, kind: RuleKind, slots: MacroSlots): Plan | undefined {
  const isInBrackets = bracketTest(text);
  const all = findMacros(text);
  const bracketedAt = new Set(all.filter(({ span }) => isInBrackets(span.start)).map(({ span }) => span.start));
  let placed = 0;
  const forbidden = new Map<number, number>();
  const template = (part: string, start: number, signs: number): Template => {
    const uses = findMacros(part);
    placed += uses.length;
    const parts: (string | Inserted)[] = [];
    const add = (fixed: string) => {
      const last = parts.at(-1);
      if (typeof last === "string") parts[parts.length - 1] = last + fixed;
      else if (fixed !== "") parts.push(fixed);
    };
    let at = 0;
    for (const { span, name, form, from, length } of uses) {
      add(part.slice(at, span.start));
      at = span.end;
      const typed = part.slice(span.start, span.end);
      // A secret outside brackets stays as typed.
      if (form === "escape") add("$");
      else if (isBracketed(name) && !bracketedAt.has(start + span.start)) add(typed);
      else {
        const slot = slots.numberOf(name);
        forbidden.set(slot, (forbidden.get(slot) ?? 0) | signs);
        parts.push({ slot, from, to: from === undefined || length === undefined ? undefined : from + length, typed });
      }
    }
    add(part.slice(at));
    const isFixed = parts.every((each) => typeof each === "string");
    return { parts, fixed: isFixed ? parts.join("") : undefined };
  };
  const firmware = slots.numberOf("SWVER");
  const alternatives = rule.alternatives.map((alternative, i) =>
    planAlternative(alternative, i + 1, kind, firmware, template),
  );
  // A macro anywhere else may be part of the structure.
  if (placed !== all.length) return undefined;
  const planned = alternatives.filter((plan) => plan !== undefined);
  if (planned.length < alternatives.length) return undefined;
  // Reports support nothing in parentheses.
  if (kind === "report" && rule.alternatives.some(({ condition, assignments }) => condition || assignments.length > 0))
    return undefined;
  return {
    alternatives: planned,
    forbidden: [...forbidden],
    assigns: planned.some(({ assignments }) => assignments.length > 0),
    open: planned.flatMap(({ isOpen, url }) => (isOpen ? [url] : [])),
    mayVanish: kind === "report",
  };
}

function planAlternative(
  { condition, assignments, options, url, urlSpan }: Alternative,
  number: number,
  kind: RuleKind,
  firmware: number,
  template: (part: string, start: number, signs: number) => Template,
): PlannedAlternative | undefined {
  const side = (operand: { text: string; quoted: boolean; span: { start: number } }): Side => {
    const { text, quoted, span } = operand;
    const read = template(text, span.start + (quoted ? 1 : 0), quoted ? inQuotes : inCondition);
    const fixed = read.fixed === undefined ? undefined : understand({ text: read.fixed, quoted });
    return { template: read, quoted, fixed };
  };
  /** Of the old form without a left side. */
  const running = (): Side => ({
    template: { parts: [{ slot: firmware, from: undefined, to: undefined, typed: "" }], fixed: undefined },
    quoted: false,
    fixed: undefined,
  });
  const comparisons: PlannedComparison[] = [];
  for (const { left, operator, right } of condition?.comparisons ?? []) {
    if (!operator || !right) return undefined;
    comparisons.push({ left: left ? side(left) : running(), operator, right: side(right), known: new Map() });
  }
  const values = assignments.map(({ name, value, valueSpan }) => ({
    parameter: assignedName(name),
    value: template(value, valueSpan.start + 1, inQuotes),
  }));
  for (const { argument, argumentSpan } of options)
    if (argument !== undefined) template(argument, argumentSpan.start, inOptions);
  const address = template(url, urlSpan.start, inUrl);
  const isOpen =
    address.fixed === undefined &&
    address.parts.some((part, i) => (typeof part === "string" ? /^\s|\s$/.test(part) : i === 0));
  const place = placeOf(address, kind);
  return {
    comparisons,
    assignments: values,
    url: address,
    isOpen,
    place,
    decision:
      address.fixed !== undefined && values.length === 0
        ? { taken: number, url: address.fixed, assignments: [], place }
        : undefined,
  };
}

function placeOf({ parts, fixed = "" }: Template, kind: RuleKind): FixedPlace | undefined {
  const [first = fixed] = parts;
  if (kind === "trigger" || typeof first !== "string") return undefined;
  if (parts.some((part) => typeof part === "string" && /\s/.test(part))) return undefined;
  const begin = /^[A-Za-z]+:\/\/[^/?\s]+\//.exec(first)?.[0];
  const url = begin === undefined ? undefined : readRuleUrl(begin, kind);
  if (begin === undefined || !url) return undefined;
  const pathAt = begin.length - 1;
  const shown = targetUrl({ ...url, server: url.server, path: "", dhcpOption: undefined });
  return { url, pathAt, shown, isUsual: shown === begin.slice(0, pathAt) };
}

export type Values = readonly (string | undefined)[];

export function isReadAnew(url: Template, values: Values, mayVanish: boolean): boolean {
  const text = filled(url, values);
  return opening.test(text) || (mayVanish && text === "");
}

export function filled({ parts, fixed }: Template, values: Values): string {
  if (fixed !== undefined) return fixed;
  let text = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string | Inserted;
    text += typeof part === "string" ? part : inserted(part, values);
  }
  return text;
}

/** Values that the phone does not have stay as typed. */
function inserted({ slot, from, to, typed }: Inserted, values: Values): string {
  const value = values[slot];
  if (value === undefined) return typed;
  return from === undefined ? value : value.slice(from, to);
}
