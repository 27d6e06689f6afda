import type { SectionTag, Segment } from "../../profile/segment";

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

/** Sections within sections that are followed; real files have five. */
export const maxDepth = 8;

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

/** The state after a segment of this dialect. */
export function stateAfter(segment: Segment | undefined): ReaderState | undefined {
  return segment?.after as ReaderState | undefined;
}
