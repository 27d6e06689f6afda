import { covered, hidden } from "../../../secrets/mask";
import type { Span } from "../../../text/span";
import type { RuleTrace } from "../rules/evaluate";
import { findMacros } from "../rules/macro";
import {
  isSecretMacro,
  isSecretParameter,
  type SecretPlace,
  secretPlaces,
  secretRegisters,
  typedSecretPlaces,
  withoutSecrets,
} from "../rules/secretPlaces";
import { type DeviceRun, stepsOf } from "./deviceRun";

// What may be shown of a rule. Places come first: macros of secrets and those that the text shows.
// Then any text equal to a value that was there.

/** Shorter texts than this occur everywhere by chance; only their places are hidden. */
const minLength = 4;

/** Turns what is to be shown of a run into text. */
export interface Showing {
  /** A stretch of the expanded rule. */
  expanded(trace: RuleTrace, span: Span): string;
  /** A stretch of a text as it was typed. */
  typed(text: string, span: Span): string;
  value(parameter: string, text: string): string;
  /** Any other text. */
  text(text: string): string;
}

/** For those who asked to see everything. */
export const exactShowing: Showing = {
  expanded: ({ expanded }, span) => expanded.text.slice(span.start, span.end),
  typed: (text, span) => text.slice(span.start, span.end),
  value: (_parameter, text) => text,
  text: (text) => text,
};

const none: ReadonlySet<string> = new Set();

/** `known` are parameters that the file uses as secrets, beside those of the rules that the device evaluates. */
export function maskedShowing(run: DeviceRun, known = none): Showing {
  const steps = stepsOf(run);
  const rules = [...steps.map(({ trace }) => trace.source.text), ...run.messages.map(({ source }) => source.text)];
  const registers = new Set([...known, ...secretRegisters(rules)]);
  const secrets = new Set<string>();
  const add = (text: string | undefined) => {
    if (text !== undefined && text.length >= minLength) secrets.add(text);
  };
  for (const name of ["SA", "SB", "SC", "SD"]) add(run.inEffect(`GPP_${name}`));
  for (const name of registers) add(run.inEffect(name));
  add(run.device.mobility?.password);
  for (const [parameter, text] of Object.entries(run.device.settings ?? {}))
    if (isSecretParameter(parameter)) add(text);
  const expandedSecrets = (trace: RuleTrace) => secretsExpanded(trace, registers);
  const spansOf = new Map<RuleTrace, readonly SecretPlace[]>();
  for (const { trace } of steps) {
    const spans = expandedSecrets(trace);
    spansOf.set(trace, spans);
    for (const { start, end, isUser } of spans)
      if (!isUser) add(trace.expanded.text.slice(start, end).replace(/^"|"$/g, ""));
  }
  // The longest first: one may be part of another.
  const values = [...secrets].sort((a, b) => b.length - a.length);
  const withoutValues = (text: string) => {
    let shown = text;
    for (const secret of values) if (shown.includes(secret)) shown = shown.split(secret).join(hidden);
    return shown;
  };
  // Each rule is asked for in many parts.
  const typedPlaces = new Map<string, readonly SecretPlace[]>();
  const placesIn = (text: string) => {
    const known = typedPlaces.get(text) ?? typedSecretPlaces(text, registers);
    typedPlaces.set(text, known);
    return known;
  };
  const text = (text: string) => withoutValues(withoutSecrets(text, registers));
  return {
    text,
    expanded: (trace, span) =>
      withoutValues(covered(trace.expanded.text, span, spansOf.get(trace) ?? expandedSecrets(trace))),
    typed: (text, span) => withoutValues(covered(text, span, placesIn(text))),
    value: (parameter, typed) =>
      (isSecretParameter(parameter) || registers.has(parameter)) && typed !== "" ? hidden : text(typed),
  };
}

/** Where the expanded text has what is a secret by what was typed around it: `"$SA" eq "x"`. */
function typedIn({ source, expanded }: Pick<RuleTrace, "source" | "expanded">, registers: ReadonlySet<string>) {
  const typed = typedSecretPlaces(source.text, registers).map((place) => ({ ...place, ...source.toSource(place) }));
  if (typed.length === 0) return [];
  const found: SecretPlace[] = [];
  let at = 0;
  for (const { text, source: from, verbatim } of expanded.slice({ start: 0, end: expanded.text.length })) {
    for (const { start, end, isUser } of typed) {
      const first = Math.max(start, from.start);
      const last = Math.min(end, from.end);
      if (last <= first) continue;
      const isPart = verbatim && text.length === from.end - from.start;
      found.push({
        start: isPart ? at + first - from.start : at,
        end: isPart ? at + last - from.start : at + text.length,
        isUser,
      });
    }
    at += text.length;
  }
  return found;
}

function secretsExpanded({ source, expanded }: RuleTrace, registers: ReadonlySet<string>): SecretPlace[] {
  const spans = [...secretPlaces(expanded.text, registers), ...typedIn({ source, expanded }, registers)];
  const uses = findMacros(source.text)
    .filter(({ name }) => isSecretMacro(name, registers))
    .map(({ span }) => source.toSource(span));
  if (uses.length > 0) {
    let start = 0;
    for (const piece of expanded.slice({ start: 0, end: expanded.text.length })) {
      const end = start + piece.text.length;
      const isSame = (use: Span) => use.start === piece.source.start && use.end === piece.source.end;
      if (!piece.verbatim && uses.some(isSame)) spans.push({ start, end, isUser: false });
      start = end;
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
