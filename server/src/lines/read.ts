import type { InEffect } from "../profile/profile";
import { ProfileDocument } from "../profile/profileDocument";
import type { Segment } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { TextSource } from "../text/piecedText";
import type { TextChange } from "../text/textChange";

// Files of lines, each of which can be read with what its reader knows after the one before.

/** Characters of a segment, after which it ends with its line. */
const segmentLength = 4096;
/** One whose last lines belong to the next ones may be longer. */
const maxSegmentLength = 65_536;

/** How a format of lines is read. `State` is what its reader knows between two segments, and each one's `after`. */
export interface LineReader<State> {
  /** Before the first line. */
  readonly startState: State;
  isSameState(a: State, b: State): boolean;
  /** Which of several settings with one name counts. */
  readonly inEffect: InEffect;
  /** The segment that begins at `start`; `eachLine` goes through its lines. */
  readSegment(text: string, start: number, before: State, catalogue: Catalogue): Segment & { readonly after: State };
}

type ReadFile = (
  source: TextSource,
  catalogue: Catalogue,
  previous?: ProfileDocument,
  change?: TextChange,
) => ProfileDocument;

/** Reads files, after an edit only the segments around it and those before which the state is another one now. */
export function readLines<State>(reader: LineReader<State>): ReadFile {
  return (source, catalogue, previous, change) => {
    const text = source.toString();
    const old = previous?.segments ?? [];
    const starts = previous?.starts ?? [];
    const stateBefore = (index: number) => (index > 0 ? (old[index - 1]?.after as State) : reader.startState);
    const first = previous && change ? firstTouched(previous, change.start) : 0;
    const segments = old.slice(0, first);
    let at = starts[first] ?? 0;
    let state = stateBefore(first);
    let next = first;
    while (at < text.length) {
      if (change && at >= change.newEnd) {
        const oldAt = at - (change.newEnd - change.oldEnd);
        while (next < old.length && ((starts[next] ?? 0) < oldAt || (starts[next] ?? 0) < change.oldEnd)) next++;
        if (next < old.length && starts[next] === oldAt && reader.isSameState(stateBefore(next), state)) {
          segments.push(...old.slice(next));
          break;
        }
      }
      const segment = reader.readSegment(text, at, state, catalogue);
      segments.push(segment);
      at += segment.text.length;
      state = segment.after;
    }
    return new ProfileDocument("whole", segments, text.length, reader.inEffect, previous, true);
  };
}

/** The segment in which an edit begins; what is typed where it begins may be joined with the end of the one before it. */
function firstTouched(previous: ProfileDocument, at: number): number {
  const index = previous.indexAt(at);
  return at === previous.starts[index] ? Math.max(0, index - 1) : index;
}

/**
 * Gives each line of the segment at `start`, without its line end, and where in the segment it begins; returns where the
 * segment ends. While `isOpen`, what was read belongs together with the next line.
 */
export function eachLine(
  text: string,
  start: number,
  read: (line: string, at: number) => void,
  isOpen: () => boolean = () => false,
): number {
  let at = start;
  while (at < text.length && (at - start < segmentLength || (at - start < maxSegmentLength && isOpen()))) {
    lineEnd.lastIndex = at;
    const end = lineEnd.test(text) ? lineEnd.lastIndex - 1 : text.length;
    read(text.slice(at, end), at - start);
    at = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
  }
  return at;
}

const lineEnd = /[\r\n]/g;
