import type { SectionTag, Segment } from "../profile/setting";
import { interned } from "../text/detached";
import { ForwardSearch } from "../text/forwardSearch";
import type { Problem } from "../text/span";
import { nextInCode, printed } from "./code";
import { directiveEnd } from "./directives";
import { containerTag, type Draft, finish, newDraft } from "./draft";
import type { ElementParts } from "./element";
import { readEndTag } from "./endTag";
import { EndTags, followsStartTag } from "./endTags";
import { isBlank } from "./entities";
import {
  badName,
  blankAfterBracket,
  commentNotClosed,
  endTagNotClosed,
  mismatchedEndTag,
  stillOpen,
  unexpectedEndTag,
} from "./faults";
import { readLeaf } from "./leaf";
import {
  badElement,
  badElementReach,
  commentOf,
  commentProblem,
  contentStart,
  declarationProblem,
  doctypeEnd,
  rawName,
} from "./markup";
import { missingEnds } from "./missingEnds";
import type { Names } from "./names";
import { PlainSetting } from "./plainSetting";
import { findOpen, isInside, isStrict, type OpenElement, openProfile, type ReaderState } from "./readerState";
import { otherRootReach } from "./roots";
import { strayEnd, strayTextProblem, textBeforeRootProblem } from "./strayText";
import { readStartTag, type StartTag } from "./tag";
import { isNameStart, localName, nameEnd } from "./tagName";
import { ExpectedValues, type WrittenName } from "./written";

// Nothing here throws; after a fault the reader goes on at the next place that it knows: a name of the catalogue, a
// section, or the end of a container.

/** Segments are cut at the first element boundary after this many characters. */
const segmentSize = 4096;

/** Whether a segment from `start` may end at `end`, an element boundary, after these settings. */
type IsLongEnough = (text: string, start: number, end: number, settings: readonly ElementParts[]) => boolean;

/** What a reader knows between two segments. */
export interface Between {
  readonly state: ReaderState;
  readonly isSwallowed: boolean;
  readonly endsInTemplate: boolean;
}

export class Reader {
  stopped = false;
  #draft: Draft;
  /** A comment, CDATA section, declaration or instruction takes the rest of the text. */
  #isSwallowed = false;
  /** Marks of a template were the last thing that was read. */
  #endsInTemplate = false;
  readonly #values: ExpectedValues;
  readonly #endTags: EndTags;
  readonly #marks: ForwardSearch;

  constructor(
    readonly text: string,
    readonly names: Names,
    public at: number,
    private state: ReaderState,
    private readonly isLongEnough: IsLongEnough = (_, start, end) => end - start >= segmentSize,
  ) {
    this.#draft = newDraft(this.at);
    this.#values = new ExpectedValues(names.written);
    this.#endTags = new EndTags(text);
    this.#marks = new ForwardSearch(text);
  }

  segment(stop: (at: number, state: ReaderState) => boolean): Segment {
    this.#draft = newDraft(this.at);
    const { text } = this;
    const { start } = this.#draft;
    for (;;) {
      const cut = this.#item();
      if (this.at >= this.text.length) {
        this.#atEnd();
        break;
      }
      if (this.at > start && stop(this.at, this.state)) {
        this.stopped = true;
        break;
      }
      if ((cut || this.isLongEnough(text, start, this.at, this.#draft.settings)) && !this.#isLast()) break;
    }
    return finish(this.text, this.at, this.#draft, this.state, this.names.grammar.policy.reading);
  }

  get between(): Between {
    return { state: this.state, isSwallowed: this.#isSwallowed, endsInTemplate: this.#endsInTemplate };
  }

  set between({ state, isSwallowed, endsInTemplate }: Between) {
    this.state = state;
    this.#isSwallowed = isSwallowed;
    this.#endsInTemplate = endsInTemplate;
  }

  /** Only blanks follow: they belong to this segment, so that the last one is never empty. */
  #isLast(): boolean {
    let rest = this.at;
    while (isBlank(this.text.charCodeAt(rest))) rest++;
    if (rest >= this.text.length) return true;
    // Whether a comment follows.
    this.#lookedAt(rest + 4);
    return false;
  }

  #lookedAt(at: number): void {
    this.#draft.lookahead = Math.max(this.#draft.lookahead, at);
  }

  #add(problem: Problem | undefined): void {
    const { policy } = this.names.grammar;
    const reported = problem && policy.report ? policy.report(problem) : problem;
    if (reported) this.#draft.problems.push(reported);
  }

  /** Reads one thing at content level; true when a segment must end here. */
  #item(): boolean {
    const { text } = this;
    if (this.state.code !== undefined) return this.#code(this.state.code, this.at);
    while (isBlank(text.charCodeAt(this.at))) this.at++;
    if (this.at >= text.length) return false;
    if (text.charCodeAt(this.at) !== 60) return this.#strayText();
    if (this.#expectedValue()) return false;
    const next = text.charCodeAt(this.at + 1);
    if (isNameStart(next)) return this.#element(this.at, this.at + 1);
    const directive = next === 33 || next === 63 ? undefined : directiveEnd(text, this.at, this.#marks);
    if (directive !== undefined) {
      this.#lookedAt(Math.max(this.at + 8500, directive));
      this.at = directive;
      return this.#template();
    }
    if (next === 47) return this.#endTag();
    if (next === 33) return this.#declaration();
    if (next === 63 || next === 37) return this.#instruction(next === 63 ? "?>" : "%>");
    if (nameEnd(text, this.at + 1).templated) return this.#element(this.at, this.at + 1);
    return this.#oddTag(next);
  }

  #declaration(): boolean {
    const { text, at } = this;
    if (text.startsWith("<!--", at)) return this.#comment();
    const close = text.startsWith("<![CDATA[", at) ? text.indexOf("]]>", at) + 2 : doctypeEnd(text, at);
    this.#isSwallowed = close < at + 2;
    this.at = this.#isSwallowed ? text.length : close + 1;
    return false;
  }

  #comment(): boolean {
    const { text, at } = this;
    const close = text.indexOf("-->", at + 4);
    if (close < 0) {
      this.#add(commentNotClosed({ start: at, end: Math.min(at + 4, text.length) }));
      this.#isSwallowed = true;
      this.at = text.length;
      return false;
    }
    this.at = close + 3;
    this.#draft.comments.push(commentOf(text, at, close));
    this.#add(commentProblem(text, at + 4, close));
    return false;
  }

  #instruction(close: string): boolean {
    const { text, at } = this;
    if (close === "%>" || !/^<\?xml\b/i.test(text.slice(at, at + 6))) return this.#code(close, at + 2);
    const end = text.indexOf(close, at + 2);
    this.#add(declarationProblem(text, at, end));
    this.#isSwallowed = end < 0;
    this.at = end < 0 ? text.length : end + close.length;
    return false;
  }

  /** Code up to its end, or up to an element that it prints. */
  #code(close: string, from: number): boolean {
    const { text } = this;
    const next = nextInCode(text, from, close, (start, name, isEndTag) =>
      this.names.isPrinted({ text, start, name, isEndTag }, this.state),
    );
    this.at = next.at;
    this.#template();
    this.state = { ...this.state, code: next.isEnd ? undefined : close, sawStrayText: true };
    if (next.isEnd) return false;
    return text.charCodeAt(next.at + 1) === 47 ? this.#endTag() : this.#element(next.at, next.at + 1);
  }

  #template(): boolean {
    this.#draft.templates.push(this.at);
    this.#endsInTemplate = true;
    if (!this.state.sawTemplate) this.state = { ...this.state, sawTemplate: true };
    return false;
  }

  /** `<` that opens neither a tag nor a comment: `<*_Key>`, `< Name>`, or plain text. */
  #oddTag(next: number): boolean {
    const { text, at } = this;
    if (isBlank(next)) {
      let name = at + 1;
      while (isBlank(text.charCodeAt(name))) name++;
      const slash = text.charCodeAt(name) === 47 ? 1 : 0;
      const end = nameEnd(text, name + slash).end;
      if (slash === 0 && end > name && this.names.isKnown(this.state.open, text.slice(name, end))) {
        this.#add(blankAfterBracket("<", { start: at, end }, { start: at + 1, end: name }));
        return this.#element(at, name);
      }
    }
    const bad = badElement(text, at);
    if (bad) {
      this.#lookedAt(at + badElementReach);
      this.#add(badName(String.fromCodePoint(text.codePointAt(at + 1) ?? 0), bad.name));
      this.at = bad.end;
      return false;
    }
    return this.#strayText();
  }

  #strayText(): boolean {
    const { text } = this;
    const start = this.at;
    const { at, templated } = strayEnd(text, start, this.#marks, (place) =>
      this.names.isStandIn(text, place, this.state.open),
    );
    this.at = at;
    this.#lookedAt(at + 4200);
    let end = at;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    const content = text.slice(start, end);
    if (templated || this.names.grammar.hasPlaceholder(content) || content.startsWith("#!")) return this.#template();
    if (/(?:^|\s)\+$/.test(content)) this.#skipCollapsed();
    if (content === "\ufeff" || this.state.sawStrayText) return false;
    const container = this.state.open;
    if (container?.role === "wrapper" || (!container && this.state.sawProfile)) return false;
    const before = !container && !this.state.sawProfile;
    this.state = { ...this.state, sawStrayText: true };
    const shown = { start, end };
    this.#add(before ? textBeforeRootProblem(content, shown, this.at) : strayTextProblem(content, shown));
    return false;
  }

  /** `+ <Section>` of a browser's tree view: the section was folded away, so it has no end tag. */
  #skipCollapsed(): void {
    const { text, at } = this;
    if (text.charCodeAt(at) !== 60 || !isNameStart(text.charCodeAt(at + 1))) return;
    this.at = readStartTag(text, at + 1, this.names.grammar).end;
  }

  #element(start: number, nameStart: number): boolean {
    const { text, names } = this;
    const { roots } = names;
    const { open, code } = this.state;
    const inside = isInside(open);
    const root = inside ? undefined : names.rootOf(text, nameStart);
    const tag = readStartTag(text, nameStart, names.grammar, root?.end);
    const name = text.slice(tag.nameStart, tag.nameEnd);
    const value = inside && tag.plainEnd ? names.valueName(open, name) : undefined;
    if (inside && value) {
      this.#values.follow(value);
      return this.#leaf(start, tag, value.name, open, value);
    }
    if (tag.problems.length > 0) this.#lookedAt(tag.end + 4200);
    if (root && !root.isExact) this.#lookedAt(contentStart(text, tag.end) + 80);
    this.#endsInTemplate = false;
    if (inside && names.isStandInTag(open, name, tag.attributes)) {
      this.at = tag.end;
      return false;
    }
    if (inside && names.isForeign(open, name)) {
      this.at = tag.end;
      return this.#template();
    }
    if (code === undefined) for (const problem of tag.problems) this.#add(problem);
    const local = localName(name);
    if (root || roots.isRoot(local)) {
      // The root begins a segment of its own, so that each profile is a whole number of segments.
      this.#openContainer(start, tag, "profile", "");
      if (!tag.selfClosing && code === undefined) this.#skipOtherRoots();
      return true;
    }
    if (!inside) {
      const isRoot = roots.isSection(local);
      this.#openContainer(start, tag, isRoot ? "profile" : "wrapper", names.pathIn(undefined, local, tag.attributes));
      return isRoot;
    }
    if (!tag.selfClosing && this.#isSection(name, tag, open)) {
      this.#openContainer(start, tag, "section", names.pathIn(open, name, tag.attributes));
      return false;
    }
    return this.#leaf(start, tag, name, open);
  }

  readonly #isOpen = (other: string) => findOpen(this.state, other) !== undefined;

  /** A value that is read at a glance. */
  #expectedValue(): boolean {
    const { text, at, state } = this;
    if (state.code !== undefined || !isInside(state.open)) return false;
    const element = this.#values.next(text, at, state.open.path);
    if (!element) return false;
    this.#endsInTemplate = false;
    this.#isSwallowed = false;
    this.#draft.settings.push(new PlainSetting(element, at));
    this.at = at + element.length;
    this.#lookedAt(this.at);
    return true;
  }

  #leaf(start: number, tag: StartTag, name: string, open: OpenElement, written?: WrittenName): false {
    const { text, names } = this;
    const { code } = this.state;
    this.#endsInTemplate = false;
    const leaf = readLeaf(text, start, tag, {
      name,
      written,
      open,
      names,
      marks: this.#marks,
      isOpen: this.#isOpen,
    });
    if (code === undefined) for (const problem of leaf.problems) this.#add(problem);
    this.#lookedAt(leaf.lookedAt);
    this.#draft.settings.push(code === undefined ? leaf.parts : printed(leaf.parts, text));
    if (leaf.parts.templated) this.#draft.templates.push(leaf.parts.end);
    this.#isSwallowed = leaf.isSwallowed;
    this.at = leaf.parts.end;
    return false;
  }

  #skipOtherRoots(): void {
    for (;;) {
      this.#lookedAt(this.at + otherRootReach);
      const end = this.names.roots.otherRootEnd(this.text, this.at);
      if (end === undefined) return;
      this.#draft.templates.push(end);
      this.at = end;
    }
  }

  #openContainer(start: number, tag: StartTag, role: SectionTag["role"], inside: string): void {
    const name = interned(this.text.slice(tag.nameStart, tag.nameEnd));
    const path = interned(inside);
    const nameSpan = { start: tag.nameStart, end: tag.nameEnd };
    const opened = containerTag({ name, path, role }, "open", { start, end: tag.end }, nameSpan);
    this.#draft.tags.push(tag.selfClosing ? { ...opened, isEmpty: true } : opened);
    this.at = tag.end;
    const sawProfile = this.state.sawProfile || role === "profile";
    const parent = this.state.open;
    this.state = tag.selfClosing
      ? { ...this.state, sawProfile }
      : { ...this.state, open: { name, role, path, parent, depth: parent ? parent.depth + 1 : 0 }, sawProfile };
  }

  /** Whether an element inside a profile contains elements rather than a value. */
  #isSection(name: string, tag: StartTag, open: OpenElement): boolean {
    const { text, names } = this;
    if (open.depth >= names.grammar.policy.maxDepth) return false;
    if (names.isSection(open, name, tag.attributes)) return true;
    if (tag.templated || names.isValue(open, name)) return false;
    const at = contentStart(text, tag.end);
    if (text.charCodeAt(at) !== 60 || !isNameStart(text.charCodeAt(at + 1))) return false;
    if (names.isForeign(open, text.slice(at + 1, nameEnd(text, at + 1).end))) return false;
    const close = this.#endTags.next(name, at, 60_000);
    this.#lookedAt(close === undefined ? at + 60_000 : close + name.length + 3);
    return close !== undefined && !names.roots.endsBetween(text, at, close);
  }

  #endTag(): boolean {
    const { text, at, names } = this;
    const { open } = this.state;
    const tag = readEndTag(text, at, names.roots);
    const { word, span } = tag;
    this.#endsInTemplate = false;
    this.at = span.end;
    if (tag.templated) return this.#template();
    const same = findOpen(this.state, word);
    const target = same ?? (tag.isRoot ? openProfile(this.state) : undefined);
    if (!target) {
      if (isInside(open) && names.isForeign(open, word)) return false;
      if (open?.role === "wrapper" || (!open && this.state.sawProfile && word === "")) return false;
      this.#add(unexpectedEndTag(word === "" ? rawName(text, at + 2) : word, span));
      return false;
    }
    if (!same && names.roots.at(target.name, 0)?.isExact) {
      const meant = { name: target.name, span };
      this.#add(mismatchedEndTag(meant, { name: word, span: tag.nameSpan }, false));
    }
    if (!tag.closed) this.#add(endTagNotClosed(word, span));
    for (let each = open; each && each !== target; each = each.parent) {
      if (each.role === "wrapper" && !isStrict(this.state)) continue;
      this.#add(stillOpen(each.name, span, !followsStartTag(text, at, each.name)));
    }
    this.#draft.tags.push(containerTag(target, "close", span, tag.nameSpan));
    this.state = { ...this.state, open: target.parent };
    return target.role === "profile";
  }

  #atEnd(): void {
    // Code may print the end tags.
    if (this.#endsInTemplate || this.state.code !== undefined) return;
    for (const problem of missingEnds(this.text, this.#draft, this.state, this.#isSwallowed)) this.#add(problem);
  }
}
