import type { InEffect } from "../../../server/src/profile/profile";
import { ProfileDocument } from "../../../server/src/profile/profileDocument";
import type { Segment } from "../../../server/src/profile/setting";
import { Setting, type ValueReading } from "../../../server/src/profile/setting";
import type { Catalogue } from "../../../server/src/schema/catalogue";
import { detached } from "../../../server/src/text/detached";
import { MappedText } from "../../../server/src/text/mappedText";
import type { TextSource } from "../../../server/src/text/piecedText";
import type { TextChange } from "../../../server/src/text/textChange";
import { type Draft, readLine } from "./lines";
import { type State, sameState, startState } from "./state";

/** Characters of a segment, after which it ends with its line. */
const segmentLength = 4096;

/** A phone keeps the first value that it reads. */
const firstOne: InEffect = (settings) => settings[0];

/** Values may have double quotes around them; nothing is escaped. */
const reading: ValueReading = {
  decode(text, start, end) {
    const isQuoted = end - start >= 2 && text[start] === '"' && text[end - 1] === '"';
    return isQuoted
      ? MappedText.verbatim(text.slice(start + 1, end - 1), start + 1)
      : MappedText.verbatim(text.slice(start, end), start);
  },
  isEmpty: (text) => text === "",
};

/** A segment with the state of the reader before it. */
export interface ToySegment extends Segment {
  readonly before: State;
  readonly after: State;
}

export function read(
  source: TextSource,
  catalogue: Catalogue,
  previous?: ProfileDocument,
  change?: TextChange,
): ProfileDocument {
  const text = source.toString();
  const old = (previous?.segments ?? []) as readonly ToySegment[];
  const starts = previous?.starts ?? [];
  // A line that is joined with the one before it belongs to the segment of that one.
  const first = previous && change ? Math.max(0, previous.indexAt(change.start) - 1) : 0;
  const segments = old.slice(0, first);
  let at = starts[first] ?? 0;
  let state: State = old[first]?.before ?? startState;
  let next = first;
  while (at < text.length) {
    if (change && at >= change.newEnd) {
      const oldAt = at - (change.newEnd - change.oldEnd);
      while (next < old.length && ((starts[next] ?? 0) < oldAt || (starts[next] ?? 0) < change.oldEnd)) next++;
      const same = old[next];
      if (same && starts[next] === oldAt && sameState(same.before, state)) {
        segments.push(...old.slice(next));
        break;
      }
    }
    const segment = readSegment(text, at, state, catalogue);
    segments.push(segment);
    at += segment.text.length;
    state = segment.after;
  }
  return new ProfileDocument("whole", segments, text.length, firstOne, previous, true);
}

function readSegment(text: string, start: number, before: State, catalogue: Catalogue): ToySegment {
  const draft: Draft = { settings: [], problems: [], comments: [], tags: [], templates: [] };
  let at = start;
  let state = before;
  while (at < text.length && at - start < segmentLength) {
    const end = lineEnd(text, at);
    state = readLine(text.slice(at, end), at - start, state, catalogue, draft);
    at = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
  }
  const settings: Setting[] = [];
  const { problems, comments, tags, templates } = draft;
  const segment: ToySegment = {
    ...{ text: detached(text.slice(start, at)), settings, problems, comments, tags, templates },
    ...{ before, after: state, lookahead: 0 },
  };
  for (const parts of draft.settings) settings.push(new Setting(segment, parts, reading));
  return segment;
}

function lineEnd(text: string, from: number): number {
  const found = text.slice(from, from + segmentLength).search(/[\r\n]/);
  if (found >= 0) return from + found;
  const far = /[\r\n]/g;
  far.lastIndex = from;
  return far.exec(text)?.index ?? text.length;
}
