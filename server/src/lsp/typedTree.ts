import { addressIn, type Found, type FoundFile, plainAddress, type Tree } from "../deployment/site/tree";
import type { PiecedText } from "../text/piecedText";
import type { OpenDocuments } from "./openDocuments";

/** The files of a site, those that are open as they are typed. */
export class TypedTree implements Tree {
  readonly #typed = new WeakMap<FoundFile, PiecedText>();
  /** By name, so that what was kept of another content can be let go. */
  readonly #ids = new Map<string, string>();

  constructor(
    readonly tree: Tree,
    /** The address of the folder in which names begin. */
    readonly folder: string,
    readonly documents: OpenDocuments,
    /** A file has another content than before, when it had this id. */
    readonly changed: (id: string) => void,
  ) {}

  async find(folder: string, file: string): Promise<Found> {
    const found = await this.tree.find(folder, file);
    if (found.kind !== "file") return found;
    const open = this.documents.typed(plainAddress(addressIn(this.folder, found.name)));
    const now: FoundFile = open ? { ...found, id: `${found.name} as typed, ${open.id}` } : found;
    if (open) this.#typed.set(now, open.text);
    const before = this.#ids.get(found.name);
    if (before !== undefined && before !== now.id) this.changed(before);
    this.#ids.set(found.name, now.id);
    return now;
  }

  read(found: FoundFile): Uint8Array | Promise<Uint8Array> {
    const typed = this.#typed.get(found);
    return typed ? new TextEncoder().encode(typed.toString()) : this.tree.read(found);
  }
}
