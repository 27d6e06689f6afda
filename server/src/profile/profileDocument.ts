import type { Span } from "../text/span";
import { type InEffect, Profile } from "./profile";
import { type SectionTag, type Segment, SegmentMemo, type Setting } from "./setting";

/** What a file is to its dialect. */
type DocumentForm =
  /** a root element of the format */
  | "whole"
  /** a list of settings without the root, as manuals print it */
  | "part"
  /** some other file: nothing is said about it */
  | "foreign";

/** A version of a file that another one follows. */
export interface Basis {
  readonly document: ProfileDocument;
  /** No other one follows it. */
  readonly isOver: boolean;
}

/** The index of each segment in the version that was asked for it last: an edit moves few. */
const lastPlaces = new SegmentMemo<number>();

/** One version of a file, read. Only this object knows where each segment starts. */
export class ProfileDocument {
  readonly starts: readonly number[];
  readonly profiles: readonly Profile[];
  readonly #profileOfSegment: readonly (Profile | undefined)[];
  #isNumbered = false;
  #indexOf: Map<Segment, number> | undefined;
  #hasTemplate: boolean | undefined;

  constructor(
    readonly form: DocumentForm,
    readonly segments: readonly Segment[],
    readonly length: number,
    /** Which of several settings with one name counts. */
    inEffect: InEffect,
    basis?: Basis,
    /** All of the file is one profile; otherwise marks of the dialect say where profiles begin and end. */
    isOneProfile = form === "part",
  ) {
    const starts = new Array<number>(segments.length);
    let at = 0;
    for (let i = 0; i < segments.length; i++) {
      starts[i] = at;
      at += (segments[i] as Segment).text.length;
    }
    this.starts = starts;
    const previous = basis?.document;
    const isOver = basis?.isOver ?? true;
    const owners: (Profile | undefined)[] = new Array(segments.length).fill(undefined);
    const profiles: Profile[] = [];
    for (const [from, to] of profileRuns(segments, isOneProfile)) {
      const profile =
        previous?.profiles.find((p) => p.sameSegments(segments, from, to)) ??
        new Profile(segments.slice(from, to), inEffect, previous?.profiles[profiles.length], isOver);
      profiles.push(profile);
      owners.fill(profile, from, to);
    }
    this.profiles = profiles;
    this.#profileOfSegment = owners;
  }

  get hasTemplate(): boolean {
    this.#hasTemplate ??= this.segments.some((segment) => segment.templates.length > 0);
    return this.#hasTemplate;
  }

  startOf(segment: Segment): number {
    return this.starts[this.indexOf(segment)] ?? 0;
  }

  /** -1 for a segment of another document. */
  indexOf(segment: Segment): number {
    const { segments } = this;
    const isAt = (place: number | undefined) => place !== undefined && segments[place] === segment;
    let place = lastPlaces.get(segment);
    if (isAt(place)) return place as number;
    if (!this.#isNumbered) {
      this.#isNumbered = true;
      for (let i = 0; i < segments.length; i++) lastPlaces.set(segments[i] as Segment, i);
      place = lastPlaces.get(segment);
      return isAt(place) ? (place as number) : -1;
    }
    // Another version, asked in turn with this one, has it elsewhere.
    this.#indexOf ??= new Map(segments.map((each, i) => [each, i]));
    return this.#indexOf.get(segment) ?? -1;
  }

  /** How many segments, from the first on, stay as they are whatever is added to the end of the text. */
  get settledCount(): number {
    const { segments, starts, length } = this;
    const isOpen = ({ text, lookahead }: Segment, i: number) =>
      (starts[i] as number) + text.length + lookahead >= length;
    const count = segments.findIndex(isOpen);
    return count < 0 ? segments.length : count;
  }

  /** Index of the segment that contains the character at `offset`. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  profileAt(offset: number): Profile | undefined {
    return this.#profileOfSegment[this.indexAt(offset)];
  }

  /** The setting whose element contains `offset`, and where its segment starts. */
  settingAt(offset: number): { setting: Setting; start: number } | undefined {
    const index = this.indexAt(offset);
    for (const i of [index, index - 1]) {
      const segment = this.segments[i];
      if (!segment) continue;
      const start = this.starts[i] as number;
      const setting = settingIn(segment, offset - start);
      if (setting) return { setting, start };
    }
    return undefined;
  }

  /** A span of a setting's segment, as a span of the file. */
  inFile(segment: Segment, span: Span): Span {
    const start = this.startOf(segment);
    return { start: span.start + start, end: span.end + start };
  }
}

function settingIn(segment: Segment, offset: number): Setting | undefined {
  const { settings } = segment;
  let low = 0;
  let high = settings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((settings[middle] as Setting).parts.start <= offset) low = middle;
    else high = middle - 1;
  }
  const setting = settings[low];
  return setting && offset >= setting.parts.start && offset <= setting.parts.end ? setting : undefined;
}

/** Index ranges of the segments that lie inside one profile element each. */
function profileRuns(segments: readonly Segment[], isOneProfile: boolean): [number, number][] {
  const runs: [number, number][] = [];
  let from = isOneProfile ? 0 : -1;
  for (let i = 0; i < segments.length; i++) {
    const { tags } = segments[i] as Segment;
    for (let j = 0; j < tags.length; j++) {
      const tag = tags[j] as SectionTag;
      if (tag.role !== "profile" || tag.isEmpty) continue;
      if (from >= 0 && from < i + 1) runs.push([from, i + 1]);
      from = tag.kind === "open" ? i + 1 : -1;
    }
  }
  if (from >= 0 && from < segments.length) runs.push([from, segments.length]);
  return runs;
}
