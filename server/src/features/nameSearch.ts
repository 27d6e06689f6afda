// Finds parameters by words of their name, of the web page and of what is said of them, in any order: `voice mail number`, `proxy out`, `dpl`.

/** What is typed, in words and numbers. */
export interface Query {
  readonly words: readonly string[];
  /** Wanted for the numbers of a name: `proxy 2`. */
  readonly numbers: readonly string[];
  /** Only what has a word that begins so is found; 0 where nothing says so. */
  readonly initials: number;
}

/** What is compared with a query. */
export interface Searched {
  readonly words: readonly string[];
  /** The name and the label, each with its words joined. */
  readonly joined: readonly Joined[];
  /** Words of the sentences about it. */
  readonly note: readonly string[];
  /** A bit for each letter that a word of its name or label begins with. */
  readonly initials: number;
}

interface Joined {
  readonly text: string;
  /** Where words start, in order. */
  readonly starts: readonly number[];
}

/** A word of the sentences is worth less than any part of a name. */
const noteCost = 6;

/** Letters that a match inside of a word needs; fewer are in too many words. */
const minInside = 4;

export function queryOf(typed: string): Query {
  const words: string[] = [];
  const numbers: string[] = [];
  for (const word of wordsOf(typed)) {
    const [, letters = word, number = ""] = /^(.*?[a-z])(\d+)$/.exec(word) ?? [];
    if (/^\d+$/.test(word)) numbers.push(word);
    else if (number === "") words.push(word);
    else words.push(letters) && numbers.push(number);
  }
  const [first = ""] = words;
  // A few letters alone are looked for where words begin.
  const initials = words.length === 1 && first.length < minInside ? initialOf(first) : 0;
  return { words, numbers, initials };
}

function initialOf(word: string): number {
  const letter = word.charCodeAt(0) - 97;
  return 1 << (letter >= 0 && letter < 26 ? letter : 26);
}

export function searched(name: string, label: string, note = ""): Searched {
  const both = [wordsOf(name), wordsOf(label)];
  const words = [...new Set(both.flat())];
  const initials = words.reduce((bits, word) => bits | initialOf(word), 0);
  return { words, joined: both.map(joinedOf), note: wordsOf(note), initials };
}

/** 0 and more, less for a better match; undefined if a word of the query is not found. */
export function rankOf({ words, initials }: Query, candidate: Searched): number | undefined {
  if (initials !== 0 && (initials & candidate.initials) === 0) return undefined;
  let rank = 0;
  for (const word of words) {
    const cost = costOf(word, candidate, words.length === 1);
    if (cost === undefined) return undefined;
    rank += cost;
  }
  const [first] = words;
  if (first !== undefined && !candidate.words[0]?.startsWith(first)) rank += 0.5;
  return rank + candidate.words.length / 100;
}

function costOf(word: string, { words, joined, note }: Searched, isAlone: boolean): number | undefined {
  if (words.includes(word)) return 0;
  if (joined.some((each) => isAtStart(each, word))) return 1;
  if (isAlone && word.length > 1 && joined.some((each) => hasInitials(each, word))) return 2;
  if (word.length < minInside) return !isAlone && note.includes(word) ? noteCost : undefined;
  if (joined.some(({ text }) => text.includes(word))) return 4;
  return note.some((each) => each.startsWith(word)) ? noteCost : undefined;
}

function isAtStart({ text, starts }: Joined, word: string): boolean {
  const first = word.charCodeAt(0);
  for (const at of starts) if (text.charCodeAt(at) === first && text.startsWith(word, at)) return true;
  return false;
}

/** Whether the text is made of beginnings of words, in order: `dplan` of Dial_Plan, `dp` too. */
function hasInitials({ text, starts }: Joined, word: string): boolean {
  if (!starts.some((start) => text[start] === word[0])) return false;
  // Places of `word` from which on the rest has to be found from a start of a word on; each start is looked at once.
  const open: boolean[] = [true];
  for (const start of starts)
    for (let from = open.length - 1; from >= 0; from--) {
      if (!open[from]) continue;
      for (let at = from; text[start + at - from] === word[at]; at++) {
        if (at + 1 === word.length) return true;
        open[at + 1] = true;
      }
    }
  return false;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

function joinedOf(words: readonly string[]): Joined {
  const starts: number[] = [];
  let text = "";
  for (const word of words) {
    starts.push(text.length);
    text += word;
  }
  return { text, starts };
}
