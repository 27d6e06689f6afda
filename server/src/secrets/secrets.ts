import type { Place } from "../profile/place";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Segment, Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { Span } from "../text/span";

export interface SecretSpan extends Span {
  /** What a message may repeat of it. */
  readonly words: readonly string[];
}

/** What must not be shown of a segment; kept as long as the segment is not edited. */
export interface SegmentSecrets {
  /** Values of secret parameters, keys in options of rules, passwords in URLs; also in comments and broken text. */
  readonly spans: readonly SecretSpan[];
  /** Settings whose values use or assign other parameters. */
  readonly rules: readonly Setting[];
}

/** What the rules of a whole file say of secrets. */
export interface FileSecrets {
  /** Parameters that rules give as a key or password. */
  readonly registers: ReadonlySet<string>;
  /** What such parameters contain, here or by an assignment. */
  readonly registerWords: readonly string[];
}

/** Where the files of a dialect have what must never be shown. */
export interface Secrets {
  inSegment(segment: Segment, catalogue: Catalogue): SegmentSecrets;
  inFile(document: ProfileDocument, catalogue: Catalogue): FileSecrets;
  /** A setting of a file with this text may be a secret because of another one; absent where none ever is. */
  mayHaveRegisters?(text: string): boolean;
  /** Secrets that a message about these places may repeat. */
  wordsNear(document: ProfileDocument, catalogue: Catalogue, places: readonly Place[]): readonly string[];
  /** The name says that the whole value is a secret. */
  isSecret(setting: Setting, catalogue: Catalogue): boolean;
  /** The places in one text, in its order; they may overlap. `registers` are parameters that contain secrets here. */
  places(text: string, registers?: ReadonlySet<string>): readonly Span[];
  /** A text as it was typed, fit to be shown. */
  shown(text: string, registers?: ReadonlySet<string>, dots?: (length: number) => string): string;
  /** A message or title of ours, fit to be shown: what it repeats of `words` is hidden. */
  shownMessage(message: string, words: readonly string[]): string;
}
