import type { ReaderState } from "./readerState";

/** What the reader must know of the catalogue to find its way. */
export interface KnownNames {
  has(name: string, path?: string): boolean;
  hasSection(path: string): boolean;
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
