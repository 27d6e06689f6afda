import type { InEffect } from "../profile/profile";
import { ProfileDocument } from "../profile/profileDocument";
import type { Segment } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { TextSource } from "../text/piecedText";
import type { TextChange } from "../text/textChange";

// Files of lines, each of which can be read with what its reader knows after the one before.

/** A segment ends between these lengths where the text of a line says it, so that a typed line does not move all later ends. */
const minSegmentLength = 512;
const segmentLength = 4096;
/** One whose last lines belong to the next ones may be longer. */
const maxSegmentLength = 65_536;
/** Characters after the start of a segment that are looked at, before as many again are. */
const windowLength = 2 * segmentLength;

/** How a format of lines is read. `State` is what its reader knows between two segments, and each one's `after`. */
export interface LineReader<State> {
  /** Before the first line of a file that begins with `head`. */
  startState(head: string): State;
  isSameState(a: State, b: State): boolean;
  /** Which of several settings with one name counts. */
  readonly inEffect: InEffect;
  /** The segment at the start of `text`, which goes on after it; `eachLine` goes through its lines. */
  readSegment(text: string, before: State, catalogue: Catalogue): Segment & { readonly after: State };
}

/** Characters at the start of a file that its reader may look at first. */
export const headLength = 2000;

type ReadFile = (
  source: TextSource,
  catalogue: Catalogue,
  previous?: ProfileDocument,
  change?: TextChange,
) => ProfileDocument;

/** Reads files, after an edit only the segments around it and those before which the state is another one now. */
export function readLines<State>(reader: LineReader<State>): ReadFile {
  return (source, catalogue, previous, change) => {
    const old = previous?.segments ?? [];
    const starts = previous?.starts ?? [];
    const first = previous && change ? firstTouched(previous, change.start) : 0;
    // Most of the text is not needed after an edit.
    const text = first === 0 ? source.toString() : source;
    const startState = first === 0 ? reader.startState(text.slice(0, headLength)) : undefined;
    const stateBefore = (index: number) => (index > 0 ? (old[index - 1]?.after as State) : (startState as State));
    const segments = old.slice(0, first);
    let at = starts[first] ?? 0;
    let state = stateBefore(first);
    let next = first;
    while (at < text.length) {
      if (change && at >= change.newEnd) {
        const oldAt = at - (change.newEnd - change.oldEnd);
        while (next < old.length && ((starts[next] ?? 0) < oldAt || (starts[next] ?? 0) < change.oldEnd)) next++;
        if (next > 0 && next < old.length && starts[next] === oldAt && reader.isSameState(stateBefore(next), state)) {
          segments.push(...old.slice(next));
          break;
        }
      }
      const segment = readAt(reader, text, at, state, catalogue);
      segments.push(segment);
      at += segment.text.length;
      state = segment.after;
    }
    const basis = previous && { document: previous, isOver: true };
    return new ProfileDocument("whole", segments, text.length, reader.inEffect, basis, true);
  };
}

function readAt<State>(reader: LineReader<State>, source: TextSource, at: number, state: State, catalogue: Catalogue) {
  for (let length = windowLength; ; length *= 2) {
    const end = Math.min(at + length, source.length);
    const text = source.slice(at, end);
    const segment = reader.readSegment(text, state, catalogue);
    // One that takes all that was given might be longer.
    if (segment.text.length < text.length || end === source.length) return segment;
  }
}

/** The segment in which an edit begins; what is typed where it begins may be joined with the end of the one before it. */
function firstTouched(previous: ProfileDocument, at: number): number {
  if (at < headLength) return 0;
  const index = previous.indexAt(at);
  return at === previous.starts[index] ? Math.max(0, index - 1) : index;
}

/**
 * Gives each line of the segment at the start of `text`, without its line end, and where it begins; returns where the
 * segment ends. While `isOpen`, what was read belongs together with the next line.
 */
export function eachLine(
  text: string,
  read: (line: string, at: number) => void,
  isOpen: () => boolean = () => false,
): number {
  let at = 0;
  while (at < text.length) {
    lineEnd.lastIndex = at;
    const end = lineEnd.test(text) ? lineEnd.lastIndex - 1 : text.length;
    const line = text.slice(at, end);
    read(line, at);
    at = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
    if (endsAfter(line, at) && (at >= maxSegmentLength || !isOpen())) break;
  }
  return at;
}

const lineEnd = /[\r\n]/g;
/** A value or three words: the next line does not complete it. */
const isWhole = /[=:][ \t]*[^\s=:]|^[\s#;]*[^\s#;]\S*[ \t]+\S+[ \t]+\S/;
/** Rows with consecutive numbers are chosen at irregular distances: at regular ones, two sequences of ends never meet. */
const scatter = 0x9e3779b1;

/** Characters of the start and the end of a line that choose it: the start has the name, or the number of a row. */
const startLength = 24;
const endLength = 4;

/** After about every eighth line. */
function endsAfter(line: string, length: number): boolean {
  if (length < minSegmentLength || length >= segmentLength) return length >= segmentLength;
  let key = line.length;
  for (let i = Math.min(startLength, line.length) - 1; i >= 0; i--) key = Math.imul(key + line.charCodeAt(i), scatter);
  for (let i = Math.max(startLength, line.length - endLength); i < line.length; i++)
    key = Math.imul(key + line.charCodeAt(i), scatter);
  return key >>> 29 === 0 && isWhole.test(line);
}
