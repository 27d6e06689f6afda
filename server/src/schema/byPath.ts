import type { Catalogue } from "./catalogue";

/** What is worked out of the names that a catalogue has at a path, when it is first asked for. */
export class ByPath<T> {
  readonly #known = new WeakMap<Catalogue, Map<string, T>>();

  constructor(
    readonly collect: (catalogue: Catalogue, path: string) => T,
    readonly isEmpty: (found: T) => boolean,
  ) {}

  of(catalogue: Catalogue, path: string): T {
    let paths = this.#known.get(catalogue);
    if (!paths) {
      paths = new Map();
      this.#known.set(catalogue, paths);
    }
    let found = paths.get(path);
    if (found === undefined) {
      found = this.collect(catalogue, path);
      // Paths come from files: those without elements are not worth remembering.
      if (!this.isEmpty(found)) paths.set(path, found);
    }
    return found;
  }
}
