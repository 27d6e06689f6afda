import type { Span } from "../text/span";
import { covered, hidden } from "./mask";

// Messages repeat what was typed. What they repeat of a secret is hidden in them.

/** Shorter texts than this occur everywhere by chance; only in the place of a secret they are hidden. */
const minLength = 4;

/** The whole, and its parts: a message may quote up to a sign that ends a part of a value. */
export function wordsOf(secret: string): string[] {
  const whole = secret.trim().replace(/^["\u201c']|["\u201d']$/g, "");
  if (whole === "") return [];
  const parts = whole.split(/[^\p{L}\p{N}_]+/u).filter((part) => part.length >= minLength && !/^[a-z]+$/.test(part));
  return [...new Set([whole, ...parts])];
}

/**
 * A message or title, fit to be shown: what it repeats of `secrets` is hidden. Other words stay, in any language.
 * `placesIn` finds where a text has a secret by its form.
 */
export function withoutWords(
  message: string,
  secrets: readonly string[],
  placesIn: (text: string) => readonly Span[],
): string {
  if (secrets.length === 0) return message;
  let shown = message;
  for (const secret of secrets)
    if (secret.length >= minLength && shown.includes(secret)) shown = withoutWord(shown, secret);
  return withoutPlaces(withoutParts(shown, secrets), secrets, placesIn);
}

/** Words that sentences of ours are made of. A mask in their place would say that they are the secret. */
const sentenceWords = new Set(
  `about above after again alone also before behind below between both case character characters check clear could
  default device digits does done each element elements empty error fetch file files firmware first from have holds
  host ignored inside into keeps known lacks last less letter letters likely line list long many meant more most must
  name names near need needs never next none number numbers once only option options other over parameter part
  password passwords phone phones place port profile profiles public quotes reads report rule rules same second
  seconds secret server setting short should since some space stands string such takes text than that their them
  then there these they this time times unknown upgrade used user uses value values when where which will with
  without word words write written wrong your admin`.split(/\s+/),
);

const quotes = [
  ["`", "`"],
  ['"', '"'],
  ["“", "”"],
  ["'", "'"],
  ["«", "»"],
  ["„", "“"],
] as const;

function withoutWord(message: string, secret: string): string {
  if (sentenceWords.has(secret))
    return quotes.reduce(
      (shown, [open, close]) => shown.split(`${open}${secret}${close}`).join(`${open}${hidden}${close}`),
      message,
    );
  // A word or number that is part of a longer one is another.
  const inner = /^[a-z]+$/.test(secret) ? /[a-z]/i : /^\d+$/.test(secret) ? /\d/ : undefined;
  const pieces = message.split(secret);
  let shown = pieces[0] ?? "";
  for (let i = 1; i < pieces.length; i++) {
    const next = pieces[i] ?? "";
    const isPart = inner !== undefined && (inner.test(shown.at(-1) ?? "") || inner.test(next[0] ?? ""));
    shown += (isPart ? secret : hidden) + next;
  }
  return shown;
}

/** Four signs of a secret that a message repeats are a part of it, if they are in typed text and not in a sentence. */
function withoutParts(message: string, secrets: readonly string[]): string {
  const parts = partsOf(secrets);
  if (parts.size === 0) return message;
  return message.replace(/`[^`]*`|[^\s`]+/g, (token) => {
    const isTyped = token.startsWith("`") || !/^[\p{L}'’-]+[.,:;?!)]*$/u.test(token);
    if (!isTyped || elementName.test(token)) return token;
    const spans: Span[] = [];
    for (let at = 0; at + minLength <= token.length; at++) {
      const part = token.slice(at, at + minLength);
      if (parts.has(part) && !(/^\d+$/.test(part) && isOtherNumber(token, at, secrets)))
        spans.push({ start: at, end: at + minLength });
    }
    return spans.length === 0 ? token : covered(token, { start: 0, end: token.length }, joined(spans));
  });
}

/** Messages about neighbors hide the same secrets. */
let last: { readonly secrets: readonly string[]; readonly parts: ReadonlySet<string> } | undefined;

function partsOf(secrets: readonly string[]): ReadonlySet<string> {
  const isSame = last?.secrets.length === secrets.length && last.secrets.every((secret, i) => secret === secrets[i]);
  if (last && isSame) return last.parts;
  const parts = new Set<string>();
  for (const secret of secrets)
    if (!sentenceWords.has(secret))
      for (let at = 0; at + minLength <= secret.length; at++) parts.add(secret.slice(at, at + minLength));
  last = { secrets, parts };
  return parts;
}

const elementName = /^`?[/<]*[A-Z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]*)+>?`?[.,:;)]*$/;

/** The digits at `at` belong to a number that no secret contains. */
function isOtherNumber(token: string, at: number, secrets: readonly string[]): boolean {
  const before = /\d*$/.exec(token.slice(0, at))?.[0] ?? "";
  const number = before + (/^\d*/.exec(token.slice(at))?.[0] ?? "");
  return !secrets.some((secret) => secret.includes(number));
}

function joined(spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && span.start <= last.end) runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
}

/** Words at the places of secrets that are part of one. */
function withoutPlaces(
  message: string,
  secrets: readonly string[],
  placesIn: (text: string) => readonly Span[],
): string {
  const wordAt = ({ start, end }: Span) => message.slice(start, end).replace(/^"|["…,.;:)]+$/g, "");
  const isPrinted = (place: Span) => {
    const word = wordAt(place);
    return word !== "" && secrets.some((secret) => secret !== "" && (secret.includes(word) || word.includes(secret)));
  };
  return covered(message, { start: 0, end: message.length }, placesIn(message).filter(isPrinted));
}
