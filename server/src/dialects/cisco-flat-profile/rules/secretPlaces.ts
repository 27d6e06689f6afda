import { isSecretName } from "../../../schema/secretName";
import type { Span } from "../../../text/span";
import { findMacros } from "./macro";
import { macroFacts } from "./macroTable";

// Where a text holds what must not be shown, told by the text alone: arguments of --key, --pwd and --uid,
// passwords in URLs, values assigned to secret parameters.

export const hidden = "••••";

export interface SecretPlace extends Span {
  /** A user is hidden where it stands, but may be named elsewhere. */
  readonly isUser: boolean;
}

/** One dash, or a dash that an editor made long, is the same slip of the hand. */
const argument = /(?<!\w)(?:--?|[\u2013\u2014])(key|pwd|uid)(?:\s+|=)?(?!--?[A-Za-z])("[^"]*"?|[^\s\]]+)/gi;
const bracketed = /\[([^\]]*)/g;
const bareArgument = /(?:^|\s)(key|pwd|uid)\s+(?!--?[A-Za-z])("[^"]*"?|[^\s\]]+)/gi;
/** A password may hold @ itself. */
const userInfo = /:\/\/[^\s/@:<>"]*:([^\s/<>"|]+)@/g;
const assignment = /(?<![\w.-])([A-Za-z][\w.-]*)\s*=\s*("[^"]*"?|[^;\s]*)/g;
const telling = /(?:key|pwd|uid)|:\/\/|=/i;

/** In the order of the text; they may overlap. */
export function secretPlaces(text: string): SecretPlace[] {
  if (!telling.test(text)) return [];
  const places: SecretPlace[] = [];
  const add = (match: RegExpMatchArray, part: string, from = 0, isUser = false) => {
    const start = from + (match.index ?? 0) + match[0].lastIndexOf(part);
    if (part !== "") places.push({ start, end: start + part.length, isUser });
  };
  const isUser = (word: string | undefined) => word?.toLowerCase() === "uid";
  for (const match of text.matchAll(argument)) add(match, match[2] ?? "", 0, isUser(match[1]));
  for (const { index, 1: inside = "" } of text.matchAll(bracketed))
    for (const match of inside.matchAll(bareArgument)) add(match, match[2] ?? "", index + 1, isUser(match[1]));
  for (const match of text.matchAll(userInfo)) add(match, match[1] ?? "");
  for (const match of text.matchAll(assignment)) if (isSecretParameter(match[1] ?? "")) add(match, match[2] ?? "");
  return places.sort((a, b) => a.start - b.start);
}

/** GPP_A to GPP_P hold what rules need to see; the names of the others tell. */
export function isSecretParameter(name: string): boolean {
  return isSecretName(name) && !/^GPP_[A-P]$/.test(name);
}

/** The places in a text as it was typed: where macros stand for a secret, their names may be shown. */
export function typedSecretPlaces(text: string): SecretPlace[] {
  return secretPlaces(text).filter(({ start, end }) => !isMacrosOnly(text.slice(start, end)));
}

/** A text as it was typed, fit to be shown. */
export function withoutSecrets(text: string): string {
  return covered(text, { start: 0, end: text.length }, typedSecretPlaces(text));
}

/**
 * A message or title, fit to be shown: what it repeats of the secrets of `sources` is hidden. Other words behind the
 * name of an option, as there may be in any language, stay.
 */
export function withoutSecretsOf(message: string, sources: () => Iterable<string>): string {
  const places = typedSecretPlaces(message);
  if (places.length === 0) return message;
  const wordAt = (text: string, { start, end }: Span) => text.slice(start, end).replace(/^"|["…,.;:)]+$/g, "");
  const secrets = [...sources()].flatMap((source) => secretPlaces(source).map((place) => wordAt(source, place)));
  const isTold = (place: Span) => {
    const word = wordAt(message, place);
    return word !== "" && secrets.some((secret) => secret !== "" && (secret.includes(word) || word.includes(secret)));
  };
  return covered(message, { start: 0, end: message.length }, places.filter(isTold));
}

/** The text at `span` with dots for each of `secrets`, which are in order; as many dots for each, unless told. */
export function covered(
  text: string,
  span: Span,
  secrets: readonly Span[],
  dots = (_length: number) => hidden,
): string {
  let shown = "";
  let at = span.start;
  for (const secret of secrets) {
    const start = Math.max(secret.start, at);
    const end = Math.min(secret.end, span.end);
    if (end <= start) continue;
    shown += text.slice(at, start) + dots(end - start);
    at = end;
  }
  return shown + text.slice(at, Math.max(at, span.end));
}

/** Whether macros stand for a secret; their names may be shown. */
export function isMacrosOnly(text: string): boolean {
  const inner = text.replace(/^"|"$/g, "");
  let at = 0;
  for (const { span, name } of findMacros(inner)) {
    if (span.start !== at || !macroFacts(name)) return false;
    at = span.end;
  }
  return at === inner.length;
}
