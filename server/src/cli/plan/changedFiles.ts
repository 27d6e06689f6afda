import { createHash } from "node:crypto";
import path from "node:path";
import type { Found, FoundFile, Tree } from "../../deployment/site/tree";
import { git } from "../../node/git/git";
import { GitTree } from "../../node/git/gitTree";
import { WorkTree } from "../site/workTree";

// Which files of two trees differ, asked path by path: only what some device asks for is looked at.

/** The working tree of a repository: files that git ignores do not count. */
export class CountedTree implements Tree {
  private constructor(
    readonly tree: WorkTree,
    readonly root: string,
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
    return new CountedTree(new WorkTree(folder, named), folder, counted);
  }

  find(folder: string, file: string): Found {
    const found = this.tree.find(folder, file);
    if (found.kind !== "file" || this.tree.named.has(folder)) return found;
    const real = path.relative(path.resolve(this.root), found.id).split(path.sep).join("/");
    return this.counted.has(found.name) || this.counted.has(real) ? found : { kind: "missing", name: found.name };
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

/** Files that are remembered. */
const maxKnown = 10_000;

export class ChangedFiles {
  readonly #known = new Map<string, boolean>();
  /** The base, for what devices ask. */
  readonly base: Tree;

  constructor(
    base: Tree,
    readonly head: Tree,
  ) {
    this.base = base instanceof WorkTree ? new LastRead(base) : base;
  }

  async has(folder: string, file: string): Promise<boolean> {
    const key = `${folder}\u0000${file}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const isChanged = await this.#compare(folder, file);
    // Most are files of one phone, which no other asks for.
    if (this.#known.size >= maxKnown) this.#known.clear();
    this.#known.set(key, isChanged);
    return isChanged;
  }

  async #compare(folder: string, file: string): Promise<boolean> {
    const [old, now] = [await this.base.find(folder, file), await this.head.find(folder, file)];
    if (old.kind !== now.kind) return true;
    if (old.kind !== "file" || now.kind !== "file") return false;
    const [one, other] = [contentId(this.base, old), contentId(this.head, now)];
    try {
      if (one !== undefined) return one !== (other ?? hashOf(await this.head.read(now), one.length));
      const bytes = await this.base.read(old);
      if (other !== undefined) return other !== hashOf(bytes, other.length);
      return Buffer.compare(bytes, await this.head.read(now)) !== 0;
    } catch {
      return true; // what cannot be read is looked at by the run itself, which reports it
    }
  }
}

function contentId(tree: Tree, { id, name }: FoundFile): string | undefined {
  if (tree instanceof GitTree) return id;
  return tree instanceof CountedTree ? tree.counted.get(name) : undefined;
}

/** As git names the content; its ids have 40 or 64 digits. */
function hashOf(bytes: Uint8Array, length: number): string {
  return createHash(length === 64 ? "sha256" : "sha1")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");
}
