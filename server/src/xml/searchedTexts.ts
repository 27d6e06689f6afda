/** A stretch of text between two tags, in which secrets are searched by their form. */
interface SearchedText {
  readonly at: number;
  readonly rest: string;
}

/** As a part of these a name may begin a secret together with what follows it. */
const opening = /-|(?:basic|bearer|digest|token|apikey|authorization)$/i;

/** Whether the name of a tag may be a part of what is found. */
export function opensSecret(name: string): boolean {
  return opening.test(name);
}

/**
 * The stretches of a segment's text, or of a part of it between two tags, each up to the next tag: a value ends before a
 * tag, so that what is found does not depend on where segments are cut. The name of an ordinary tag is left out of its
 * stretch, so that equal values are equal texts; stretches of space are left out as a whole.
 */
export function* searchedTexts(text: string, from = 0, to = text.length): Iterable<SearchedText> {
  for (let at = from; at < to; ) {
    const end = Math.min(nextTag(text, at + 1), to);
    const start = afterName(text, at, end);
    if (!isSpace(text, start, end)) {
      const rest = text.slice(start, end);
      // A macro may be compared with what is before it.
      yield rest.includes("$") ? { at, rest: text.slice(at, end) } : { at: start, rest };
    }
    at = end;
  }
}

function nextTag(text: string, from: number): number {
  for (let at = text.indexOf("<", from); at >= 0; at = text.indexOf("<", at + 1)) {
    const c = text.charCodeAt(at + 1);
    if (isLetter(c) || c === slash || c === 33 || c === 63) return at;
  }
  return text.length;
}

/** Where the search of a stretch begins: after the name of its tag, unless the name may be a part of what is found. */
function afterName(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) !== less) return at;
  const start = text.charCodeAt(at + 1) === slash ? at + 2 : at + 1;
  if (!isLetter(text.charCodeAt(start))) return at;
  let from = start + 1;
  while (from < end && isNamePart(text.charCodeAt(from))) from++;
  let next = from;
  while (next < end && text.charCodeAt(next) === space) next++;
  const c = text.charCodeAt(next);
  const isOrdinary = c === greater || c === slash || (next > from && isLetter(c));
  return next >= end || !isOrdinary || opensSecret(text.slice(start, from)) ? at : from;
}

function isSpace(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c !== greater && c !== space && c !== 10 && c !== 13 && c !== 9) return false;
  }
  return true;
}

const space = 32;
const slash = 47;
const less = 60;
const greater = 62;

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
}

function isNamePart(c: number): boolean {
  return isLetter(c) || (c >= 48 && c <= 57) || c === 46 || c === 45;
}
