import type { ProfileDocument } from "./profileDocument";
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
}

interface Kept extends ReadSegment {
  /** Number of the last file that has it. */
  file: number;
}

/** Characters by which segments are found. */
const keyLength = 64;
/** Segments that begin alike of which one is looked for. */
const maxAlike = 12;
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
  /** How many segments of the present file are from which file. */
  #shared = new Map<number, number>();

  /** Characters of segments and of files that are kept. */
  constructor(readonly maxLength = 4_000_000) {}

  /** Reads one file; `read` asks `take` before each segment, and gives each one that it made to `keep`. */
  read(read: (previous: () => ProfileDocument | undefined) => ProfileDocument): ProfileDocument {
    this.#file++;
    this.#shared = new Map();
    const document = read(() => this.#mostShared());
    this.#remember(document);
    return document;
  }

  /** A segment that begins at `at`, as it was read in another file. */
  take(text: string, at: number, isSameState: (before: unknown) => boolean): ReadSegment | undefined {
    const key = text.slice(at, at + keyLength);
    const young = this.#young.get(key);
    const found = this.#find(young, text, at, isSameState) ?? this.#find(this.#old.get(key), text, at, isSameState);
    if (!found) return undefined;
    if (!young?.includes(found)) this.#add(key, found);
    this.#shared.set(found.file, (this.#shared.get(found.file) ?? 0) + 1);
    found.file = this.#file;
    return found;
  }

  #find(
    alike: readonly Kept[] | undefined,
    text: string,
    at: number,
    isSameState: (before: unknown) => boolean,
  ): Kept | undefined {
    return alike?.find(({ segment, before, ahead, isLast, file }) => {
      // A document has a segment once.
      if (file === this.#file || !text.startsWith(segment.text, at)) return false;
      const end = at + segment.text.length;
      if (isLast !== (end === text.length)) return false;
      return text.slice(end, end + segment.lookahead) === ahead && isSameState(before);
    });
  }

  keep(read: ReadSegment): void {
    const { segment, ahead } = read;
    if (ahead.length <= maxAhead) this.#add(segment.text.slice(0, keyLength), { ...read, file: this.#file });
  }

  #add(key: string, kept: Kept): void {
    const { length } = kept.segment.text;
    if (this.#youngLength + length > this.maxLength) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngLength = 0;
    }
    this.#youngLength += length;
    const alike = this.#young.get(key);
    if (!alike) this.#young.set(key, [kept]);
    else {
      alike.unshift(kept);
      if (alike.length > maxAlike) alike.pop();
    }
  }

  /** The file that the present one has most segments from; the present one takes its place. */
  #mostShared(): ProfileDocument | undefined {
    let most = 0;
    let best: number | undefined;
    for (const [file, count] of this.#shared) {
      if (count <= most || !this.#files.has(file)) continue;
      most = count;
      best = file;
    }
    const document = best === undefined ? undefined : this.#files.get(best);
    if (best !== undefined) this.#forget(best);
    return document;
  }

  #remember(document: ProfileDocument): void {
    this.#files.set(this.#file, document);
    this.#filesLength += document.length;
    for (const oldest of this.#files.keys()) {
      if (this.#filesLength <= this.maxLength) break;
      this.#forget(oldest);
    }
  }

  #forget(file: number): void {
    this.#filesLength -= this.#files.get(file)?.length ?? 0;
    this.#files.delete(file);
  }
}
