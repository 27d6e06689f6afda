import { distance } from "fastest-levenshtein";
import type { XmlRoot } from "./policy";

// Root elements, and words that were meant for one: `my_root`, `My-Root`, `myroots`, `my root` for `my-root`.

export interface RootWord {
  /** Of the word, a namespace prefix included. */
  readonly end: number;
  readonly isExact: boolean;
}

const prefix = "(?:[A-Za-z][\\w.-]{0,40}:)?";
/** What follows the name. */
const after = "[\\s/>\\u201c\\u201d]";
const dash = "_.\\-\\u00ad\\u2010-\\u2015\\u2212";

/** Blanks, at most four marks of a template; a root tag comes next. */
const choice =
  "\\s{0,100}(?:(?:#(?:if|else|elseif|end)\\b[^\\n<]{0,200}|\\{%[^%\\n]{0,200}%\\}|\\{(?:if|else|elseif|\\/if)\\b[^{}\\n]{0,200}\\}|<\\?[^?]{0,200}\\?>|<%[^%]{0,200}%>)\\s{0,100}){1,4}";

/** How far `otherRootEnd` looks. */
export const otherRootReach = 1200;

/** The root elements of a format. */
export class Roots {
  /** A start tag of any root; the text may end after its name. */
  readonly mark: RegExp;
  /** The same without the end of the text. */
  readonly closedMark: RegExp;
  readonly #names: readonly string[];
  readonly #sections: readonly string[];
  readonly #words: readonly RootWords[];
  readonly #otherRoot: RegExp;

  constructor(roots: readonly XmlRoot[]) {
    const any = `<(?:[A-Za-z][\\w.-]*:)?(?:${alternatives(roots.map(({ name }) => name))})`;
    this.mark = new RegExp(`${any}(?=${after}|$)`);
    this.closedMark = new RegExp(any + after);
    const own = roots.filter(({ isSection }) => !isSection);
    this.#names = own.map(({ name }) => name);
    this.#sections = roots.filter(({ isSection }) => isSection).map(({ name }) => name);
    this.#words = own.map((root) => new RootWords(root));
    this.#otherRoot = new RegExp(`${choice}<(?:${alternatives(this.#names)})\\b[^<>]{0,400}>`, "y");
  }

  /** A root wherever it is. */
  isRoot(name: string): boolean {
    return this.#names.includes(name);
  }

  /** A root unless it is inside another one. */
  isSection(name: string): boolean {
    return this.#sections.includes(name);
  }

  /** The name of a root, or a word near it, that begins at `at`. */
  at(text: string, at: number): RootWord | undefined {
    let near: RootWord | undefined;
    for (const words of this.#words) {
      const word = words.at(text, at);
      if (word?.isExact) return word;
      near ??= word;
    }
    return near;
  }

  /** A start tag near a root's is in the text. */
  isNear(text: string): boolean {
    for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) if (this.at(text, at + 1)) return true;
    return false;
  }

  /** Whether the end tag of a root is between two places. */
  endsBetween(text: string, from: number, to: number): boolean {
    return this.#names.some((name) => {
      const at = text.indexOf(`</${name}`, from);
      return at >= 0 && at < to;
    });
  }

  /** `#else` and a root again, right after a root: a template that writes one or the other. Where the last one ends. */
  otherRootEnd(text: string, at: number): number | undefined {
    this.#otherRoot.lastIndex = at;
    return this.#otherRoot.test(text) ? this.#otherRoot.lastIndex : undefined;
  }
}

/** One root and the words near it. */
class RootWords {
  readonly #name: string;
  readonly #letters: string;
  readonly #maxSlips: number;
  readonly #word: RegExp;

  constructor({ name, maxSlips = 0 }: XmlRoot) {
    this.#name = name;
    this.#letters = lettersOf(name);
    this.#maxSlips = maxSlips;
    const { length } = this.#letters;
    const loose = name.split(/[-_.]/).map(escaped).join(`[\\s${dash}]{0,3}`);
    const near = `|[A-Za-z][\\w${dash}]{${Math.max(0, length - 4)},${length + 3}}`;
    this.#word =
      maxSlips === 0
        ? new RegExp(`${prefix}(${escaped(name)})(?=${after}|$)`, "y")
        : new RegExp(`${prefix}(${loose}s?${near})(?=${after}|$)`, "iy");
  }

  at(text: string, at: number): RootWord | undefined {
    this.#word.lastIndex = at;
    const name = this.#word.exec(text)?.[1];
    if (name === undefined) return undefined;
    if (name === this.#name) return { end: this.#word.lastIndex, isExact: true };
    return distance(lettersOf(name), this.#letters) <= this.#maxSlips
      ? { end: this.#word.lastIndex, isExact: false }
      : undefined;
  }
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}

function alternatives(names: readonly string[]): string {
  return names.map(escaped).join("|");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
