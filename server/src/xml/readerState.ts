import type { SectionTag, Segment } from "../profile/setting";

/** The elements that are open at a place, innermost first. */
export interface ReaderState {
  readonly open: OpenElement | undefined;
  /** A profile element has been met before this place. */
  readonly sawProfile: boolean;
  /** Text that is not markup was reported already. */
  readonly sawStrayText: boolean;
  /** Code or marks of a template engine are between elements before this place. */
  readonly sawTemplate: boolean;
  /** Inside a program whose texts contain elements: the mark that ends it. */
  readonly code: string | undefined;
}

export interface OpenElement {
  readonly name: string;
  readonly role: SectionTag["role"];
  /** Path for the settings inside; empty right in the root. */
  readonly path: string;
  readonly parent: OpenElement | undefined;
  /** Elements around it. */
  readonly depth: number;
}

export const startState: ReaderState = {
  open: undefined,
  sawProfile: false,
  sawStrayText: false,
  sawTemplate: false,
  code: undefined,
};

/** A list of elements without its root, as manuals print it, is read as the inside of a profile. */
export const fragmentState: ReaderState = {
  ...startState,
  open: { name: "", role: "profile", path: "", parent: undefined, depth: 0 },
  sawProfile: true,
};

export function isInside(open: OpenElement | undefined): open is OpenElement {
  return open !== undefined && open.role !== "wrapper";
}

export function findOpen(state: ReaderState, name: string): OpenElement | undefined {
  for (let { open } = state; open; open = open.parent) if (open.name === name && name !== "") return open;
  return undefined;
}

/** The profile that an end tag near the root's closes, or the one that a program opened. */
export function openProfile(state: ReaderState): OpenElement | undefined {
  for (let { open } = state; open; open = open.parent)
    if (open.role === "profile" && open.path === "" && (open.name !== "" || state.sawTemplate)) return open;
  return undefined;
}

/** What is around a profile that no program writes must be XML too. */
export function isStrict({ sawProfile, sawTemplate }: ReaderState): boolean {
  return sawProfile && !sawTemplate;
}

export function sameState(a: ReaderState, b: ReaderState): boolean {
  if (a.sawProfile !== b.sawProfile || a.sawStrayText !== b.sawStrayText) return false;
  if (a.sawTemplate !== b.sawTemplate || a.code !== b.code) return false;
  let x = a.open;
  let y = b.open;
  while (x && y) {
    if (x === y) return true;
    if (x.name !== y.name || x.role !== y.role || x.path !== y.path) return false;
    x = x.parent;
    y = y.parent;
  }
  return x === y;
}

/** The state after a segment that this reader made. */
export function stateAfter(segment: Segment | undefined): ReaderState | undefined {
  return segment?.after as ReaderState | undefined;
}
