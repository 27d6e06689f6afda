import type { Problem, Span } from "../text/span";
import type { Setting } from "./setting";

export interface Comment {
  /** With its marks. */
  readonly span: Span;
  /** Between its marks. */
  readonly text: string;
}

/** The start or end tag of an element that holds other elements. */
export interface SectionTag {
  readonly name: string;
  /** Path of the section itself, `router-configuration/SNMP`; for the root and wrappers the bare name. */
  readonly path: string;
  readonly role: "wrapper" | "profile" | "section";
  readonly kind: "open" | "close";
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
  /** Template constructs between elements. */
  readonly hasTemplate: boolean;
  /** Where the reader stood at the end. */
  readonly after: ReaderState;
  /** How far beyond its end the reader looked to decide something inside. */
  readonly lookahead: number;
}

/** The elements that are open at a place, innermost first. */
export interface ReaderState {
  readonly open: OpenElement | undefined;
  /** A profile element has been met before this place. */
  readonly sawProfile: boolean;
  /** Text that is no markup was reported already. */
  readonly sawStrayText: boolean;
  /** Code or marks of a template engine stand between elements before this place. */
  readonly sawTemplate: boolean;
  /** Inside a program whose texts hold elements: the mark that ends it. */
  readonly code: string | undefined;
}

export interface OpenElement {
  readonly name: string;
  readonly role: SectionTag["role"];
  /** Path for the settings inside; empty right in a flat-profile. */
  readonly path: string;
  readonly parent: OpenElement | undefined;
  /** Elements around it. */
  readonly depth: number;
}

/** The path of an element `name` in `open`. */
export function pathWithin(open: OpenElement | undefined, name: string): string {
  return open && open.path !== "" ? `${open.path}/${name}` : name;
}

export function sameState(a: ReaderState, b: ReaderState): boolean {
  if (a.sawProfile !== b.sawProfile || a.sawStrayText !== b.sawStrayText) return false;
  if (a.sawTemplate !== b.sawTemplate || a.code !== b.code) return false;
  let x = a.open;
  let y = b.open;
  while (x && y) {
    if (x === y) return true;
    if (x.name !== y.name || x.role !== y.role) return false;
    x = x.parent;
    y = y.parent;
  }
  return x === y;
}
