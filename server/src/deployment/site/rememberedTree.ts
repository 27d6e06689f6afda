import type { Found, FoundFile, Tree } from "./tree";

/** Files that many devices ask for: each is looked for once, until files may have changed. */
export class RememberedTree implements Tree {
  readonly #found = new Map<string, Found | Promise<Found>>();

  constructor(readonly tree: Tree) {}

  find(folder: string, file: string): Found | Promise<Found> {
    const key = `${folder}\u0000${file}`;
    let found = this.#found.get(key);
    if (!found) {
      found = this.tree.find(folder, file);
      this.#found.set(key, found);
    }
    return found;
  }

  read(file: FoundFile): Uint8Array | Promise<Uint8Array> {
    return this.tree.read(file);
  }

  forget(): void {
    this.#found.clear();
  }
}
