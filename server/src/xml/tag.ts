import * as l10n from "@vscode/l10n";
import { detached } from "../text/detached";
import { invisibleName, oddBlankName } from "../text/oddCharacters";
import { nameMarkEnd, placeholderEnd } from "../text/placeholder";
import type { Problem } from "../text/span";

import { isBlank } from "./entities";
import { oddBlank } from "./faults";
import type { Grammar } from "./grammar";
import { type Attribute, attributesAt, bareEnd, type TagEnd } from "./tagEnd";
import { isNamePart, nameEnd, opensMark } from "./tagName";

// A start tag, read with tolerance for what manuals and pastes do to it.

export interface StartTag {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly attributes: readonly Attribute[];
  /** The offset after `>`; where the value begins when `>` is missing. */
  readonly end: number;
  readonly selfClosing: boolean;
  /** It has its `>`. */
  readonly closed: boolean;
  /** The name or an attribute contains a template placeholder. */
  readonly templated: boolean;
  readonly problems: readonly Problem[];
  /** What follows the name, when that is written as usual. */
  readonly plainEnd?: TagEnd;
}

const noProblems: readonly Problem[] = [];

/** Reads the start tag whose name begins at `nameStart`, right after `<`; `end` is its end when that is known. */
export function readStartTag(text: string, nameStart: number, grammar: Grammar, end?: number): StartTag {
  const name = end === undefined ? nameEnd(text, nameStart) : { end, templated: false };
  // The overwhelmingly common tag has no attribute.
  if (text.charCodeAt(name.end) === 62) return new PlainTag(nameStart, name.end, bareEnd, name.templated);
  const known = grammar.tagEnds.at(text, name.end);
  if (known) return new PlainTag(nameStart, name.end, known, name.templated);
  const tag = new TagReader(text, nameStart, name.end, name.templated, grammar).read();
  const plainEnd = plainEndOf(tag);
  const isAdded = plainEnd && grammar.tagEnds.add(text, name.end, plainEnd);
  return isAdded ? new PlainTag(nameStart, name.end, plainEnd, name.templated) : tag;
}

/** A tag in which nothing is wrong. */
class PlainTag implements StartTag {
  constructor(
    readonly nameStart: number,
    readonly nameEnd: number,
    readonly plainEnd: TagEnd,
    readonly templated: boolean,
  ) {}

  get attributes(): readonly Attribute[] {
    return attributesAt(this.plainEnd, this.nameEnd);
  }

  get end(): number {
    return this.nameEnd + this.plainEnd.length + 1;
  }

  get selfClosing(): boolean {
    return false;
  }

  get closed(): boolean {
    return true;
  }

  get problems(): readonly Problem[] {
    return noProblems;
  }
}

function plainEndOf(tag: StartTag): TagEnd | undefined {
  const { attributes, nameEnd, end, selfClosing, templated, problems } = tag;
  if (templated || selfClosing || problems.length > 0) return undefined;
  return {
    length: end - 1 - nameEnd,
    attributes: attributesAt({ length: 0, attributes }, -nameEnd).map(({ name, value, ...spans }) => ({
      ...spans,
      name: detached(name),
      value: value === undefined ? undefined : detached(value),
    })),
  };
}

class TagReader {
  readonly #attributes: Attribute[] = [];
  readonly #problems: Problem[] = [];
  #at: number;

  constructor(
    readonly text: string,
    readonly nameStart: number,
    private nameEnd: number,
    private templated: boolean,
    readonly grammar: Grammar,
  ) {
    this.#at = nameEnd;
  }

  read(): StartTag {
    const { text } = this;
    for (;;) {
      this.#skipBlanks();
      const c = text.charCodeAt(this.#at);
      if (c === 62) return this.#done(this.#at + 1, false);
      if (c === 47 && text.charCodeAt(this.#at + 1) === 62) return this.#done(this.#at + 2, true);
      if (this.#at >= text.length) return this.#unclosed(this.#at);
      if (c === 60 || opensMark(c)) {
        const close = nameMarkEnd(text, this.#at, 400);
        if (close !== undefined) {
          this.templated = true;
          this.#at = close;
          continue;
        }
        if (c === 60) return this.#unclosed(this.#at);
      }
      if (!this.#attribute()) return this.#unclosed(this.#at);
    }
  }

  #skipBlanks(): void {
    const { text } = this;
    let odd = -1;
    let oddEnd = -1;
    for (; ; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (isOddBlank(code)) {
        if (odd < 0) odd = this.#at;
        oddEnd = this.#at + 1;
      } else if (!isBlank(code)) break;
    }
    if (odd >= 0) this.#problems.push(oddBlank(text, { start: odd, end: oddEnd }));
  }

  #done(end: number, selfClosing: boolean, closed = true): StartTag {
    const bareWords = this.#attributes.filter((attribute) => attribute.value === undefined);
    const first = bareWords[0];
    if (first && !this.templated) {
      this.#problems.push({
        code: "xml/bare-attribute",
        severity: "error",
        message: l10n.t("`{0}` is not a valid attribute. The phone rejects the file.", first.name),
        span: { start: first.span.start, end: (bareWords[bareWords.length - 1] ?? first).span.end },
      });
    }
    return {
      nameStart: this.nameStart,
      nameEnd: this.nameEnd,
      attributes: this.#attributes,
      end,
      selfClosing,
      closed,
      templated: this.templated,
      problems: this.#problems,
    };
  }

  /** `>` is missing: whatever cannot belong to the tag is the value. */
  #unclosed(at: number): StartTag {
    const last = this.#attributes[this.#attributes.length - 1];
    const firstBare = this.#attributes.findIndex((attribute) => attribute.value === undefined);
    const bare = this.#attributes[firstBare];
    const end = bare ? bare.span.start : Math.min(at, Math.max(last?.span.end ?? 0, this.nameEnd));
    if (bare) this.#attributes.length = firstBare;
    const insertAt = bare ? (this.#attributes[firstBare - 1]?.span.end ?? this.nameEnd) : end;
    this.#problems.push({
      code: "xml/tag-not-closed",
      severity: "error",
      message: l10n.t("Missing `>` after `<{0}`. The phone cannot read the rest of the file.", this.#name()),
      span: { start: this.nameStart, end: this.nameEnd },
      fixes: [
        { title: l10n.t("Insert the missing `>`"), edits: [{ span: { start: insertAt, end: insertAt }, text: ">" }] },
      ],
    });
    return this.#done(end, false, false);
  }

  #name(): string {
    return this.text.slice(this.nameStart, this.nameEnd);
  }

  #attribute(): boolean {
    const { text } = this;
    const start = this.#at;
    let end = start;
    while (isNamePart(text.charCodeAt(end))) end++;
    if (end === start) {
      if (text.charCodeAt(start) === 61) return this.#gluedAttribute(start);
      // A character that fits nowhere: step over it, unless a line ends here.
      if (isBlank(text.charCodeAt(start))) return false;
      this.#at = start + 1;
      this.#attributes.push(bare(text, start, start + 1));
      return true;
    }
    const nameSpan = { start, end };
    let at = end;
    while (isBlank(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== 61) {
      this.#at = end;
      this.#attributes.push(bare(text, start, end));
      return true;
    }
    this.#value(at + 1, nameSpan);
    return true;
  }

  /** `<X_access="na">`: the blank before an attribute got lost. */
  #gluedAttribute(equals: number): boolean {
    const { gluedAttribute, usualAttribute } = this.grammar;
    const match = gluedAttribute?.exec(this.#name());
    if (equals !== this.nameEnd || !match?.[1]) {
      this.#value(equals + 1, { start: equals, end: equals });
      this.#problems.push({
        code: "xml/attribute-name",
        severity: "error",
        message: l10n.t("Missing attribute name before `=`. The phone rejects the file."),
        span: { start: equals, end: equals + 1 },
        ...(usualAttribute !== undefined && {
          fixes: [
            {
              title: l10n.t("Insert `{0}`", usualAttribute),
              edits: [{ span: { start: equals, end: equals }, text: ` ${usualAttribute}` }],
            },
          ],
        }),
      });
      return true;
    }
    const start = this.nameEnd - match[1].length;
    const glued = { start, end: this.nameEnd };
    this.#problems.push({
      code: "xml/missing-blank",
      severity: "error",
      message: l10n.t(
        "Missing space before the attribute `{0}`. The phone reads it as part of the element name.",
        match[1],
      ),
      span: glued,
      fixes: [
        { title: l10n.t("Insert the missing space"), safe: true, edits: [{ span: { start, end: start }, text: " " }] },
      ],
    });
    this.nameEnd = start;
    this.#value(equals + 1, glued);
    return true;
  }

  #value(from: number, nameSpan: { start: number; end: number }): void {
    const { text } = this;
    let at = from;
    while (isBlank(text.charCodeAt(at))) at++;
    const quote = text[at] ?? "";
    if (quote === '"' || quote === "'") {
      const close = closingQuote(text, at + 1, quote);
      if (close !== undefined) {
        this.#push(nameSpan, at + 1, close, close + 1);
        return;
      }
      this.#openQuote(nameSpan, at);
      return;
    }
    if (isCurlyQuote(quote)) {
      this.#curly(nameSpan, at);
      return;
    }
    let end = at;
    while (end < text.length && !isBlank(text.charCodeAt(end)) && text[end] !== ">" && text[end] !== "<") {
      if (text[end] === "/" && text[end + 1] === ">") break;
      const close = placeholderEnd(text, end, 200);
      end = close ?? end + 1;
      if (close !== undefined) this.templated = true;
    }
    this.#push(nameSpan, at, end, end);
    if (this.templated) return;
    this.#problems.push({
      code: "xml/attribute-quotes",
      severity: "error",
      message: l10n.t(
        "The value of `{0}` must be in double quotes. The phone rejects the file.",
        text.slice(nameSpan.start, nameSpan.end),
      ),
      span: { start: at === end ? nameSpan.start : at, end: at === end ? Math.max(end, nameSpan.end) : end },
      fixes: [
        {
          title: l10n.t("Put the value in double quotes"),
          safe: true,
          edits: [{ span: { start: at, end }, text: `"${text.slice(at, end)}"` }],
        },
      ],
    });
  }

  /** A quote is never closed on its line: the value ends where the tag does. */
  #openQuote(nameSpan: { start: number; end: number }, at: number): void {
    const { text } = this;
    let end = at + 1;
    while (end < text.length && text[end] !== ">" && text[end] !== "<" && text[end] !== "\n" && text[end] !== "\r") {
      if (isCurlyQuote(text[end] ?? "") || (text[end] === "/" && text[end + 1] === ">")) break;
      end++;
    }
    const wrong = isCurlyQuote(text[end] ?? "") ? 1 : 0;
    this.#push(nameSpan, at + 1, end, end + wrong);
    this.#problems.push({
      code: "xml/attribute-quotes",
      severity: "error",
      message: l10n.t("Missing closing quote. The phone rejects the file."),
      span: { start: at, end: end + wrong },
      fixes: [
        {
          title: l10n.t("Insert the missing quote"),
          safe: true,
          edits: [{ span: { start: end, end: end + wrong }, text: text[at] ?? '"' }],
        },
      ],
    });
  }

  #curly(nameSpan: { start: number; end: number }, at: number): void {
    const { text } = this;
    let end = at + 1;
    while (
      end < text.length &&
      text[end] !== ">" &&
      text[end] !== "<" &&
      text[end] !== '"' &&
      !isCurlyQuote(text[end] ?? "")
    )
      end++;
    const closed = text[end] === '"' || isCurlyQuote(text[end] ?? "");
    const inner = text.slice(at + 1, end).trim();
    this.#push(nameSpan, at + 1, end, end + (closed ? 1 : 0));
    this.#problems.push({
      code: "xml/curly-quotes",
      severity: "error",
      message: l10n.t("The attribute has typographic quotes. The phone rejects the file. Use plain double quotes."),
      span: { start: at, end: end + (closed ? 1 : 0) },
      fixes: [
        {
          title: l10n.t("Use plain double quotes"),
          safe: true,
          edits: [{ span: { start: at, end: end + (closed ? 1 : 0) }, text: `"${inner}"` }],
        },
      ],
    });
  }

  #push(nameSpan: { start: number; end: number }, start: number, end: number, whole: number): void {
    const value = this.text.slice(start, end);
    if (this.grammar.hasPlaceholder(value)) this.templated = true;
    this.#attributes.push({
      name: this.text.slice(nameSpan.start, nameSpan.end),
      nameSpan,
      value,
      valueSpan: { start, end },
      span: { start: nameSpan.start, end: whole },
    });
    this.#at = whole;
  }
}

function bare(text: string, start: number, end: number): Attribute {
  return {
    name: text.slice(start, end),
    nameSpan: { start, end },
    value: undefined,
    valueSpan: { start: end, end },
    span: { start, end },
  };
}

/** The quote that ends the value; undefined when a tag or the line ends first in a way no value does. */
function closingQuote(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length && at - from < 4000; at++) {
    const c = text[at];
    if (c === quote) return at;
    if (c === "<" || c === "{") {
      const close = placeholderEnd(text, at, 400);
      if (close !== undefined) at = close - 1;
      else if (c === "<") return undefined;
    } else if (isCurlyQuote(c ?? "") && /^\s*\/?>/.test(text.slice(at + 1, at + 20))) return undefined;
  }
  return undefined;
}

function isCurlyQuote(c: string): boolean {
  return (
    c === "\u201c" ||
    c === "\u201d" ||
    c === "\u201e" ||
    c === "\u201f" ||
    c === "\u2018" ||
    c === "\u2019" ||
    c === "\u00ab" ||
    c === "\u00bb" ||
    c === "\u2033"
  );
}

/** What looks like a blank, or like nothing, in pasted text. */
function isOddBlank(code: number): boolean {
  return code > 126 && (oddBlankName(code) ?? invisibleName(code)) !== undefined;
}
