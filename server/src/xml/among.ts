import type { ReadFiles } from "../profile/readFiles";
import type { Segment } from "../profile/setting";
import { detached } from "../text/detached";
import type { ElementParts } from "./element";
import type { Names } from "./names";
import { type Between, Reader } from "./reader";
import { type ReaderState, sameState } from "./readerState";

// A file of many: what it shares with others is taken from them.

/** A segment ends between these lengths where the text says it, so that files meet again after a difference. */
const shortSize = 512;
const longSize = 2048;

/** Reads all segments of a file; those that `files` have are taken from them. */
export function readSegmentsAmong(text: string, names: Names, state: ReaderState, files: ReadFiles): Segment[] {
  const reader = new Reader(text, names, 0, state, endsAt);
  const segments: Segment[] = [];
  while (reader.at < text.length) segments.push(next(reader, files));
  return segments;
}

function next(reader: Reader, files: ReadFiles): Segment {
  const { text, between: before } = reader;
  const known = files.take(text, reader.at, (other) => isSame(other as Between, before));
  if (known) {
    reader.at += known.segment.text.length;
    reader.between = known.after as Between;
    return known.segment;
  }
  const segment = reader.segment(() => false);
  const { at } = reader;
  // What is before an end tag decides how a missing one is mended.
  const seesBefore = segment.problems.length > 0 && /^\s*<\//.test(segment.text);
  if (!seesBefore)
    files.keep({
      segment,
      before,
      after: reader.between,
      ahead: detached(text.slice(at, at + segment.lookahead)),
      isLast: at >= text.length,
    });
  return segment;
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
