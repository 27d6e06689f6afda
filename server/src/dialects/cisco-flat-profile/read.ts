import { ProfileDocument } from "../../profile/profileDocument";
import { type ReaderState, type Segment, sameState } from "../../profile/segment";
import type { TextChange } from "../dialect";
import { fragmentState, type KnownNames, readSegments, startState } from "./reader";

const rootMark = /<(?:[A-Za-z][\w.-]*:)?(?:flat-profile|router-configuration)(?=[\s/>\u201c\u201d]|$)/;

/** Reads a whole file. */
export function readDocument(text: string, known: KnownNames): ProfileDocument {
  const form = formOf(text, known);
  if (form === "foreign") return new ProfileDocument("foreign", [], text.length);
  const state = form === "fragment" ? fragmentState : startState;
  const { segments } = readSegments(text, known, 0, state, () => false);
  return new ProfileDocument(form, segments, text.length);
}

/** Reads a file again after one edit; segments that the edit cannot have changed are kept. */
export function updateDocument(
  text: string,
  known: KnownNames,
  previous: ProfileDocument,
  change: TextChange,
): ProfileDocument {
  if (previous.form === "foreign" || formOf(text, known) !== previous.form) return readDocument(text, known);
  const delta = change.newEnd - change.oldEnd;
  const { segments: old, starts } = previous;
  let first = previous.indexAt(change.start);
  // A segment whose end touches the edit, or that looked ahead into it, may read differently now.
  while (first > 0 && reach(old, starts, first - 1) >= change.start) first--;
  const state = first === 0 ? (previous.form === "fragment" ? fragmentState : startState) : stateBefore(old, first);
  let next = first;
  const stop = (at: number, after: ReaderState): boolean => {
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
  const start = starts[first] ?? 0;
  const read = readSegments(text, known, start, state, stop);
  const kept = read.end < text.length ? old.slice(next) : [];
  return new ProfileDocument(previous.form, [...old.slice(0, first), ...read.segments, ...kept], text.length, previous);
}

function reach(segments: readonly Segment[], starts: readonly number[], index: number): number {
  const segment = segments[index] as Segment;
  return (starts[index] as number) + segment.text.length + segment.lookahead;
}

function stateBefore(segments: readonly Segment[], index: number): ReaderState {
  return (segments[index - 1] as Segment).after;
}

/** What kind of file this is, by its elements alone. */
export function formOf(text: string, known: KnownNames): ProfileDocument["form"] {
  if (rootMark.test(text)) return "rooted";
  return isFragment(text, known) ? "fragment" : "foreign";
}

/** The first elements of a fragment are parameters of the catalogue. */
function isFragment(text: string, known: KnownNames): boolean {
  const tags = /<([A-Za-z][\w.-]*)(?=[\s/>])/g;
  const body = text.slice(0, 20_000);
  let seen = 0;
  let parameters = 0;
  for (let match = tags.exec(body); match && seen < 12; match = tags.exec(body)) {
    seen++;
    // Plain words such as <User> or <Text> are elements of many formats; our names have underscores.
    if (known.has(match[1] as string) && /_/.test(match[1] as string)) parameters++;
  }
  return parameters > 0 && parameters * 2 >= seen;
}
