import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type Found, type FoundFile, maxSiteFileBytes, shownName, type Tree } from "../../deployment/site/tree";
import { readOrdinarySync } from "../../node/ordinaryFile";

type Kind = "file" | "folder" | "link" | "other";

/** The names in a folder. */
class Listing {
  #folded: ReadonlyMap<string, string> | undefined;

  constructor(readonly names: ReadonlyMap<string, Kind>) {}

  /** The name that differs only in upper and lower case. */
  otherCase(name: string): string | undefined {
    this.#folded ??= new Map([...this.names.keys()].map((each) => [each.toLowerCase(), each]));
    return this.#folded.get(name.toLowerCase());
  }
}

/** Files as they are on the disk. */
export class WorkTree implements Tree {
  readonly #root: string;
  readonly #listings = new Map<string, Listing | undefined>();
  readonly #folders = new Map<string, string | undefined>();

  /** `root` is the folder of the configuration; everything is called by its place in it. */
  constructor(
    root: string,
    /** Folders that a person named, which may lie anywhere. */
    readonly named: ReadonlySet<string> = new Set(),
  ) {
    this.#root = realOf(root) ?? path.resolve(root);
  }

  find(folder: string, file: string): Found {
    const isNamed = this.named.has(folder);
    const start = this.#realFolder(folder);
    const shown = shownName(folder, file);
    if (start === undefined) return { kind: "missing", name: shown };
    if (!isNamed && !isBelow(start, this.#root)) return { kind: "escapes", name: shown };
    // A file that the site map names itself may lie anywhere in the folder of the configuration.
    const limit = folder === "" ? this.#root : start;
    let at = start;
    let last: Kind = "folder";
    const parts = file.split("/").filter((part) => part !== "" && part !== ".");
    for (const [i, part] of parts.entries()) {
      if (part === "..") return { kind: "escapes", name: shown };
      const listing = this.#list(at);
      const kind = listing?.names.get(part);
      if (!listing || kind === undefined) {
        const real = listing?.otherCase(part);
        if (real === undefined) return { kind: "missing", name: shown };
        const realName = shownName(folder, [...parts.slice(0, i), real, ...parts.slice(i + 1)].join("/"));
        return { kind: "other case", name: shown, real: realName };
      }
      at = `${at}${path.sep}${part}`;
      last = kind;
      if (kind !== "link") continue;
      const target = realOf(at);
      if (target === undefined) return { kind: "missing", name: shown };
      if (!isBelow(target, limit)) return { kind: "escapes", name: shown };
      at = target;
    }
    const isFile = last === "file" || (last === "link" && statSync(at, { throwIfNoEntry: false })?.isFile() === true);
    return isFile ? { kind: "file", name: shown, id: at } : { kind: "missing", name: shown };
  }

  /** Throws for what cannot be read. */
  read({ id }: FoundFile): Uint8Array {
    return readOrdinarySync(id, { limit: maxSiteFileBytes, isListed: true });
  }

  /** The place of a file that was found, from the root. */
  nameOf(id: string): string {
    const start = this.#root.endsWith(path.sep) ? this.#root : this.#root + path.sep;
    const name = id.startsWith(start) ? id.slice(start.length) : path.relative(this.#root, id);
    return name.split(path.sep).join("/");
  }

  /** What `find` calls an ordinary file that has this place, without a link on the way. */
  idOf(name: string): string {
    const start = this.#root.endsWith(path.sep) ? this.#root : this.#root + path.sep;
    return start + (path.sep === "/" ? name : name.split("/").join(path.sep));
  }

  #realFolder(folder: string): string | undefined {
    if (!this.#folders.has(folder)) this.#folders.set(folder, realOf(path.resolve(this.#root, folder)));
    return this.#folders.get(folder);
  }

  #list(folder: string): Listing | undefined {
    if (!this.#listings.has(folder)) this.#listings.set(folder, listingOf(folder));
    return this.#listings.get(folder);
  }
}

function listingOf(folder: string): Listing | undefined {
  try {
    const names = new Map<string, Kind>();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      names.set(
        entry.name,
        entry.isSymbolicLink() ? "link" : entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other",
      );
    }
    return new Listing(names);
  } catch {
    return undefined; // it is not there, or nothing may be listed: no file is found in it
  }
}

function realOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined; // it is not there
  }
}

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
