import type { Found, FoundFile, Tree } from "./tree";

/** A tree that notes every path that is asked for, found or not. */
export class WatchedTree implements Tree {
  #asked = new Map<string, readonly [folder: string, file: string]>();

  constructor(readonly tree: Tree) {}

  find(folder: string, file: string): Found | Promise<Found> {
    this.#asked.set(`${folder}\u0000${file}`, [folder, file]);
    return this.tree.find(folder, file);
  }

  read(file: FoundFile): Uint8Array | Promise<Uint8Array> {
    return this.tree.read(file);
  }

  contentId(file: FoundFile): string | undefined {
    return this.tree.contentId?.(file);
  }

  close(): void {
    this.tree.close?.();
  }

  /** The paths since the last call. */
  takeAsked(): readonly (readonly [folder: string, file: string])[] {
    const asked = [...this.#asked.values()];
    // A map that is emptied keeps what it had in memory for longer.
    this.#asked = new Map();
    return asked;
  }
}
