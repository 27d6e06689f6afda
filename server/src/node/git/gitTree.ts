import path from "node:path";
import { type Found, type FoundFile, shownName, type Tree } from "../../deployment/site/tree";
import { git, resolveRevision } from "./git";
import { GitBlobs } from "./gitBlobs";
import { WorkFiles } from "./workFiles";

// The files of one revision, without a checkout.

interface GitEntry {
  readonly id: string;
  readonly isLink: boolean;
}

export class GitTree implements Tree {
  /** Of each folder, as they are called in lower case; few trees are asked for them. */
  #names: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

  private constructor(
    /** The folder of the configuration, relative to the root of the repository. */
    readonly prefix: string,
    /** By path from the root of the repository. */
    readonly entries: ReadonlyMap<string, GitEntry>,
    readonly blobs: GitBlobs,
    /** Where links lead, as they are written, by their own path. */
    readonly links: ReadonlyMap<string, string>,
    readonly workFiles: WorkFiles,
  ) {}

  /** Throws a GitFault for a folder without a repository or a revision that does not exist. */
  static async open(folder: string, revision: string): Promise<GitTree> {
    const commit = await resolveRevision(folder, revision);
    const [root = "", prefix = ""] = (await git(folder, ["rev-parse", "--show-cdup", "--show-prefix"]))
      .toString()
      .split("\n");
    const top = prefix.replace(/\/$/, "");
    const entries = await entriesOf(folder, commit);
    const blobs = new GitBlobs(folder);
    const links = new Map<string, string>();
    for (const [file, { id, isLink }] of entries)
      if (isLink) links.set(file, Buffer.from(await blobs.read(id)).toString());
    return new GitTree(top, entries, blobs, links, new WorkFiles(path.resolve(folder, root)));
  }

  find(folder: string, file: string): Found {
    const name = shownName(folder, file);
    const joined = path.posix.normalize(path.posix.join(this.prefix, folder.split(path.sep).join("/")));
    const base = joined === "." ? "" : joined.replace(/\/$/, "");
    const full = path.posix.normalize(path.posix.join(base, file));
    if (file.split("/").includes("..") || leadsOut(base, this.prefix)) return { kind: "escapes", name };
    const limit = folder === "" ? this.prefix : this.#followed(base, this.prefix);
    const real = limit === undefined ? undefined : this.#followed(full.slice(base.length), limit, limit);
    if (real === undefined) return { kind: "escapes", name };
    const entry = this.entries.get(real);
    if (entry) return { kind: "file", name, id: entry.id, at: real };
    const other = this.#otherCase(real);
    return other === undefined
      ? { kind: "missing", name }
      : { kind: "other case", name, real: path.posix.relative(this.prefix, other) };
  }

  /** The path without the links in `file`; undefined where one leads out of `limit`. */
  #followed(file: string, limit: string, from = ""): string | undefined {
    let at = from;
    let waiting = file.split("/").filter((part) => part !== "");
    for (let hops = 0; ; ) {
      const part = waiting.shift();
      if (part === undefined) return at;
      at = path.posix.join(at, part);
      const target = this.links.get(at);
      if (target === undefined) continue;
      if (target.startsWith("/") || ++hops > maxLinks) return undefined;
      at = path.posix.normalize(path.posix.join(path.posix.dirname(at), target)).replace(/\/$/, "");
      if (at === ".") at = "";
      if (leadsOut(at, limit)) return undefined;
      // What the link leads to may be a link, or lie below one.
      waiting = [...at.split("/"), ...waiting];
      at = "";
    }
  }

  read({ id, at }: FoundFile): Uint8Array | Promise<Uint8Array> {
    return (at !== undefined && this.workFiles.read(at, id)) || this.blobs.read(id);
  }

  contentId({ id }: FoundFile): string {
    return id;
  }

  close(): void {
    this.blobs.close();
  }

  #otherCase(full: string): string | undefined {
    this.#names ??= namesIn(this.entries.keys());
    let at = "";
    for (const part of full.split("/")) {
      const real = this.#names.get(at)?.get(part.toLowerCase());
      if (real === undefined) return undefined;
      at = at === "" ? real : `${at}/${real}`;
    }
    return this.entries.has(at) ? at : undefined;
  }
}

function namesIn(files: Iterable<string>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const all = new Map<string, Map<string, string>>();
  for (const file of files) {
    const parts = file.split("/");
    for (let i = 0; i < parts.length; i++) {
      const folder = parts.slice(0, i).join("/");
      const names = all.get(folder) ?? new Map<string, string>();
      all.set(folder, names);
      const name = parts[i] ?? "";
      names.set(name.toLowerCase(), name);
    }
  }
  return all;
}

/** Links that are followed one after another; more of them lead round in a circle. */
const maxLinks = 40;

function leadsOut(base: string, prefix: string): boolean {
  return base.startsWith("..") || (prefix !== "" && base !== prefix && !base.startsWith(`${prefix}/`));
}

/** Every file of a commit below the root of the repository. */
export async function entriesOf(folder: string, commit: string): Promise<ReadonlyMap<string, GitEntry>> {
  const listing = await git(folder, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  const entries = new Map<string, GitEntry>();
  for (const line of listing.toString("utf8").split("\0")) {
    const [, mode = "", type, id = "", name = ""] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (type === "blob") entries.set(name, { id, isLink: mode === "120000" });
  }
  return entries;
}
