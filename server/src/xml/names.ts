import type { Grammar } from "./grammar";
import { contentStart } from "./markup";
import type { KnownNames } from "./policy";
import { findOpen, isInside, type OpenElement, type ReaderState } from "./readerState";
import type { Roots, RootWord } from "./roots";
import { readStartTag } from "./tag";
import type { Attribute } from "./tagEnd";
import { isNameStart, localName, nameEnd } from "./tagName";
import { WrittenElements, type WrittenName } from "./written";

interface PrintedTag {
  readonly text: string;
  /** Of the name. */
  readonly start: number;
  readonly name: string;
  readonly isEndTag: boolean;
}

const none: readonly Attribute[] = [];

/** What a name means at a place, by the elements that are open there, the format and the catalogue. */
export class Names {
  readonly roots: Roots;
  readonly #hasSteps: boolean;
  readonly written: WrittenElements;

  constructor(
    readonly grammar: Grammar,
    readonly known: KnownNames,
  ) {
    this.roots = grammar.roots;
    this.written = new WrittenElements(grammar);
    this.#hasSteps = grammar.policy.step !== undefined;
  }

  /** The path of the settings inside the element `name` of `open`. */
  pathIn(open: OpenElement | undefined, name: string, attributes = none): string {
    const path = open?.path ?? "";
    if (!this.#hasSteps) return path === "" ? name : `${path}/${name}`;
    const step = this.grammar.policy.step?.(name, attributes) ?? name;
    return path === "" ? step : step === "" ? path : `${path}/${step}`;
  }

  isValue(open: OpenElement | undefined, name: string): boolean {
    return this.known.has(name, open?.path ?? "");
  }

  /** The name of an element that is a value and cannot be anything else, whatever its attributes. */
  valueName({ path }: OpenElement, name: string): WrittenName | undefined {
    if (this.#hasSteps) return undefined;
    return this.written.find(path, name) ?? this.#addValue(path, name);
  }

  #addValue(path: string, name: string): WrittenName | undefined {
    const inside = path === "" ? name : `${path}/${name}`;
    if (!this.known.has(name, path) || this.roots.isRoot(localName(name)) || this.known.hasSection(inside, name))
      return undefined;
    return this.written.add(path, name);
  }

  isSection(open: OpenElement | undefined, name: string, attributes = none): boolean {
    return this.known.hasSection(this.pathIn(open, name, attributes), name);
  }

  isKnown(open: OpenElement | undefined, name: string): boolean {
    return this.roots.isRoot(localName(name)) || this.isValue(open, name) || this.isSection(open, name);
  }

  /** `<xsl:if …>`, `<c:forEach …>`: markup of a template engine, as no name of a catalogue has a colon. */
  isForeign(open: OpenElement | undefined, name: string): boolean {
    const local = localName(name);
    if (local === name || this.roots.isRoot(local) || this.roots.isSection(local)) return false;
    return !this.isKnown(open, local);
  }

  /** `http://<address>/` in prose: the `<` follows other text directly and opens nothing we know. */
  isStandIn(text: string, at: number, open: OpenElement | undefined): boolean {
    if (at === 0 || !"/:=@(".includes(text[at - 1] ?? "")) return false;
    if (!isNameStart(text.charCodeAt(at + 1))) return false;
    const name = text.slice(at + 1, nameEnd(text, at + 1).end);
    return !this.isKnown(open, name) && !this.roots.isSection(localName(name)) && open?.role !== "wrapper";
  }

  /** `<DN of primary line>` between elements: words of a manual rather than a tag. */
  isStandInTag(open: OpenElement, name: string, attributes: readonly Attribute[]): boolean {
    return attributes.length > 1 && attributes.every(({ value }) => value === undefined) && !this.isKnown(open, name);
  }

  /** The root at the name of a start tag, or a word that was meant for it unless it only surrounds the root. */
  rootOf(text: string, nameStart: number): RootWord | undefined {
    const word = this.roots.at(text, nameStart);
    if (!word || word.isExact) return word;
    const inside = contentStart(text, readStartTag(text, nameStart, this.grammar, word.end).end);
    return text.charCodeAt(inside) === 60 && this.roots.at(text, inside + 1)?.isExact ? undefined : word;
  }

  /** A tag in the text of a program is ours. */
  isPrinted({ text, start, name, isEndTag }: PrintedTag, state: ReaderState): boolean {
    if (this.roots.at(text, start)?.isExact) return true;
    if (!isInside(state.open)) return false;
    return isEndTag
      ? findOpen(state, name) !== undefined
      : this.grammar.policy.isDistinctive(name) && this.isKnown(state.open, name);
  }
}
