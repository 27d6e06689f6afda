import type { Problem, Span } from "../text/span";
import type { Setting } from "./setting";

export interface Comment {
  /** With its marks. */
  readonly span: Span;
  /** Between its marks. */
  readonly text: string;
  readonly textStart: number;
}

/** Where a section of a file begins or ends: an element around others, a heading with what follows it. */
export interface SectionTag {
  readonly name: string;
  /** Path of the section itself, `router-configuration/SNMP`; for the root and wrappers the bare name. */
  readonly path: string;
  readonly role: "wrapper" | "profile" | "section";
  readonly kind: "open" | "close";
  /** The section opens and closes here. */
  readonly isEmpty?: boolean;
  readonly span: Span;
  readonly nameSpan: Span;
}

/**
 * A stretch of a file that was read as one piece. An edit replaces the segments it touches and
 * leaves the others as they are, so whatever was worked out for them stays valid. For that reason
 * nothing in a segment counts from the start of the file: all offsets count from the segment's start.
 */
export interface Segment {
  readonly text: string;
  readonly settings: readonly Setting[];
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  readonly tags: readonly SectionTag[];
  /** Where template constructs between elements end. */
  readonly templates: readonly number[];
  /** The state of the dialect's reader at the end; only the dialect reads it. */
  readonly after: unknown;
  /** How far beyond its end the reader looked to decide something inside. */
  readonly lookahead: number;
}
