import type { KeptSegment, Opening, ReadFiles } from "../profile/readFiles";
import type { Segment, Setting } from "../profile/setting";
import { detached } from "../text/detached";
import { sameLength } from "../text/sameLength";
import type { ElementParts } from "./element";
import { isBlank } from "./entities";
import type { Names } from "./names";
import { type Between, Reader } from "./reader";
import { type ReaderState, sameState } from "./readerState";

// A file of many: what it shares with others is taken from them.

/** A segment ends between these lengths where the text says it, so that files meet again after a difference. */
const shortSize = 1024;
const longSize = 4096;

/** Reads all segments of a file; those that `files` have are taken from them. */
export function readSegmentsAmong(text: string, names: Names, state: ReaderState, files: ReadFiles): Segment[] {
  return new Among(text, names, state, files).segments();
}

/** A segment of another file from one of its settings on, which is probably what comes next, with some difference. */
interface Like {
  readonly kept: KeptSegment;
  readonly from: number;
}

/** Settings of a difference, and how much must be equal after it. */
const maxDifference = 8;
const equalAfter = 256;
/** Characters of a start tag and the blanks before it. */
const maxOpening = 200;

/**
 * Files of a fleet differ in the same places. Where one differs from a segment that is known, the difference becomes a
 * segment of its own, and so do the parts before and after it, so that the next file finds these.
 */
class Among {
  readonly #reader: Reader;
  /** Where the next segment ends, when that is clear. */
  #end = -1;
  /** It is all of the segment that it is like. */
  #isInPlace = false;
  /** What comes after it. */
  #rest: Like | undefined;

  constructor(
    readonly text: string,
    names: Names,
    state: ReaderState,
    readonly files: ReadFiles,
  ) {
    this.#reader = new Reader(text, names, 0, state, (_, start, end, settings) => this.#endsAt(start, end, settings));
  }

  segments(): Segment[] {
    const segments: Segment[] = [];
    while (this.#reader.at < this.text.length) segments.push(this.#next());
    return segments;
  }

  #next(): Segment {
    const { text, files } = this;
    const reader = this.#reader;
    const { between: before, at: start } = reader;
    const known = files.take(text, start, (other) => isSame(other as Between, before));
    if (known) {
      this.#rest = undefined;
      reader.at += known.segment.text.length;
      reader.between = known.after as Between;
      return known.segment;
    }
    const opening = openingOf(text, start);
    const like = this.#rest ?? likeOf(files.like(text, start, opening));
    this.#compare(start, like);
    const segment = reader.segment(() => false);
    const { at } = reader;
    if (at !== this.#end) this.#rest = undefined;
    // What is before an end tag decides how a missing one is mended.
    const seesBefore = segment.problems.length > 0 && /^\s*<\//.test(segment.text);
    // What a file says of itself is in no other.
    const isRemark = segment.settings.length === 0 && segment.comments.length > 0;
    if (!seesBefore && !isRemark)
      files.keep(
        {
          segment,
          before,
          after: reader.between,
          ahead: detached(text.slice(at, at + segment.lookahead)),
          isLast: at >= text.length,
          opening: detached(opening.text),
        },
        like?.kept,
        this.#isInPlace && at === this.#end,
      );
    return segment;
  }

  /** Looks how far the text is that of another segment, or where a small difference ends that begins here. */
  #compare(start: number, like: Like | undefined): void {
    this.#end = -1;
    this.#isInPlace = false;
    this.#rest = undefined;
    if (!like) return;
    const { kept, from } = like;
    const { text, settings } = kept.segment;
    const equal = from + sameLength(text, from, this.text, start);
    if (equal === text.length) {
      this.#end = start + equal - from;
      return;
    }
    let next = 0;
    while (next < settings.length && (settings[next] as Setting).parts.end <= equal) next++;
    const before = settings[next - 1]?.parts.end ?? 0;
    const after = this.#afterDifference(start + Math.max(before - from, 0), settings.slice(next, next + maxDifference));
    if (!after) return;
    this.#end = before > from ? start + before - from : after.at;
    const rest = before > from ? before : after.from;
    if (rest < text.length) this.#rest = { kept, from: rest };
    else this.#isInPlace = from === 0;
  }

  /** Where the other segment goes on after the first of these settings, and where the same comes in the text. */
  #afterDifference(
    at: number,
    settings: readonly Setting[],
  ): { readonly from: number; readonly at: number } | undefined {
    for (const { name, parts, segment } of settings) {
      const endTag = parts.endNameStart < 0 ? -1 : this.text.indexOf(`</${name}>`, at);
      if (endTag < 0 || endTag - at > longSize) return undefined;
      at = endTag + name.length + 3;
      const same = sameLength(segment.text, parts.end, this.text, at, equalAfter);
      if (same === equalAfter || same === segment.text.length - parts.end) return { from: parts.end, at };
    }
    return undefined;
  }

  #endsAt(start: number, end: number, settings: readonly ElementParts[]): boolean {
    const last = settings.at(-1);
    // A comment may be about the setting before it.
    if (last?.end === end && this.#isComment(end)) return false;
    if (end <= this.#end) return end === this.#end;
    // What is different in each file is often said at its beginning.
    if (!last && this.text.startsWith("-->", end - 3)) return true;
    return endsAt(this.text, start, end, last);
  }

  #isComment(at: number): boolean {
    while (isBlank(this.text.charCodeAt(at))) at++;
    return this.text.startsWith("<!--", at);
  }
}

function likeOf(kept: KeptSegment | undefined): Like | undefined {
  return kept && { kept, from: 0 };
}

/** A start tag with the blanks before it, if it is not too long to be an element with a value. */
function openingOf(text: string, at: number): Opening {
  const end = text.indexOf(">", at) + 1;
  if (end === 0 || end - at > maxOpening) return { text: "", goesOn: () => false };
  const after = elementEnd(text, end);
  return {
    text: text.slice(at, end),
    goesOn: (other) => {
      const from = elementEnd(other, end - at);
      return text.startsWith(other.slice(from, from + maxOpening), after);
    },
  };
}

function elementEnd(text: string, from: number): number {
  return text.indexOf(">", text.indexOf("</", from) + 1) + 1;
}

function isSame(a: Between, b: Between): boolean {
  return a.isSwallowed === b.isSwallowed && a.endsInTemplate === b.endsInTemplate && sameState(a.state, b.state);
}

/** After about every fourth setting, by its name. */
function endsAt(text: string, start: number, end: number, last: ElementParts | undefined): boolean {
  const length = end - start;
  if (length < shortSize || length >= longSize || last?.end !== end) return length >= longSize;
  const { nameStart, nameEnd } = last;
  return ((text.charCodeAt(nameEnd - 3) + text.charCodeAt(nameEnd - 6) + nameEnd - nameStart) & 3) === 0;
}
