import type { LayoutStyle } from "../profile/layoutStyle";
import type { ProfileDocument } from "../profile/profileDocument";
import type { SectionTag, Segment, Setting } from "../profile/setting";
import { lineEndOf } from "../text/lineEnd";
import { type Edit, type Span, shift } from "../text/span";
import { elementOf, tagNameSpan } from "./element";
import { isBlank } from "./entities";
import { stateAfter } from "./readerState";

// One element on each line, indented by the elements around it. Only blanks between two things that
// were read without fault are changed, and blanks inside their tags: never a value, a comment, text
// or a template construct, nor the blanks beside one.

/** Steps of indentation at most; only files made to do harm go deeper. */
const maxDepth = 40;

interface Item {
  readonly start: number;
  readonly end: number;
  readonly kind: "setting" | "open" | "close" | "comment";
  readonly wrapper: boolean;
  readonly sound: boolean;
  readonly depth: number;
  /** The innermost element around it is a wrapper: its content is not ours. */
  readonly foreign: boolean;
}

interface Open {
  readonly name: string;
  readonly role: SectionTag["role"];
  readonly parent: Open | undefined;
}

/** Edits in order, none overlapping, for the segments that `range` touches. */
export function layout(document: ProfileDocument, text: string, style: LayoutStyle, range: Span): Edit[] {
  const edits: Edit[] = [];
  const newline = lineEndOf(text);
  const first = Math.max(0, document.indexAt(range.start) - 1);
  const last = document.indexAt(range.end);
  const faults = new Faults(document, first - 1, last + 1);
  let previous: Item | undefined;
  for (let i = first; i <= last; i++) {
    const segment = document.segments[i];
    if (!segment) break;
    const base = document.starts[i] ?? 0;
    let open: Open | undefined = stateAfter(document.segments[i - 1])?.open;
    if (i === 0 && document.form === "part") open = { name: "", role: "profile", parent: undefined };
    eachItem(segment, base, open, faults, (item, inside) => {
      const gap = previous ? between(previous, item, text) : i === 0 ? afterDeclaration(item, text) : undefined;
      const edit = gap && laidOut(gap, previous, item, text, style, newline);
      if (edit) edits.push(edit);
      edits.push(...inside);
      previous = item;
    });
  }
  return edits.filter(({ span }) => span.end >= range.start && span.start <= range.end);
}

/** Where something is wrong, in the segments from `first` to `last`: an element can touch a fault of the next one. */
class Faults {
  readonly #starts: number[] = [];
  /** By index the furthest end so far. */
  readonly #ends: number[] = [];

  constructor({ segments, starts }: ProfileDocument, first: number, last: number) {
    const spans: Span[] = [];
    for (let i = Math.max(0, first); i <= last; i++)
      for (const { severity, span } of segments[i]?.problems ?? [])
        if (severity !== "hint") spans.push(shift(span, starts[i] ?? 0));
    spans.sort((a, b) => a.start - b.start);
    let furthest = -1;
    for (const { start, end } of spans) {
      furthest = Math.max(furthest, end);
      this.#starts.push(start);
      this.#ends.push(furthest);
    }
  }

  touch(start: number, end: number): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.#ends[low - 1] as number) >= start;
  }
}

function eachItem(
  segment: Segment,
  base: number,
  outside: Open | undefined,
  faults: Faults,
  visit: (item: Item, inside: readonly Edit[]) => void,
): void {
  const { settings, tags, comments } = segment;
  const isSound = (span: Span) => !faults.touch(base + span.start, base + span.end);
  let open = outside;
  let s = 0;
  let t = 0;
  let c = 0;
  const add = (span: Span, kind: Item["kind"], wrapper: boolean, around: Open | undefined, inside: readonly Edit[]) =>
    visit(
      {
        start: base + span.start,
        end: base + span.end,
        kind,
        wrapper,
        sound: isSound(span),
        depth: depthOf(around),
        foreign: around?.role === "wrapper",
      },
      inside,
    );
  for (;;) {
    const setting = settings[s];
    const tag = tags[t];
    const comment = comments[c];
    const at = Math.min(
      setting?.parts.start ?? Number.POSITIVE_INFINITY,
      tag?.span.start ?? Number.POSITIVE_INFINITY,
      comment?.span.start ?? Number.POSITIVE_INFINITY,
    );
    if (setting && setting.parts.start === at) {
      s++;
      const clean = !setting.templated && isSound(setting.span);
      add(setting.span, "setting", false, open, clean ? insideTags(setting, base) : []);
    } else if (tag && tag.span.start === at) {
      t++;
      const isWrapper = tag.role === "wrapper";
      if (tag.kind === "open") {
        add(tag.span, "open", isWrapper, open, []);
        if (!segment.text.startsWith("/>", tag.span.end - 2)) open = { name: tag.name, role: tag.role, parent: open };
      } else {
        let target = open;
        while (target && target.name !== tag.name) target = target.parent;
        open = target ? target.parent : open;
        add(tag.span, "close", isWrapper, open, []);
      }
    } else if (comment) {
      c++;
      add(comment.span, "comment", false, open, []);
    } else return;
  }
}

function depthOf(open: Open | undefined): number {
  let depth = 0;
  for (let at = open; at && depth < maxDepth; at = at.parent) if (at.name !== "") depth++;
  return depth;
}

/** The blanks between two items when they may be changed. */
function between(previous: Item, next: Item, text: string): Span | undefined {
  if (!previous.sound || !next.sound) return undefined;
  // An empty profile or section stays as it is.
  if (previous.kind === "open" && next.kind === "close") return undefined;
  const inWrapper = (item: Item) => item.wrapper || (item.foreign && item.kind === "comment");
  if (inWrapper(previous) && inWrapper(next)) return undefined;
  return blanks(text, previous.end, next.start);
}

/** The blanks between the XML declaration and the first item. */
function afterDeclaration(next: Item, text: string): Span | undefined {
  let start = next.start;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  const isDeclaration = /^\ufeff?<\?xml[ \t\r\n][^<>]*\?>$/.test(text.slice(0, Math.min(start, 400)));
  return isDeclaration && start < 400 && next.sound && !next.wrapper ? { start, end: next.start } : undefined;
}

function blanks(text: string, start: number, end: number): Span | undefined {
  for (let at = start; at < end; at++) if (!isBlank(text.charCodeAt(at))) return undefined;
  return { start, end };
}

function laidOut(
  gap: Span,
  previous: Item | undefined,
  next: Item,
  text: string,
  style: LayoutStyle,
  newline: string,
): Edit | undefined {
  const old = text.slice(gap.start, gap.end);
  const breaks = old.match(/\r\n|\n|\r/g) ?? [];
  // A comment after an element belongs to it.
  if (next.kind === "comment" && breaks.length === 0 && previous && previous.kind !== "open")
    return old === "" ? { span: gap, text: " " } : undefined;
  const kept = Math.max(1, Math.min(breaks.length, style.blankLines + 1));
  const lines = breaks.length === 0 ? newline : breaks.slice(0, kept).join("");
  const fresh = lines + style.indent.repeat(next.depth);
  return fresh === old ? undefined : { span: gap, text: fresh };
}

const attribute = /[ \t\r\n]+([\w:.-]+)[ \t\r\n]*=[ \t\r\n]*("[^"<>]*"|'[^'<>]*')/y;

/** Blanks in the start tag and the end tag. */
function insideTags(setting: Setting, base: number): Edit[] {
  const { text } = setting.segment;
  const { openEnd, attributes, endNameEnd, end } = elementOf(setting);
  const nameEnd = tagNameSpan(setting).end;
  const edits: Edit[] = [];
  const start = tidyTag(text.slice(nameEnd, openEnd), attributes.length);
  if (start !== undefined && start !== text.slice(nameEnd, openEnd))
    edits.push({ span: { start: base + nameEnd, end: base + openEnd }, text: start });
  if (endNameEnd >= 0 && /^[ \t\r\n]+>$/.test(text.slice(endNameEnd, end)))
    edits.push({ span: { start: base + endNameEnd, end: base + end }, text: ">" });
  return edits;
}

/** The tag after its name with single blanks; undefined when it is anything but well-formed. */
function tidyTag(tag: string, count: number): string | undefined {
  let out = "";
  let at = 0;
  for (let i = 0; i < count; i++) {
    attribute.lastIndex = at;
    const match = attribute.exec(tag);
    if (!match) return undefined;
    out += ` ${match[1]}=${match[2]}`;
    at = attribute.lastIndex;
  }
  const close = /^[ \t\r\n]*(\/?>)$/.exec(tag.slice(at));
  return close ? out + close[1] : undefined;
}
