import type { Found, FoundFile, Tree } from "./tree";

/** A tree that notes every path that is asked for, found or not. */
export class WatchedTree implements Tree {
  readonly #asked = new Map<string, readonly [folder: string, file: string]>();

  constructor(readonly tree: Tree) {}

  find(folder: string, file: string): Found | Promise<Found> {
    this.#asked.set(`${folder}\u0000${file}`, [folder, file]);
    return this.tree.find(folder, file);
  }

  read(file: FoundFile): Uint8Array | Promise<Uint8Array> {
    return this.tree.read(file);
  }

  close(): void {
    this.tree.close?.();
  }

  /** The paths since the last call. */
  takeAsked(): readonly (readonly [folder: string, file: string])[] {
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    return asked;
  }
}
