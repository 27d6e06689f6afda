import { Latest } from "../../deployment/latest";
import type { Found, FoundFile, Tree } from "../../deployment/site/tree";
import { git } from "../../node/git/git";
import { blobId } from "../../node/git/workFiles";
import { WorkTree } from "../site/workTree";

// Which files of two trees differ, asked path by path: only what some device asks for is looked at.

/** The working tree of a repository: files that git ignores do not count. */
export class CountedTree implements Tree {
  private constructor(
    readonly tree: WorkTree,
    /** Ids of contents, where git knows them without reading the file. */
    readonly counted: ReadonlyMap<string, string | undefined>,
  ) {}

  static async open(folder: string, named: ReadonlySet<string>): Promise<CountedTree> {
    const list = async (args: readonly string[]) =>
      (await git(folder, ["ls-files", "-z", ...args]))
        .toString()
        .split("\0")
        .filter((line) => line !== "");
    const counted = new Map<string, string | undefined>();
    for (const line of await list(["--stage"])) {
      const [, id, name = ""] = /^\d+ ([0-9a-f]+) \d+\t(.*)$/s.exec(line) ?? [];
      counted.set(name, id);
    }
    for (const name of await list(["--modified", "--others", "--exclude-standard"])) counted.set(name, undefined);
    return new CountedTree(new WorkTree(folder, named), counted);
  }

  find(folder: string, file: string): Found {
    const found = this.tree.find(folder, file);
    if (found.kind !== "file" || this.tree.named.has(folder)) return found;
    return this.counted.has(found.name) || this.counted.has(this.tree.nameOf(found.id))
      ? found
      : { kind: "missing", name: found.name };
  }

  contentId({ id }: FoundFile): string | undefined {
    return this.counted.get(this.tree.nameOf(id));
  }

  read(file: FoundFile): Uint8Array {
    return this.tree.read(file);
  }
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
