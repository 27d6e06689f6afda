import { ProfileDocument } from "../profile/profileDocument";
import type { ReadFiles } from "../profile/readFiles";
import type { Segment } from "../profile/setting";
import type { TextSource } from "../text/piecedText";
import type { TextChange } from "../text/textChange";
import { readSegmentsAmong } from "./among";
import type { Names } from "./names";
import { Reader } from "./reader";
import { fragmentState, type ReaderState, sameState, startState, stateAfter } from "./readerState";

/** Reads a whole file. */
export function readDocument(text: string, names: Names): ProfileDocument {
  const form = formOf(text, names);
  if (form === "foreign") return new ProfileDocument("foreign", [], text.length, names.grammar.policy.inEffect);
  const state = form === "part" ? fragmentState : startState;
  const { segments } = readSegments(text, names, 0, state, () => false);
  return new ProfileDocument(form, segments, text.length, names.grammar.policy.inEffect);
}

/** Reads a file of many; equal stretches are those of other files. */
export function readAmong(text: string, names: Names, files: ReadFiles): ProfileDocument {
  const form = formOf(text, names);
  if (form === "foreign") return readDocument(text, names);
  return files.read((basisOf) => {
    const segments = readSegmentsAmong(text, names, form === "part" ? fragmentState : startState, files);
    return new ProfileDocument(form, segments, text.length, names.grammar.policy.inEffect, basisOf(segments));
  });
}

/** Reads a file again after one edit; segments that the edit cannot have changed are kept. */
export function updateDocument(
  source: TextSource,
  names: Names,
  previous: ProfileDocument,
  change: TextChange,
): ProfileDocument {
  if (previous.form === "foreign") return readDocument(source.toString(), names);
  const { segments: old, starts } = previous;
  // A segment whose end touches the edit, or that looked ahead into it, may read differently now; it
  // may have looked over others that did not.
  let first = 0;
  for (const last = previous.indexAt(change.start); first < last; first++)
    if (reach(old, starts, first) >= change.start) break;
  let read = rereadNear(source, names, previous, change, first);
  if (!read) {
    const text = source.toString();
    if (formOf(text, names) !== previous.form) return readDocument(text, names);
    read = reread(text, 0, names, previous, change, first);
  }
  const kept = read.end < source.length ? old.slice(read.next) : [];
  const segments = [...old.slice(0, first), ...read.segments, ...kept];
  return new ProfileDocument(previous.form, segments, source.length, names.grammar.policy.inEffect, {
    document: previous,
    isOver: true,
  });
}

/**
 * Reads segments from `at` in `state` to the end of `text`. Before each segment boundary
 * `stop` is asked whether everything from there on is known already.
 */
function readSegments(
  text: string,
  names: Names,
  at: number,
  state: ReaderState,
  stop: (at: number, state: ReaderState) => boolean,
): { segments: Segment[]; end: number } {
  const reader = new Reader(text, names, at, state);
  const segments: Segment[] = [];
  while (reader.at < text.length) {
    segments.push(reader.segment(stop));
    if (reader.stopped) break;
  }
  return { segments, end: reader.at };
}

interface Reread {
  readonly segments: readonly Segment[];
  /** Where reading ended, in the file. */
  readonly end: number;
  /** The first old segment after that place that is unchanged. */
  readonly next: number;
}

/** Reads on from segment `first` until the rest is known; `text` is the file from `base` on. */
function reread(
  text: string,
  base: number,
  names: Names,
  previous: ProfileDocument,
  change: TextChange,
  first: number,
): Reread {
  const { segments: old, starts } = previous;
  const delta = change.newEnd - change.oldEnd;
  const state = first === 0 ? (previous.form === "part" ? fragmentState : startState) : stateBefore(old, first);
  let next = first;
  const stop = (local: number, after: ReaderState): boolean => {
    const at = local + base;
    if (at < change.newEnd) return false;
    const oldAt = at - delta;
    while (next < old.length && (starts[next] as number) < oldAt) next++;
    return (
      next < old.length &&
      starts[next] === oldAt &&
      oldAt >= change.oldEnd &&
      next > 0 &&
      sameState(after, stateBefore(old, next))
    );
  };
  const { segments, end } = readSegments(text, names, (starts[first] ?? 0) - base, state, stop);
  return { segments, end: end + base, next };
}

/** No look ahead that has a limit goes further. */
const furthestLook = 70_000;
/** How far after an edit the text is put together. */
const near = 100_000;

/** The same from the neighbourhood of the edit alone; undefined when that may not be enough. */
function rereadNear(
  source: TextSource,
  names: Names,
  previous: ProfileDocument,
  change: TextChange,
  first: number,
): Reread | undefined {
  if (first === 0 || !hasRootBefore(previous, first, names.grammar.roots.closedMark)) return undefined;
  const end = Math.min(change.newEnd + near, source.length);
  const base = previous.starts[first - 1] ?? 0;
  const text = source.slice(base, end);
  const read = reread(text, base, names, previous, change, first);
  const enough = end === source.length || (read.end + furthestLook <= end && isEnough(text, read.end - base));
  return enough ? read : undefined;
}

/** Whether every look ahead without a limit, from a little after `at`, ends within `text`. */
function isEnough(text: string, at: number): boolean {
  const beyond = at + furthestLook / 2;
  if (["<", ">", "\n"].some((mark) => text.lastIndexOf(mark) < beyond)) return false;
  return isClosed(text, "<!--", "-->") && isClosed(text, "<![CDATA[", "]]>");
}

function isClosed(text: string, open: string, close: string): boolean {
  const at = text.lastIndexOf(open);
  return at < 0 || text.indexOf(close, at + open.length) >= 0;
}

/** The root that makes the file ours is in a segment before `first`. */
function hasRootBefore({ form, segments }: ProfileDocument, first: number, mark: RegExp): boolean {
  if (form !== "whole") return false;
  for (let i = 0; i < first; i++) {
    const { tags, text } = segments[i] as Segment;
    if (tags.some((tag) => tag.kind === "open" && tag.role === "profile") && mark.test(text)) return true;
  }
  return false;
}

function reach(segments: readonly Segment[], starts: readonly number[], index: number): number {
  const segment = segments[index] as Segment;
  return (starts[index] as number) + segment.text.length + segment.lookahead;
}

function stateBefore(segments: readonly Segment[], index: number): ReaderState {
  return stateAfter(segments[index - 1]) ?? startState;
}

/** What kind of file this is, by its elements alone. */
export function formOf(text: string, names: Names): ProfileDocument["form"] {
  const { roots } = names;
  if (roots.mark.test(text) || roots.isNear(text.slice(0, furthestRoot))) return "whole";
  return isFragment(text, names) ? "part" : "foreign";
}

/** A misspelt root is looked for in so many characters. */
const furthestRoot = 20_000;

/** The first elements of a fragment are parameters of the catalogue. */
function isFragment(text: string, names: Names): boolean {
  const tags = /<([A-Za-z][\w.-]*)(?=[\s/>])/g;
  const body = text.slice(0, 20_000);
  let seen = 0;
  let parameters = 0;
  for (let match = tags.exec(body); match && seen < 12; match = tags.exec(body)) {
    seen++;
    const name = match[1] as string;
    if (names.known.has(name) && names.grammar.policy.isDistinctive(name)) parameters++;
  }
  return parameters > 0 && parameters * 2 >= seen;
}
