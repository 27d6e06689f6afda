import type { ForwardSearch } from "../text/forwardSearch";
import { placeholderEnd } from "../text/placeholder";
import type { Problem } from "../text/span";
import { tagClose } from "./endTag";
import { isBlank } from "./entities";
import { bareLessThan, blankAfterBracket, endTagNotClosed, lostSlash, mismatchedEndTag, missingEndTag } from "./faults";
import type { Names } from "./names";
import type { OpenElement } from "./readerState";
import { resembles } from "./resembles";
import type { StartTag } from "./tag";
import { isNameStart, nameEnd } from "./tagName";
import type { WrittenName } from "./written";

// Where a value ends that is not closed as it should be: the reader goes on at the next name that the catalogue knows,
// so that a fault stays in one element.

/** How far a value is followed in search of its end tag; phones take at most 2,000 characters. */
const maxSearch = 8192;

/** What looks like a tag inside a value is followed this often; real values contain a handful. */
const maxTags = 64;

/** The element whose value is read. */
export interface Place {
  /** Of the element. */
  readonly name: string;
  /** The same, where elements with it are always values. */
  readonly written: WrittenName | undefined;
  readonly open: OpenElement;
  readonly names: Names;
  readonly marks: ForwardSearch;
  isOpen(name: string): boolean;
}

interface EndTag {
  /** Of `</`. */
  readonly at: number;
  /** Of the name. */
  readonly start: number;
  readonly end: number;
  /** After `>`. */
  readonly after: number;
  readonly closed: boolean;
}

/** Where the value ends, and what ends it. */
export interface ValueEnd {
  readonly end: number;
  /** The offset after the end tag; `end` when there is none. */
  readonly after: number;
  readonly closeNameStart: number;
  readonly closeNameEnd: number;
}

/** Follows the text after an irregular start to the end of the value. */
export class EndSearch {
  lookedAt: number;
  /** A CDATA section in the value does not end. */
  isSwallowed = false;
  /** Each `<` in the value that is a plain character. */
  readonly #bare: number[] = [];
  #firstForeignEnd: EndTag | undefined;
  #firstForeignStart: number | undefined;
  #tags = 0;
  /** Comments, CDATA sections and placeholders in the value: nothing can be inserted inside. */
  readonly #closedOff: { readonly start: number; readonly end: number }[] = [];

  constructor(
    readonly text: string,
    readonly tag: StartTag,
    readonly place: Place,
    readonly problems: Problem[],
  ) {
    this.lookedAt = tag.end;
  }

  run(first: number): ValueEnd {
    const { text, tag } = this;
    let at = first < text.length ? this.#nextBracket(tag.end) : first;
    // A comment or CDATA section may take the search further; the end tag may follow.
    while (at < text.length && (at - tag.end < maxSearch || text.startsWith(`</${this.place.name}`, at))) {
      this.lookedAt = at + 4200;
      const step = this.#step(at);
      if (typeof step !== "number") return step;
      at = this.#nextBracket(step);
    }
    this.lookedAt = at + 4200;
    return this.#unclosed(Math.min(at, text.length));
  }

  /** The next `<` that is not inside a template placeholder such as `{{ a < b }}`. */
  #nextBracket(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const bracket = text.indexOf("<", at);
      if (bracket < 0) return text.length;
      let brace = text.indexOf("{", at);
      let close: number | undefined;
      while (brace >= 0 && brace < bracket && close === undefined) {
        close = placeholderEnd(text, brace, 400);
        if (close !== undefined && (close < bracket || !/^\{[{%]/.test(text.slice(brace, brace + 2))))
          close = undefined;
        if (close === undefined) brace = text.indexOf("{", brace + 1);
      }
      if (close === undefined) return bracket;
      at = this.#over(brace, close);
    }
  }

  /** What the `<` at `at` means: the end of the value, or where to go on. */
  #step(at: number): ValueEnd | number {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if (next === 47) return this.#endTag(at);
    if (next === 33 && text.startsWith("<!--", at)) return this.#comment(at);
    if (next === 33 && text.startsWith("<![CDATA[", at)) {
      const close = text.indexOf("]]>", at);
      this.isSwallowed = close < 0;
      return close < 0 ? text.length : this.#over(at, close + 3);
    }
    const placeholder = placeholderEnd(text, at);
    if (placeholder !== undefined) return this.#over(at, placeholder);
    if (!isNameStart(next)) {
      this.#bare.push(at);
      return at + 1;
    }
    const end = nameEnd(text, at + 1);
    const name = text.slice(at + 1, end.end);
    if (name === this.place.name && this.#isMeantAsEnd(end.end)) return this.#lostSlash(at, end.end);
    const boundary = this.#isMarkupAfter(end.end) && (end.templated || this.#isBoundary(name));
    if (boundary) return this.#unclosed(this.#firstForeignStart ?? at);
    this.#bare.push(at);
    if (this.#firstForeignStart === undefined && this.#looksLikeElement(name, end.end)) this.#firstForeignStart = at;
    this.#tags++;
    return this.#tags > maxTags ? this.#unclosed(this.#firstForeignStart ?? at) : end.end;
  }

  #comment(at: number): ValueEnd | number {
    const close = this.text.indexOf("-->", at);
    return close < 0 ? this.#unclosed(at) : this.#over(at, close + 3);
  }

  /** Goes on after what starts at `start`. */
  #over(start: number, end: number): number {
    this.#closedOff.push({ start, end });
    return end;
  }

  /** What follows the name makes a start tag, not a stand-in such as `<Server IP or FQDN>`. */
  #isMarkupAfter(at: number): boolean {
    const c = this.text.charCodeAt(at);
    if (c === 62 || Number.isNaN(c)) return true;
    return /^\s*(?:\/?>|$|<|[{$#]|[\w:-]+\s*=)/.test(this.text.slice(at, at + 100));
  }

  /** `<X>30<X>`: nothing but the next tag follows, so an end tag was meant. */
  #isMeantAsEnd(at: number): boolean {
    const { name, names } = this.place;
    const next = /^>\s*(<\/?[\w.-]*|$)/.exec(this.text.slice(at, at + 400))?.[1];
    if (next === undefined || next === `</${name}`) return false;
    // Two of one name are seldom neighbors, unless every setting has that name.
    return next !== `<${name}` || name === names.grammar.policy.named?.element;
  }

  #lostSlash(at: number, nameEndAt: number): ValueEnd {
    this.problems.push(lostSlash(this.place.name, { start: at, end: nameEndAt + 1 }, at + 1));
    this.#reportBare(at);
    return { end: at, after: nameEndAt + 1, closeNameStart: at + 1, closeNameEnd: nameEndAt };
  }

  #isBoundary(name: string): boolean {
    const { names, open } = this.place;
    return (
      names.isValue(open, name) || names.isSection(open, name) || names.roots.isRoot(name) || this.place.isOpen(name)
    );
  }

  /** An unknown element of its own, `<Foo>bar</Foo>`, rather than a stand-in such as `<extension>`. */
  #looksLikeElement(name: string, end: number): boolean {
    const { marks } = this.place;
    if (/^\s*(?:[\w-]+="[^"]*"\s*)*\/>/.test(this.text.slice(end, end + 2200))) return true;
    const close = marks.next(`</${name}`, end, 2200);
    if (close === undefined) return false;
    const own = marks.next(`</${this.place.name}`, end, 2200);
    return own === undefined || own >= close;
  }

  #endTag(at: number): ValueEnd | number {
    const { text, place } = this;
    let start = at + 2;
    while (isBlank(text.charCodeAt(start))) start++;
    const name = nameEnd(text, start);
    const after = tagClose(text, name.end);
    // Blanks after `</` alone are between this element and the next.
    const isBare = name.end === start && after === undefined;
    if (isBare) start = at + 2;
    const end = isBare ? start : name.end;
    const tag = { at, start, end, after: after ?? end, closed: after !== undefined };
    const word = text.slice(start, end);
    if (word === place.name) return this.#ownEnd(tag);
    if (this.place.isOpen(word)) return this.#foreignEnd(at) ?? this.#unclosed(this.#firstForeignStart ?? at);
    this.#firstForeignEnd ??= tag;
    if (name.templated && this.tag.templated) return this.#wrongEnd(tag);
    // A name of the catalogue, or one that was clearly meant to be ours, ends the value here.
    const isOurs = place.names.isValue(place.open, word) || resembles(word, place.name);
    if (this.#firstForeignStart === undefined && isOurs && !this.#bareMentions(word)) return this.#wrongEnd(tag);
    return at + 2;
  }

  /** `</extension>` belongs to a `<extension>` inside the value. */
  #bareMentions(name: string): boolean {
    return this.#bare.some((at) => this.text.startsWith(name, at + 1));
  }

  /** The value ran into the end of its container: an end tag of another name was meant to end it. */
  #foreignEnd(limit: number): ValueEnd | undefined {
    const first = this.#firstForeignEnd;
    if (!first || first.at >= limit) return undefined;
    if (this.#firstForeignStart !== undefined && this.#firstForeignStart < first.at) return undefined;
    return this.#wrongEnd(first);
  }

  #ownEnd(tag: EndTag): ValueEnd {
    const { at, start, end, after } = tag;
    if (!tag.closed) this.problems.push(endTagNotClosed(this.place.name, { start: at, end }));
    if (start > at + 2) this.problems.push(blankAfterBracket("</", { start: at, end }, { start: at + 2, end: start }));
    this.#reportBare(at);
    return { end: at, after, closeNameStart: start, closeNameEnd: end };
  }

  #reportBare(end: number): void {
    const bare = this.#bare.filter((at) => at < end);
    const first = bare[0];
    if (first === undefined || this.tag.templated) return;
    if (this.place.names.grammar.hasPlaceholder(this.text.slice(this.tag.end, end))) return;
    // Directly after a tag without its `>` the reference would become part of the tag.
    this.problems.push(bareLessThan(first, this.tag.closed ? bare : undefined));
  }

  #wrongEnd(tag: EndTag): ValueEnd {
    const { place } = this;
    const { at, start, end } = tag;
    if (!this.tag.templated) {
      const word = this.text.slice(start, end);
      const { names, open } = place;
      const startIsWrong = names.isValue(open, word) && !names.isValue(open, place.name);
      const startSpan = { start: this.tag.nameStart, end: this.tag.nameEnd };
      this.problems.push(
        mismatchedEndTag({ name: place.name, span: startSpan }, { name: word, span: { start, end } }, startIsWrong),
      );
    }
    this.#reportBare(at);
    return { end: at, after: tag.after, closeNameStart: start, closeNameEnd: end };
  }

  /** Where the first line of the value ends; -1 when it does not. */
  #firstLineEnd(): number {
    const { text } = this;
    let line = lineEnd(text, this.tag.end);
    for (const { start, end } of this.#closedOff) if (line >= start && line < end) line = lineEnd(text, end);
    return line;
  }

  #unclosed(boundary: number): ValueEnd {
    const { text, tag, place } = this;
    const byForeign = this.#foreignEnd(boundary);
    if (byForeign) return byForeign;
    let end = boundary;
    // Several lines cannot belong to the value: what follows the first line is the next thing.
    while (end > tag.end && isBlank(text.charCodeAt(end - 1))) end--;
    if (!tag.templated) {
      const line = this.#firstLineEnd();
      if (line >= 0 && line < end && hasMarkup(text, line, end)) end = trimEnd(text, tag.end, line);
      const span = { start: tag.nameStart, end: tag.nameEnd };
      const insertAt = this.isSwallowed ? undefined : end;
      this.problems.push(missingEndTag(place.name, span, insertAt, { safe: tag.closed }));
      this.#reportBare(end);
    }
    return { end, after: Math.max(end, tag.end), closeNameStart: -1, closeNameEnd: -1 };
  }
}

function lineEnd(text: string, from: number): number {
  const lf = text.indexOf("\n", from);
  const cr = text.slice(from, lf < 0 ? text.length : lf).indexOf("\r");
  return cr < 0 ? lf : from + cr;
}

function hasMarkup(text: string, from: number, to: number): boolean {
  const at = text.indexOf("<", from);
  return at >= 0 && at < to;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
