import { distance } from "fastest-levenshtein";

// The root element, and words that were meant for it: `flat_profile`, `Flat-Profile`, `flatprofiles`, `flat profile`.

export interface RootWord {
  /** Of the word, a namespace prefix included. */
  readonly end: number;
  readonly isExact: boolean;
}

const dash = "_.\\-\\u00ad\\u2010-\\u2015\\u2212";
const word = new RegExp(
  `(?:[A-Za-z][\\w.-]{0,40}:)?(flat[\\s${dash}]{0,3}profiles?|[A-Za-z][\\w${dash}]{7,14})(?=[\\s/>\\u201c\\u201d]|$)`,
  "iy",
);

/** Letters that may be wrong. */
const maxSlips = 2;

/** The root's name, or a word near it, that begins at `at`. */
export function rootAt(text: string, at: number): RootWord | undefined {
  word.lastIndex = at;
  const name = word.exec(text)?.[1];
  if (name === undefined) return undefined;
  if (name === "flat-profile") return { end: word.lastIndex, isExact: true };
  const letters = name.toLowerCase().replace(/[^a-z]/g, "");
  return distance(letters, "flatprofile") <= maxSlips ? { end: word.lastIndex, isExact: false } : undefined;
}

/** A start tag near the root's stands in the text. */
export function hasNearRoot(text: string): boolean {
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) if (rootAt(text, at + 1)) return true;
  return false;
}
