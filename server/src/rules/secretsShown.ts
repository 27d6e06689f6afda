import { isSecretName } from "../schema/secretName";
import type { Span } from "../text/span";
import { type DeviceRun, stepsOf } from "./deviceRun";
import type { RuleTrace } from "./evaluate";
import { findMacros } from "./macro";
import { macroFacts } from "./macroTable";
import { assignedName } from "./ruleInWords";

// What may be shown of a rule. Places come first: macros of secrets, arguments of --key and --pwd,
// values of secret parameters, passwords in URLs. Then any text equal to one of those values.

export const hidden = "••••";

/** Shorter texts than this occur everywhere by chance; only their places are hidden. */
const shortest = 4;

const argument = /--(?:key|pwd)(?:\s+|=)?("[^"]*"?|[^\s\]]+)/gi;
const userInfo = /:\/\/[^\s/@:<>"]*:([^\s/@<>]+)@/g;
const assignment = /([A-Za-z][\w.-]*)\s*=\s*("[^"]*"?|[^;\s]*)/g;

/** Turns what is to be shown of a run into text. */
export interface Showing {
  /** A stretch of the expanded rule. */
  expanded(trace: RuleTrace, span: Span): string;
  /** A stretch of a text as it was typed. */
  typed(text: string, span: Span): string;
  value(parameter: string, text: string): string;
}

/** For those who asked to see everything. */
export const exactShowing: Showing = {
  expanded: ({ expanded }, span) => expanded.text.slice(span.start, span.end),
  typed: (text, span) => text.slice(span.start, span.end),
  value: (_parameter, text) => text,
};

export function maskedShowing(run: DeviceRun): Showing {
  const secrets = new Set<string>();
  const add = (text: string | undefined) => {
    if (text !== undefined && text.length >= shortest) secrets.add(text);
  };
  for (const name of ["SA", "SB", "SC", "SD"]) add(run.holds(`GPP_${name}`));
  add(run.device.mobility?.password);
  for (const [parameter, text] of Object.entries(run.device.settings ?? {})) if (isSecret(parameter)) add(text);
  const spansOf = new Map<RuleTrace, readonly Span[]>();
  for (const { trace } of stepsOf(run)) {
    const spans = expandedSecrets(trace);
    spansOf.set(trace, spans);
    for (const { start, end } of spans) add(trace.expanded.text.slice(start, end).replace(/^"|"$/g, ""));
  }
  // The longest first: one may be part of another.
  const values = [...secrets].sort((a, b) => b.length - a.length);
  const withoutValues = (text: string) => {
    let shown = text;
    for (const secret of values) if (shown.includes(secret)) shown = shown.split(secret).join(hidden);
    return shown;
  };
  return {
    expanded: (trace, span) =>
      withoutValues(covered(trace.expanded.text, span, spansOf.get(trace) ?? expandedSecrets(trace))),
    typed: (text, span) => withoutValues(covered(text, span, typedSecrets(text))),
    value: (parameter, text) => (isSecret(parameter) && text !== "" ? hidden : withoutValues(text)),
  };
}

/** GPP_A to GPP_P hold what rules need to see; the names of the others tell. */
function isSecret(parameter: string): boolean {
  return isSecretName(parameter) && !/^GPP_[A-P]$/.test(parameter);
}

function expandedSecrets({ source, expanded }: RuleTrace): Span[] {
  const spans = secretPlaces(expanded.text);
  const uses = findMacros(source.text)
    .filter(({ name }) => /^(?:S[A-D]|MPWD)$/.test(name))
    .map(({ span }) => source.toSource(span));
  if (uses.length > 0) {
    let start = 0;
    for (const piece of expanded.slice({ start: 0, end: expanded.text.length })) {
      const end = start + piece.text.length;
      const isSame = (use: Span) => use.start === piece.source.start && use.end === piece.source.end;
      if (!piece.verbatim && uses.some(isSame)) spans.push({ start, end });
      start = end;
    }
  }
  return spans.sort(byStart);
}

/** Where macros stand for a secret, their names may be shown. */
function typedSecrets(text: string): Span[] {
  return secretPlaces(text)
    .filter(({ start, end }) => !isMacrosOnly(text.slice(start, end)))
    .sort(byStart);
}

function secretPlaces(text: string): Span[] {
  const spans: Span[] = [];
  const add = (match: RegExpMatchArray, part: string) => {
    const start = (match.index ?? 0) + match[0].lastIndexOf(part);
    if (part !== "") spans.push({ start, end: start + part.length });
  };
  for (const match of text.matchAll(argument)) add(match, match[1] ?? "");
  for (const match of text.matchAll(userInfo)) add(match, match[1] ?? "");
  for (const match of text.matchAll(assignment)) if (isSecret(assignedName(match[1] ?? ""))) add(match, match[2] ?? "");
  return spans;
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

function isMacrosOnly(text: string): boolean {
  const inner = text.replace(/^"|"$/g, "");
  let at = 0;
  for (const { span, name } of findMacros(inner)) {
    if (span.start !== at || !macroFacts(name)) return false;
    at = span.end;
  }
  return at === inner.length;
}

function covered(text: string, span: Span, secrets: readonly Span[]): string {
  let shown = "";
  let at = span.start;
  for (const secret of secrets) {
    const start = Math.max(secret.start, at);
    const end = Math.min(secret.end, span.end);
    if (end <= start) continue;
    shown += text.slice(at, start) + hidden;
    at = end;
  }
  return shown + text.slice(at, Math.max(at, span.end));
}
