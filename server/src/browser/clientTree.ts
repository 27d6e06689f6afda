import { addressIn, type Found, type FoundFile, shownName, type Tree } from "../deployment/site/tree";

/** The files of a site that the client reads for us. */
export class ClientTree implements Tree {
  /** By address: the last content, so that the same content has the same id. */
  readonly #contents = new Map<string, { readonly base64: string; readonly id: string }>();
  readonly #found = new WeakMap<FoundFile, string>();
  #count = 0;

  constructor(
    /** Its address. */
    readonly folder: string,
    /** Base64, or null if the file does not exist. */
    readonly ask: (uri: string) => Promise<string | null>,
  ) {}

  async find(folder: string, file: string): Promise<Found> {
    const name = shownName(folder, file);
    if (name.split("/").includes("..") || file.split("/").includes("..")) return { kind: "escapes", name };
    const uri = addressIn(this.folder, name);
    const base64 = await this.ask(uri);
    if (base64 === null) return { kind: "missing", name };
    const known = this.#contents.get(uri);
    const id = known?.base64 === base64 ? known.id : `${uri} ${++this.#count}`;
    this.#contents.set(uri, { base64, id });
    const found: FoundFile = { kind: "file", name, id };
    this.#found.set(found, base64);
    return found;
  }

  read(found: FoundFile): Uint8Array {
    return Uint8Array.from(atob(this.#found.get(found) ?? ""), (c) => c.charCodeAt(0));
  }
}
