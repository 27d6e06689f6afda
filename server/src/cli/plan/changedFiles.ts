import path from "node:path";
import { Latest } from "../../deployment/latest";
import { type Found, type FoundFile, shownName, type Tree } from "../../deployment/site/tree";
import { FileTable, type PackedFiles, packFiles } from "../../node/git/fileTable";
import { git } from "../../node/git/git";
import { blobId } from "../../node/git/workFiles";
import { WorkTree } from "../site/workTree";

// Which files of two trees differ, asked path by path: only what some device asks for is looked at.

/** The files of a working tree that git does not ignore, as plain data: threads share it. */
export interface CountedFiles {
  /** What the index has. */
  readonly tracked: PackedFiles;
  /** Those that are another now, and those that are not in the index. */
  readonly changed: PackedFiles;
}

export async function countedFiles(folder: string): Promise<CountedFiles> {
  const [index, others] = await Promise.all([
    git(folder, ["ls-files", "-z", "--stage", "-v"]),
    git(folder, ["ls-files", "-z", "--modified", "--others", "--exclude-standard"]),
  ]);
  // H: neither left out of the working tree, nor in conflict, nor taken for unchanged without a look.
  const tracked = packFiles(index, (head) => {
    const [, tag, mode = "", id = ""] = /^(\S) (\d+) ([0-9a-f]+) \d$/.exec(head) ?? [];
    return { kind: tag === "H" && mode.startsWith("100") ? "file" : "other", id };
  });
  const changed = packFiles(others, () => ({ kind: "other", id: "" }));
  return { tracked, changed };
}

/** The working tree of a repository: files that git ignores do not count. */
export class CountedTree implements Tree {
  readonly #tracked: FileTable;
  readonly #changed: FileTable;

  constructor(
    readonly tree: WorkTree,
    { tracked, changed }: CountedFiles,
  ) {
    this.#tracked = new FileTable(tracked);
    this.#changed = new FileTable(changed);
  }

  find(folder: string, file: string): Found {
    const isNamed = this.tree.named.has(folder);
    const name = isNamed ? undefined : nameBelow(folder, file);
    // Git has looked at it just now.
    if (name !== undefined && this.#unchanged(name) >= 0) return { kind: "file", name, id: this.tree.idOf(name) };
    const found = this.tree.find(folder, file);
    if (found.kind !== "file" || isNamed) return found;
    return this.#has(found.name) || this.#has(this.tree.nameOf(found.id))
      ? found
      : { kind: "missing", name: found.name };
  }

  contentId({ id }: FoundFile): string | undefined {
    const file = this.#unchanged(this.tree.nameOf(id));
    return file < 0 ? undefined : this.#tracked.id(file);
  }

  read(file: FoundFile): Uint8Array {
    return this.tree.read(file);
  }

  #has(name: string): boolean {
    return this.#tracked.find(name) >= 0 || this.#changed.find(name) >= 0;
  }

  /** The number of a file that is as the index has it. */
  #unchanged(name: string): number {
    const file = this.#tracked.find(name);
    return file >= 0 && this.#tracked.kind(file) === "file" && this.#changed.find(name) < 0 ? file : -1;
  }
}

/** Undefined for one that may lie elsewhere. */
function nameBelow(folder: string, file: string): string | undefined {
  const isPlain = !path.isAbsolute(folder) && ![...folder.split(/[/\\]/), ...file.split("/")].includes("..");
  return isPlain ? shownName(folder, file) : undefined;
}

/** Gives the file that was read last again: it is compared after a device has got it. */
class LastRead implements Tree {
  #id: string | undefined;
  #bytes: Uint8Array = new Uint8Array();

  constructor(readonly tree: WorkTree) {}

  find(folder: string, file: string): Found {
    return this.tree.find(folder, file);
  }

  read(file: FoundFile): Uint8Array {
    if (file.id !== this.#id) {
      this.#id = undefined;
      this.#bytes = this.tree.read(file);
      this.#id = file.id;
    }
    return this.#bytes;
  }
}

/** Files that several devices ask for and that are remembered. */
const maxKnown = 10_000;
/** Files that are remembered until others were asked for. */
const maxLatest = 64;

export class ChangedFiles {
  readonly #known = new Map<string, boolean>();
  /** Most are files of one device, which no other asks for. */
  readonly #latest = new Latest<boolean>(maxLatest);
  /** The base, for what devices ask. */
  readonly base: Tree;

  constructor(
    base: Tree,
    readonly head: Tree,
  ) {
    this.base = base instanceof WorkTree ? new LastRead(base) : base;
  }

  has(folder: string, file: string): boolean | Promise<boolean> {
    const key = `${folder}\u0000${file}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const again = this.#latest.get(key);
    if (again !== undefined) {
      if (this.#known.size >= maxKnown) this.#known.clear();
      this.#known.set(key, again);
      return again;
    }
    const isChanged = this.#compare(folder, file);
    if (!(isChanged instanceof Promise)) this.#latest.set(key, isChanged);
    return isChanged;
  }

  #compare(folder: string, file: string): boolean | Promise<boolean> {
    const [old, now] = [this.base.find(folder, file), this.head.find(folder, file)];
    if (old instanceof Promise || now instanceof Promise)
      return Promise.all([old, now]).then(([one, other]) => this.#differ(one, other));
    return this.#differ(old, now);
  }

  #differ(old: Found, now: Found): boolean | Promise<boolean> {
    if (old.kind !== now.kind) return true;
    if (old.kind !== "file" || now.kind !== "file") return false;
    const [one, other] = [this.base.contentId?.(old), this.head.contentId?.(now)];
    if (one !== undefined && other !== undefined) return one !== other;
    try {
      const [before, after] = [one ?? this.base.read(old), other ?? this.head.read(now)];
      if (before instanceof Promise || after instanceof Promise)
        return Promise.all([before, after]).then(
          ([a, b]) => !isSame(a, b),
          () => true,
        );
      return !isSame(before, after);
    } catch {
      return true; // what cannot be read is looked at by the run itself, which reports it
    }
  }
}

/** Contents, or how git calls them. */
function isSame(one: Uint8Array | string, other: Uint8Array | string): boolean {
  if (typeof one === "string") return typeof other === "string" ? one === other : one === blobId(other, one.length);
  return typeof other === "string" ? other === blobId(one, other.length) : Buffer.compare(one, other) === 0;
}
