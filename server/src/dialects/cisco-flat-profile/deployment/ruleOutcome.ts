import type { Device } from "../../../devices/device";
import type { RuleKind } from "../../../preview/report";
import { MappedText } from "../../../text/mappedText";
import { isReadable, macroValues, type ReadParameter } from "../devices/macroValues";
import type { Alternative } from "../rules/ast";
import { assignmentsOf, evaluateRule, type RuleTrace } from "../rules/evaluate";
import { findMacros, type MacroValues } from "../rules/macro";
import { urlParts } from "../rules/ruleUrl";
import { parameterOfMacro } from "../rules/secretPlaces";
import { filled, type OpenValues, openCount, openMarks } from "./courses";

// What a rule comes to on a phone of which not everything is known. A macro without a known value leaves a mark, and
// the marks show whether the outcome depends on it.

export interface RuleOutcome {
  /** Empty or switched off. */
  readonly isSkipped: boolean;
  /** Number of the alternative that is taken; 0 for none. */
  readonly taken: number;
  readonly alternative: Alternative | undefined;
  readonly assignments: readonly (readonly [name: string, value: string])[];
  /** Which alternative is taken depends on something unknown. */
  readonly isUndecided: boolean;
  /** Names of the macros whose values are unknown. */
  readonly unknown: readonly string[];
  /** What is open decides nothing. */
  readonly isOpen: boolean;
}

/** What the rule asks the phone for. */
export interface Asked {
  readonly device: Device;
  readonly read: ReadParameter;
  /** A parameter whose value is unknown. */
  isUnknown(parameter: string): boolean;
  /** A macro that may have any value; by default none. */
  varies?(macro: string): boolean;
}

const firstMark = 0xe100;
/** Long enough that a part of it is still one. */
const markLength = 64;
const marks = /[\ue100-\ue1ff]+/g;

export function hasMark(text: string): boolean {
  return text.search(marks) >= 0;
}

/** Rules of one catalogue, remembered for phones of which they ask the same. */
export class RuleOutcomes {
  readonly #wanted = new Map<string, readonly string[]>();
  readonly #known = new Map<string, RuleOutcome>();
  /** Rules that need all facts. */
  readonly #closed = new Set<string>();

  outcome(text: string, kind: RuleKind, asked: Asked, marked?: OpenValues): RuleOutcome {
    const { key, values, wanted, unknown } = this.#given(text, kind, asked, marked);
    return this.#remember(key, text, kind, values, wanted, unknown);
  }

  /** What the rule asks for, with a key by which it is known. */
  #given(text: string, kind: RuleKind, asked: Asked, marked?: OpenValues): Given {
    const wanted = this.#macrosIn(text);
    if (wanted.length === 0) return { key: `${kind}\u0000${text}`, values: { macros: {} }, wanted, unknown: [] };
    const values = macroValues(asked.device, asked.read, wanted);
    const macros: Record<string, string> = values.macros;
    const secrets: Record<string, string> = values.secrets ?? {};
    const unknown: string[] = [];
    let key = `${kind}\u0000${text}`;
    for (const [i, name] of wanted.entries()) {
      const mark = (marked as ReadonlyMap<string, string> | undefined)?.get(name);
      if (mark !== undefined && Object.hasOwn(macros, name)) macros[name] = mark;
      const parameter = parameterOfMacro(name);
      const isUnknown =
        asked.varies?.(name) ||
        (parameter !== undefined ? asked.isUnknown(parameter) : isReadable(name) && !Object.hasOwn(macros, name));
      if (isUnknown) {
        const mark = String.fromCharCode(firstMark + Math.min(i, 255)).repeat(markLength);
        if (/^S[A-D]$/.test(name)) secrets[name] = mark;
        else macros[name] = mark;
        unknown.push(name);
      }
      key += `\u0000${secrets[name] ?? macros[name] ?? ""}`;
    }
    return { key, values: { macros, secrets }, wanted, unknown };
  }

  /** Which alternative a phone takes of a rule that compares what is its own; not remembered. */
  choice(text: string, kind: RuleKind, asked: Asked): Choice {
    const { values, wanted, unknown } = this.#given(text, kind, asked);
    const outcome = outcomeOf(evaluateRule(MappedText.verbatim(text, 0), kind, values), wanted, unknown);
    const { isSkipped, taken, isUndecided } = outcome;
    return { key: `${isSkipped} ${taken} ${isUndecided} ${unknown.join()}`, outcome };
  }

  /**
   * The same for all phones that take this alternative, with facts of the phone left open in what it asks for; undefined
   * where more depends on them.
   */
  openChoice(text: string, kind: RuleKind, asked: Asked, values: OpenValues): Choice | undefined {
    const choice = this.choice(text, kind, asked);
    const { key, outcome } = choice;
    if (outcome.isUndecided || !outcome.alternative) return choice;
    const given = this.#given(text, kind, asked, marksOf(values));
    const { rule, expanded } = evaluateRule(MappedText.verbatim(text, 0), kind, given.values);
    const taken = rule.alternatives[outcome.taken - 1];
    if (!taken || !isOpenIn(taken, expanded.text)) return undefined;
    return { key, outcome: { ...outcome, ...takenAs(taken, given.wanted), isOpen: true } };
  }

  /**
   * The same with facts of the phone left open, where they only are part of a path or of a key, user or password;
   * undefined where more depends on them.
   */
  openOutcome(text: string, kind: RuleKind, asked: Asked, values: OpenValues): RuleOutcome | undefined {
    const wanted = this.#macrosIn(text);
    const open = wanted.filter((name) => (values as ReadonlyMap<string, string>).has(name));
    if (open.length === 0) return this.outcome(text, kind, asked);
    const known = this.#closed.has(text);
    if (known) return undefined;
    const outcome = this.outcome(text, kind, asked, marksOf(values));
    if (outcome.isOpen) return outcome;
    if (this.#closed.size >= maxKnown) this.#closed.clear();
    this.#closed.add(text);
    return undefined;
  }

  #remember(
    key: string,
    text: string,
    kind: RuleKind,
    values: MacroValues,
    wanted: readonly string[],
    unknown: readonly string[],
  ): RuleOutcome {
    let outcome = this.#known.get(key);
    if (!outcome) {
      outcome = outcomeOf(evaluateRule(MappedText.verbatim(text, 0), kind, values), wanted, unknown);
      if (this.#known.size >= maxKnown) this.#known.clear();
      this.#known.set(key, outcome);
    }
    return outcome;
  }

  /** The old form of a condition reads SWVER without naming it. */
  #macrosIn(text: string): readonly string[] {
    let wanted = this.#wanted.get(text);
    if (!wanted) {
      const names = new Set(findMacros(text).map(({ name }) => name));
      names.delete("");
      if (text.includes("(") || !/[[/]/.test(text)) names.add("SWVER");
      wanted = [...names];
      if (this.#wanted.size >= maxKnown) this.#wanted.clear();
      this.#wanted.set(text, wanted);
    }
    return wanted;
  }
}

/** Placeholders for the facts that the phone has, and that cannot change how a text is read. */
function marksOf(values: OpenValues): OpenValues {
  return values.size === openMarks.size ? openMarks : new Map([...openMarks].filter(([name]) => values.has(name)));
}

interface Given {
  readonly key: string;
  readonly values: MacroValues;
  readonly wanted: readonly string[];
  readonly unknown: readonly string[];
}

interface Choice {
  /** The same for all phones that take the same alternative. */
  readonly key: string;
  readonly outcome: RuleOutcome;
}

const maxKnown = 5000;

/** Marks of open facts are in paths of URLs and in options that servers or files are opened with, and nowhere else. */
function isOpenOnly({ rule, expanded }: RuleTrace): boolean {
  const counts = rule.alternatives.map(openPlaces);
  return (
    !counts.includes(undefined) && openCount(expanded.text) === counts.reduce<number>((sum, n) => sum + (n ?? 0), 0)
  );
}

/** The same for one alternative; what its condition compares does not matter. */
function isOpenIn(alternative: Alternative, text: string): boolean {
  const { condition, span } = alternative;
  const compared = condition ? openCount(text.slice(condition.span.start, condition.span.end)) : 0;
  return openPlaces(alternative) === openCount(text.slice(span.start, span.end)) - compared;
}

/** Marks in the path of the URL and in options for opening; undefined where another part has some. */
function openPlaces({ url, options }: Alternative): number | undefined {
  let count = openCount(url);
  if (count > 0) {
    const { path, pathAt } = urlParts(url);
    if (path === undefined || openCount(url.slice(0, pathAt)) > 0 || openCount(filled(url, noValues)) > 0)
      return undefined;
  }
  for (const { name, argument = "" } of options) {
    const inOption = openCount(argument);
    if (inOption === 0) continue;
    if (!/^-*(?:key|uid|pwd)$/.test(name) || openCount(filled(argument, noValues)) > 0) return undefined;
    count += inOption;
  }
  return count;
}

const noValues: OpenValues = new Map();

function outcomeOf(trace: RuleTrace, wanted: readonly string[], unknown: readonly string[]): RuleOutcome {
  const { skipped, alternatives, rule, taken } = trace;
  const isUndecided = alternatives.some(
    ({ fate, condition }) =>
      fate !== "skipped" &&
      condition?.comparisons.some(
        ({ comparison: { left, right } }) =>
          hasMark(left?.text ?? "") || hasMark(right?.text ?? "") || (!left && unknown.includes("SWVER")),
      ),
  );
  const { alternative, assignments } = taken ? takenAs(taken, wanted) : { alternative: undefined, assignments: [] };
  return {
    isSkipped: skipped !== undefined,
    taken: taken ? rule.alternatives.indexOf(taken) + 1 : 0,
    alternative,
    assignments,
    isUndecided: isUndecided || (alternative !== undefined && hasMark(alternative.url)),
    unknown,
    isOpen: isOpenOnly(trace),
  };
}

/** What an alternative asks for and sets. In a query the server can do without what is unknown; anywhere else the address is another one. */
function takenAs(
  alternative: Alternative,
  wanted: readonly string[],
): Pick<RuleOutcome, "assignments"> & { readonly alternative: Alternative } {
  const shown = (text: string) => text.replace(marks, (mark) => `$${wanted[mark.charCodeAt(0) - firstMark] ?? ""}`);
  return {
    alternative: { ...alternative, url: alternative.url.replace(/\?.*$/s, shown) },
    assignments: assignmentsOf(alternative),
  };
}
