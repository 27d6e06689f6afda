import { createHash } from "node:crypto";
import path from "node:path";
import { maxSiteFileBytes } from "../../deployment/site/tree";
import { readOrdinarySync } from "../ordinaryFile";

/** The id that git gives the content of a file; ids have 40 or 64 digits. */
export function blobId(bytes: Uint8Array, digits: number): string {
  return createHash(digits === 64 ? "sha256" : "sha1")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");
}

/** Files that are looked at before it is judged whether most of them are as they were. */
const minRead = 100;

/** Most contents of a revision lie in the working tree too, where they are read sooner than git gives them. */
export class WorkFiles {
  #alike = 0;
  #others = 0;

  constructor(
    /** The root of the working tree. */
    readonly root: string,
  ) {}

  /** The content with this id; undefined where the file has another, or cannot be read. */
  read(file: string, id: string): Uint8Array | undefined {
    if (this.#others > minRead + this.#alike) return undefined;
    try {
      const bytes = readOrdinarySync(path.join(this.root, file), { limit: maxSiteFileBytes });
      if (blobId(bytes, id.length) === id) {
        this.#alike++;
        return bytes;
      }
    } catch {
      // it is not there, or not a file any more
    }
    this.#others++;
    return undefined;
  }
}
