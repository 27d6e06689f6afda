import { detached } from "../text/detached";
import type { Basis, ProfileDocument } from "./profileDocument";
import type { Segment } from "./setting";

/** A segment that a reader made, with what else decided how it was read. */
export interface ReadSegment {
  readonly segment: Segment;
  /** What the reader knew where it begins and where it ends; only the reader reads them. */
  readonly before: unknown;
  readonly after: unknown;
  /** The text after it that the reader looked at. */
  readonly ahead: string;
  /** The file ends with it. */
  readonly isLast: boolean;
  /** What is before its first value; empty when that says nothing. */
  readonly opening: string;
}

/** How a stretch of text begins. */
export interface Opening {
  /** What is before the first value. */
  readonly text: string;
  /** Whether a segment that begins so goes on after that value as the stretch does. */
  readonly goesOn: (text: string) => boolean;
}

/** A segment of an earlier file. */
export interface KeptSegment extends ReadSegment {
  /** What followed it in the last file that has it. */
  readonly next: KeptSegment | undefined;
}

interface Kept extends KeptSegment {
  /** Another file had it too. */
  isShared: boolean;
  /** Number of the last file that has it. */
  file: number;
  /** When it was last put into the young ones. */
  age: number;
  next: Kept | undefined;
}

/** Characters by which segments are found. */
const keyLength = 64;
/** What a segment takes beside its settings, in characters. */
const ownLength = 1000;
/** Segments that begin alike of which one is looked for. */
const maxAlike = 12;
/** Files that are kept: small ones take more memory than their text. */
const maxFiles = 256;
/** Files that are compared with a new one. */
const maxCompared = 6;
/** A file of which the next one has so much is of one kind with it, and need not be kept any more. */
const sameKind = 0.85;
/** Longer looks ahead are not compared. */
const maxAhead = 8000;

/**
 * The files that were read last, within a limit. Files of a fleet repeat long stretches: where one has the same text as an
 * earlier one, its segment is taken from there, with all that was found in it, and the file is treated as the next version
 * of the one that it shares most with. An edit in an editor and a file of the next device are the same case.
 */
export class ReadFiles {
  #young = new Map<string, Kept[]>();
  #old = new Map<string, Kept[]>();
  #youngLength = 0;
  readonly #files = new Map<number, ProfileDocument>();
  #filesLength = 0;
  #file = 0;
  #age = 0;
  /** The segment before the one that is asked for. */
  #last: Kept | undefined;
  /** How many segments of the present file are from which file. */
  #shared = new Map<number, number>();
  /** The file that the last of them is from, and how many in a row are. */
  #from = 0;
  #inRow = 0;

  /** Characters of segments and of files that are kept. */
  constructor(readonly maxLength = 6_000_000) {}

  /** Reads one file; `read` asks `take` before each segment, and gives each one that it made to `keep`. */
  read(read: (basisOf: (segments: readonly Segment[]) => Basis | undefined) => ProfileDocument): ProfileDocument {
    this.#file++;
    this.#last = undefined;
    this.#shared = new Map();
    this.#inRow = 0;
    const document = read((segments) => this.#mostShared(segments));
    this.#remember(document);
    return document;
  }

  /** A segment that begins at `at`, as it was read in another file. */
  take(text: string, at: number, isSameState: (before: unknown) => boolean): ReadSegment | undefined {
    const fits = (kept: Kept) => this.#fits(kept, text, at) && isSameState(kept.before);
    const next = this.#last?.next;
    let found = next && fits(next) ? next : undefined;
    if (!found) {
      const key = text.slice(at, at + keyLength);
      found = this.#young.get(key)?.find(fits) ?? this.#old.get(key)?.find(fits);
      if (!found) return undefined;
    }
    if (found.age !== this.#age) this.#add(found);
    if (found.file !== this.#from) {
      this.#countRow();
      this.#from = found.file;
    }
    this.#inRow++;
    found.file = this.#file;
    found.isShared = true;
    this.#follow(found);
    return found;
  }

  #countRow(): void {
    if (this.#inRow > 0) this.#shared.set(this.#from, (this.#shared.get(this.#from) ?? 0) + this.#inRow);
    this.#inRow = 0;
  }

  #fits({ segment, ahead, isLast, file }: Kept, text: string, at: number): boolean {
    // A document has a segment once.
    if (file === this.#file || text.charCodeAt(at) !== segment.text.charCodeAt(0)) return false;
    const end = at + segment.text.length;
    // The engine compares whole strings many characters at a time, and the beginning of one letter by letter.
    if (isLast !== (end === text.length) || text.slice(at, end) !== segment.text) return false;
    return ahead === ""
      ? segment.lookahead === 0 || end === text.length
      : text.slice(end, end + segment.lookahead) === ahead;
  }

  /** A segment that is probably much like what begins at `at`, where the first value may be different. */
  like(text: string, at: number, opening: Opening): KeptSegment | undefined {
    const key = text.slice(at, at + keyLength);
    const next = this.#last?.next;
    if (next?.segment.text.startsWith(key)) return next;
    const alike = this.#young.get(key)?.[0] ?? this.#old.get(key)?.[0];
    if (alike) return alike;
    const { text: begin, goesOn } = opening;
    if (begin === "" || next?.segment.text.startsWith(begin)) return next;
    const fits = ({ segment }: Kept) => goesOn(segment.text);
    return this.#young.get(begin)?.find(fits) ?? this.#old.get(begin)?.find(fits) ?? next;
  }

  /** `like` is a segment of another file that it is a part of but for some difference; `isInPlace`: it is all of that. */
  keep(read: ReadSegment, like?: KeptSegment, isInPlace = false): void {
    if (read.ahead.length > maxAhead) {
      this.#last = undefined;
      return;
    }
    const next = like?.next as Kept | undefined;
    // What only one file has is of no use once it is known what it has there instead.
    if (isInPlace && !(like as Kept).isShared) this.#drop(like as Kept);
    const { segment, before, after, ahead, isLast, opening } = read;
    const kept: Kept = {
      segment,
      before,
      after,
      ahead,
      isLast,
      opening,
      file: this.#file,
      age: this.#age,
      next,
      isShared: false,
    };
    this.#add(kept);
    this.#follow(kept);
  }

  #follow(kept: Kept): void {
    if (this.#last) this.#last.next = kept;
    this.#last = kept;
  }

  #add(kept: Kept): void {
    const length = kept.segment.text.length + ownLength;
    if (this.#youngLength + length > this.maxLength) {
      // What is forgotten must not be kept by what comes before it.
      for (const alike of this.#old.values()) for (const each of alike) if (each.age < this.#age) each.next = undefined;
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngLength = 0;
      this.#age++;
    }
    this.#youngLength += length;
    kept.age = this.#age;
    for (const key of keysOf(kept)) {
      const alike = this.#young.get(key);
      if (!alike) this.#young.set(detached(key), [kept]);
      else {
        alike.unshift(kept);
        if (alike.length > maxAlike) alike.pop();
      }
    }
  }

  #drop(kept: Kept): void {
    if (kept.age !== this.#age) return;
    this.#youngLength -= kept.segment.text.length + ownLength;
    for (const key of keysOf(kept)) {
      const alike = this.#young.get(key)?.filter((each) => each !== kept) ?? [];
      if (alike.length > 0) this.#young.set(key, alike);
      else this.#young.delete(key);
    }
  }

  /**
   * The file that the present one has most of. Of the files that had a segment last, those with most of them are compared:
   * what many files have says little.
   */
  #mostShared(segments: readonly Segment[]): Basis | undefined {
    this.#countRow();
    if (this.#shared.size === 0) return undefined;
    const own = new Set(segments);
    const candidates = [...this.#shared].sort((a, b) => b[1] - a[1]).slice(0, maxCompared);
    let most = 0;
    let best: number | undefined;
    for (const [file] of candidates) {
      let shared = 0;
      for (const segment of this.#files.get(file)?.segments ?? []) if (own.has(segment)) shared += segment.text.length;
      if (shared <= most) continue;
      most = shared;
      best = file;
    }
    const document = best === undefined ? undefined : this.#files.get(best);
    if (best === undefined || document === undefined) return undefined;
    const isOver = most >= document.length * sameKind || differInPlace(document.segments, segments, own);
    if (isOver) this.#forget(best);
    return { document, isOver };
  }

  #remember(document: ProfileDocument): void {
    this.#files.set(this.#file, document);
    this.#filesLength += document.length;
    for (const oldest of this.#files.keys()) {
      if (this.#filesLength <= this.maxLength && this.#files.size <= maxFiles) break;
      this.#forget(oldest);
    }
  }

  #forget(file: number): void {
    this.#filesLength -= this.#files.get(file)?.length ?? 0;
    this.#files.delete(file);
  }
}

function keysOf({ segment, opening }: Kept): readonly string[] {
  const key = segment.text.slice(0, keyLength);
  return opening === "" || opening === key ? [key] : [key, opening];
}

/** Whether each segment that only one of them has is in the place of one that only the other has. */
function differInPlace(
  before: readonly Segment[],
  after: readonly Segment[],
  isInAfter: { has(segment: Segment): boolean },
): boolean {
  return (
    before.length === after.length && before.every((segment, i) => segment === after[i] || !isInAfter.has(segment))
  );
}
